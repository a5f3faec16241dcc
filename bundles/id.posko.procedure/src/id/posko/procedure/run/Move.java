package id.posko.procedure.run;

import java.util.List;
import java.util.Set;

/**
 * What somebody wants to do with the step that is open. The step is named, so that of two who move at the same moment
 * the second is refused.
 */
public sealed interface Move {

	int step();

	/** From now on it is mine to do. */
	record Take(int step) implements Move {
	}

	record Finish(int step, List<Evidence> evidence, String note) implements Move {

		public Finish {
			evidence = List.copyOf(evidence);
		}
	}

	/** What came of the step so far: it stays with the step, which stays open. */
	record Keep(int step, List<Evidence> evidence, String note) implements Move {

		public Keep {
			evidence = List.copyOf(evidence);
		}
	}

	/** The matter goes back to the step that the SOP names. */
	record GiveBack(int step, String reason) implements Move {
	}

	/** The step's condition is not met. */
	record PassOver(int step, String reason) implements Move {
	}

	/** Somebody else shall do it. */
	record Delegate(int step, String account, String reason) implements Move {
	}

	/** The members of a team that this step names, by the team's heading. */
	record Appoint(int step, String team, Set<String> accounts) implements Move {

		public Appoint {
			accounts = Set.copyOf(accounts);
		}
	}

	/** An addressee has received what is handed out. */
	record Receive(int step, String receiver) implements Move {
	}

	/** The whole run ends here. */
	record Stop(int step, String reason) implements Move {
	}
}
