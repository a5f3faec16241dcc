package id.posko.procedure.desk;

import id.posko.procedure.Subject;
import id.posko.procedure.run.Act;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Move;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts about persons without what singles them out. */
final class Masked {

	static final String HIDDEN = "*".repeat(10);

	/** A NIK has 16 digits, of which the first six are the place; a KK number alike. */
	private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(\\d{6})(?:[ .-]?\\d){10}(?!\\d)");
	/** What is never about a person. */
	private static final Set<Subject> THINGS = EnumSet.of(Subject.SITE, Subject.DEVICE, Subject.TICKET);

	private Masked() {
	}

	/** What a text says, its NIK and KK numbers but for the place hidden. */
	static String of(String text) {
		return NUMBER.matcher(text).replaceAll("$1" + HIDDEN);
	}

	/** A run as it is shown: so is all that was filled in, noted and told. */
	static Run of(Run run) {
		Map<Subject, String> matter = new EnumMap<>(Subject.class);
		run.matter().forEach((subject, text) -> matter.put(subject, THINGS.contains(subject) ? text : of(text)));
		List<Act> acts = run.acts().stream().map(act -> new Act(act.at(), act.by(), of(act.move()))).toList();
		return matter.equals(run.matter()) && acts.equals(run.acts()) ? run
				: Run.replay(run.id(), run.procedure(), matter, run.startedBy(), run.startedAt(), acts);
	}

	static Outcome of(Outcome outcome) {
		return outcome instanceof Outcome.Went(Run run) ? new Outcome.Went(of(run)) : outcome;
	}

	private static Move of(Move move) {
		return switch (move) {
			case Move.Keep(int step, var evidence, String note) -> new Move.Keep(step, of(evidence), of(note));
			case Move.Finish(int step, var evidence, String note) -> new Move.Finish(step, of(evidence), of(note));
			case Move.GiveBack(int step, String reason) -> new Move.GiveBack(step, of(reason));
			case Move.PassOver(int step, String reason) -> new Move.PassOver(step, of(reason));
			case Move.Delegate(int step, String account, String reason) -> new Move.Delegate(step, account, of(reason));
			case Move.Receive(int step, String receiver) -> new Move.Receive(step, of(receiver));
			case Move.Stop(int step, String reason) -> new Move.Stop(step, of(reason));
			case Move.Take _, Move.Appoint _ -> move;
		};
	}

	private static List<Evidence> of(List<Evidence> evidence) {
		return evidence.stream().map(Masked::of).toList();
	}

	private static Evidence of(Evidence evidence) {
		return switch (evidence) {
			case Evidence.Form(Map<String, String> values) -> {
				Map<String, String> masked = new HashMap<>(values);
				masked.replaceAll((_, value) -> of(value));
				yield new Evidence.Form(masked);
			}
			case Evidence.Attachment(String field, String name, String sha256, long bytes) ->
				new Evidence.Attachment(field, of(name), sha256, bytes);
			case Evidence.Result(String action, boolean isWell, String sentence) ->
				new Evidence.Result(action, isWell, of(sentence));
			case Evidence.Letter(String number, var date, String from) -> new Evidence.Letter(of(number), date, of(from));
			case Evidence.Approved _ -> evidence;
		};
	}

	/** What is handed in again as it was shown is meant as it was kept. */
	static Work meant(Optional<Turn> open, Work work) {
		Map<String, String> kept = new HashMap<>();
		open.map(Turn::evidence).orElse(List.of()).forEach(evidence -> {
			if (evidence instanceof Evidence.Form(Map<String, String> values)) {
				kept.putAll(values);
			}
		});
		Map<String, String> values = new HashMap<>(work.answers().values());
		values.replaceAll((field, value) -> of(kept.getOrDefault(field, "")).equals(value) ? kept.getOrDefault(field, "") : value);
		return new Work(new Answers(values, work.answers().files()), work.letter(), work.note());
	}
}
