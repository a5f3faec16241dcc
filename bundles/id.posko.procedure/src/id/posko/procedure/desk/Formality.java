package id.posko.procedure.desk;

import id.posko.procedure.Approval;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Move;
import id.posko.staff.Permission;
import java.util.Optional;
import java.util.Set;

/** What an office asks of a move before it is made, and writes down of it. */
final class Formality {

	private Formality() {
	}

	static Permission permission(Move move) {
		return switch (move) {
			case Move.Delegate _ -> Permission.ASSIGN;
			case Move.Take _, Move.Keep _, Move.Finish _, Move.GiveBack _, Move.PassOver _, Move.Appoint _, Move.Receive _,
					Move.Stop _ -> Permission.RUN;
		};
	}

	static String reason(Move move) {
		return switch (move) {
			case Move.GiveBack back -> back.reason();
			case Move.PassOver pass -> pass.reason();
			case Move.Stop stop -> stop.reason();
			case Move.Delegate delegate -> delegate.account() + ": " + delegate.reason();
			case Move.Appoint appoint ->
				appoint.team() + ": " + String.join(", ", appoint.accounts().stream().sorted().toList());
			case Move.Receive receive -> receive.receiver();
			case Move.Finish finish -> approval(finish).map(Approval::word).orElse("");
			case Move.Take _, Move.Keep _ -> "";
		};
	}

	static Optional<Approval> approval(Move move) {
		return move instanceof Move.Finish finish ? finish.evidence().stream().filter(Evidence.Approved.class::isInstance)
				.map(evidence -> ((Evidence.Approved) evidence).approval()).findFirst() : Optional.empty();
	}

	/** Nobody brings an approval along. */
	static Move unsigned(Move move) {
		return move instanceof Move.Finish(int step, var evidence, var note) ? new Move.Finish(step,
				evidence.stream().filter(each -> !(each instanceof Evidence.Approved)).toList(), note) : move;
	}

	static Set<String> named(Move move) {
		return switch (move) {
			case Move.Delegate delegate -> Set.of(delegate.account());
			case Move.Appoint appoint -> appoint.accounts();
			case Move.Take _, Move.Keep _, Move.Finish _, Move.GiveBack _, Move.PassOver _, Move.Receive _, Move.Stop _ ->
				Set.of();
		};
	}
}
