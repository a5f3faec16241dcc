package id.posko.ticket.repair;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A part to replace or add (SOP "pemeliharaan alat perekaman", step 6): what was asked, and what became of it. */
public record PartNeeded(long number, PartDraft draft, String askedBy, Instant since, List<Act> acts) {

	public PartNeeded {
		acts = List.copyOf(acts);
	}

	/** It went on to that status. */
	public record Act(Instant at, String by, PartStatus to, String note) {
	}

	public PartStatus status() {
		return acts.isEmpty() ? PartStatus.ASKED : acts.getLast().to();
	}

	/** Grows with every act; who moves a part says which one he saw. */
	public int version() {
		return acts.size();
	}

	/** A clock that was set back does not make its time run backwards. */
	PartNeeded moved(Instant now, String by, PartStatus to, String note) {
		Instant last = acts.isEmpty() ? since : acts.getLast().at();
		List<Act> more = new ArrayList<>(acts);
		more.add(new Act(now.isBefore(last) ? last : now, by, to, note));
		return new PartNeeded(number, draft, askedBy, since, more);
	}
}
