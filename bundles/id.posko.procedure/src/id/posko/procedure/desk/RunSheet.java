package id.posko.procedure.desk;

import id.posko.kit.Words;
import id.posko.procedure.Procedure;
import id.posko.procedure.Step;
import id.posko.procedure.Who;
import id.posko.procedure.run.Clock;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.OfficeTime;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.report.document.Document;
import id.posko.report.document.Letterhead;
import id.posko.report.document.Signatures;
import id.posko.report.form.Fact;
import id.posko.report.form.SopSheet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run as the sheet that is printed, signed and filed: the office's letterhead from the SOP's head sheet, a row for
 * each time that a step was open, actual beside standard time, and whose signatures it wants.
 */
public final class RunSheet {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd-MM-yyyy HH.mm");

	private final Locale locale;
	private final ZoneId zone;
	private final Words words;
	private final WorkTime spans;

	public RunSheet(Locale locale, ZoneId zone) {
		this.locale = locale;
		this.zone = zone;
		words = Words.of(Procedure.class, locale);
		spans = new WorkTime(locale);
	}

	/** @param names an account's full name */
	Document of(Run run, OfficeTime office, Instant now, UnaryOperator<String> names) {
		return new SopSheet(letterhead(run), run.procedure().title(), facts(run, names), steps(run, office, now, names),
				signatures(run, now, names)).document(locale);
	}

	private static Letterhead letterhead(Run run) {
		List<String> office = run.procedure().head().office().lines().filter(line -> !line.isBlank()).toList();
		return new Letterhead(Optional.empty(), office.stream().findFirst().orElse(""),
				office.stream().skip(1).collect(Collectors.joining("\n")), List.of());
	}

	private List<Fact> facts(Run run, UnaryOperator<String> names) {
		List<Fact> facts = new ArrayList<>();
		if (!run.procedure().head().number().isEmpty()) {
			facts.add(fact("number", run.procedure().head().number()));
		}
		facts.add(fact("run", run.id()));
		run.matter().entrySet().stream().sorted(Map.Entry.comparingByKey())
				.forEach(about -> facts.add(new Fact(about.getKey().title(locale), about.getValue())));
		facts.add(fact("started", words.say("paper.by", time(run.startedAt()), names.apply(run.startedBy()))));
		Turn last = run.turns().getLast();
		facts.add(fact("ended", last.closed()
				.map(at -> run.isStopped() ? words.say("paper.stopped", time(at)) : time(at))
				.orElseGet(() -> words.say("paper.open", last.step().number()))));
		return facts;
	}

	private Fact fact(String key, String text) {
		return new Fact(words.say("paper." + key), text);
	}

	private List<SopSheet.Step> steps(Run run, OfficeTime office, Instant now, UnaryOperator<String> names) {
		List<Turn> turns = run.turns();
		List<SopSheet.Step> rows = new ArrayList<>();
		int last = 0;
		for (int i = 0; i < turns.size(); i++) {
			List<Step> clock = run.procedure().clockOf(turns.get(i).step());
			boolean isFirst = i == last;
			if (isFirst) {
				while (last < turns.size() && clock.contains(turns.get(last).step())) {
					last++;
				}
			}
			List<Turn> shared = isFirst ? turns.subList(i, last) : List.of();
			rows.add(row(run, turns.get(i), shared, isLate(run, turns, last, office, now), office, now, names));
		}
		return rows;
	}

	/** A clock that was used up is told where it stands last. */
	private static boolean isLate(Run run, List<Turn> turns, int end, OfficeTime office, Instant now) {
		List<Step> clock = run.procedure().clockOf(turns.get(end - 1).step());
		return turns.subList(end, turns.size()).stream().noneMatch(turn -> clock.contains(turn.step()))
				&& Clock.of(run, turns.get(end - 1).step(), office, now).isLate();
	}

	/** @param shared the rows from this one on over which its clock runs; none if it stands in a row above */
	private SopSheet.Step row(Run run, Turn turn, List<Turn> shared, boolean isLate, OfficeTime office, Instant now,
			UnaryOperator<String> names) {
		Step step = turn.step();
		Duration taken = shared.stream().map(each -> office.between(each.opened(), each.closed().orElse(now)))
				.reduce(Duration.ZERO, Duration::plus);
		String who = step.who().stream().map(Who::name).collect(Collectors.joining(", "));
		return new SopSheet.Step(step.number() + "", step.activity(),
				turn.doer().map(name -> who + "\n" + names.apply(name)).orElse(who), step.requirement(),
				run.procedure().timeOf(step).written(), step.output(), time(turn.opened()),
				turn.closed().map(this::time).orElse(""), shared.isEmpty() ? "" : spans.said(taken), isLate, shared.size(),
				note(turn));
	}

	private String note(Turn turn) {
		Stream<String> state = switch (turn.state()) {
			case DONE -> Stream.empty();
			case GIVEN_BACK -> Stream.of(words.say("paper.returned", turn.step().returnsTo().orElse(0)));
			case OPEN, PASSED_OVER, STOPPED -> Stream.of(words.say("turn." + turn.state()));
		};
		Stream<String> text = turn.text().isEmpty() ? Stream.empty() : Stream.of(turn.text());
		Stream<String> received = turn.receivers().stream().map(name -> words.say("run.evidence.received", name));
		return Stream.of(state, text, turn.evidence().stream().flatMap(this::said), received).flatMap(each -> each)
				.collect(Collectors.joining("\n"));
	}

	/** In few words: the cell is narrow, and a file's hash stands in the table of the run. */
	private Stream<String> said(Evidence evidence) {
		return switch (evidence) {
			case Evidence.Attachment file -> Stream.of(file.name());
			case Evidence.Form form -> form.values().entrySet().stream().sorted(Map.Entry.comparingByKey())
					.map(value -> value.getKey() + ": " + value.getValue());
			case Evidence.Result result -> Stream.of(result.sentence());
			case Evidence.Approved approved -> Stream.of(words.say("run.evidence.approved", approved.approval().word()));
			case Evidence.Letter letter ->
				Stream.of(words.say("run.evidence.letter", letter.number(), letter.date().toString(), letter.from()));
		};
	}

	/** Who ended it, and for whom the SOP is valid. */
	private List<Signatures.Signature> signatures(Run run, Instant now, UnaryOperator<String> names) {
		Turn last = run.turns().getLast();
		String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).withZone(zone)
				.format(last.closed().orElse(now));
		String endorser = run.procedure().head().endorsedBy();
		String doer = last.doer().orElse(run.startedBy());
		return List.of(
				new Signatures.Signature(List.of(words.say("paper.known"), endorser.isEmpty() ? words.say("paper.head") : endorser),
						"", List.of()),
				new Signatures.Signature(List.of(day, words.say("paper.made")), names.apply(doer), List.of()));
	}

	private String time(Instant at) {
		return TIME.format(at.atZone(zone));
	}
}
