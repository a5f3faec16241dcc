package id.posko.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads an SOP as a careful colleague would, and tells what is odd: errors first. The SOP itself stays as it is. */
public final class Lint {

	/** From here on two texts are "worded alike": the share of common words. Of neighbours a lower one will do. */
	private static final double ALIKE = 0.7;
	private static final double NEIGHBOURS_ALIKE = 0.6;
	/** Or they begin with as many of the same words. */
	private static final int SAME_BEGINNING = 4;
	private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");
	private static final Pattern PING = Pattern.compile("\"?ping\"? ke (.+)", Pattern.CASE_INSENSITIVE);

	private final Procedure procedure;
	private final Predicate<String> roles;
	private final List<Finding> findings = new ArrayList<>();

	private Lint(Procedure procedure, Predicate<String> roles) {
		this.procedure = procedure;
		this.roles = roles;
	}

	/** @param roles the roles that somebody can have */
	public static List<Finding> of(Procedure procedure, Set<String> roles) {
		return new Lint(procedure, roles::contains).findings();
	}

	private List<Finding> findings() {
		way();
		executors();
		times();
		targets();
		wordings();
		head();
		notes();
		findings.sort((a, b) -> Boolean.compare(b.isError(), a.isError()));
		return List.copyOf(findings);
	}

	private void found(Flaw flaw, List<Integer> steps, Object... arguments) {
		findings.add(new Finding(flaw, steps, List.of(arguments)));
	}

	private void way() {
		Set<Integer> reached = new HashSet<>();
		int missing = 0;
		int expected = 1;
		for (Step step : procedure.steps()) {
			if (step.number() != expected && missing == 0) {
				missing = expected;
			}
			expected = step.number() + 1;
			step.returnsTo().ifPresent(target -> {
				if (target >= step.number()) {
					found(Flaw.RETURNS_AHEAD, List.of(step.number()), target);
				}
			});
			step.next().ifPresent(target -> {
				if (target != 0 && target <= step.number()) {
					found(Flaw.GOES_BACK, List.of(step.number()), target);
				}
			});
		}
		List<Step> open = new ArrayList<>(List.of(procedure.steps().getFirst()));
		while (!open.isEmpty()) {
			Step step = open.removeLast();
			if (reached.add(step.number())) {
				procedure.after(step).ifPresent(open::add);
				if (!step.condition().isEmpty()) {
					procedure.below(step).ifPresent(open::add);
				}
			}
		}
		List<Integer> unreached = procedure.steps().stream().map(Step::number).filter(n -> !reached.contains(n)).toList();
		if (!unreached.isEmpty()) {
			found(Flaw.UNREACHABLE, unreached);
		}
		if (missing > 0) {
			found(Flaw.GAP, List.of(), missing);
		}
	}

	private void executors() {
		for (Who who : procedure.executors()) {
			List<Integer> theirs = procedure.steps().stream().filter(s -> s.who().contains(who)).map(Step::number).toList();
			if (theirs.isEmpty()) {
				found(Flaw.IDLE_EXECUTOR, List.of(), who.heading());
			}
			switch (who) {
				case Who.Officer officer when !roles.test(officer.name()) -> found(Flaw.NO_SUCH_ROLE, theirs, officer.name());
				case Who.Team team when procedure.steps().stream().noneMatch(s -> s.appoints().contains(team)) ->
					found(Flaw.TEAM_NOT_APPOINTED, theirs, team.name());
				default -> {
				}
			}
			if (Wording.isMisspelling(who.heading(), who.name())) {
				found(Flaw.MISSPELT, List.of(), who.heading(), who.name());
			}
		}
	}

	private void times() {
		List<Integer> timeless = new ArrayList<>();
		for (Step step : procedure.steps()) {
			switch (step.time()) {
				case StandardTime.None _ -> timeless.add(step.number());
				case StandardTime.Span span when span.isMisspelt() ->
					found(Flaw.MISSPELT, List.of(step.number()), span.written(), span.count() + " " + span.unit().word());
				case StandardTime.Span _, StandardTime.Tentative _, StandardTime.OfGroup _ -> {
				}
			}
			List<Step> group = procedure.clockOf(step);
			if (group.size() > 1 && group.getFirst() == step) {
				found(Flaw.SHARED_TIME, group.stream().map(Step::number).toList(), step.time().written());
			}
		}
		if (!timeless.isEmpty()) {
			found(Flaw.NO_TIME, timeless);
		}
	}

	private void targets() {
		Map<String, TreeSet<Integer>> asked = new LinkedHashMap<>();
		for (Step step : procedure.steps()) {
			step.parts().forEach(part -> PING.matcher(part.text()).results().map(found -> found.group(1))
					.forEach(target -> asked.computeIfAbsent(target, _ -> new TreeSet<>()).add(step.number())));
			if (step.means() instanceof Means.Action action && !action.target().isEmpty()) {
				asked.computeIfAbsent(action.id() + " " + action.target(), _ -> new TreeSet<>()).add(step.number());
			}
		}
		asked.forEach((target, steps) -> {
			if (steps.size() > 1) {
				found(Flaw.ONE_TARGET, List.copyOf(steps), target);
			}
		});
	}

	private void wordings() {
		List<Step> steps = procedure.steps();
		for (int i = 1; i < steps.size(); i++) {
			Step step = steps.get(i);
			List<Step> before = steps.subList(0, i);
			before.stream().filter(other -> areTwins(other, step)).findFirst()
					.ifPresent(other -> found(Flaw.TWINS, List.of(other.number(), step.number()), step.output()));
			for (String requirement : step.requirement().split(";")) {
				nearly(before, requirement.strip()).ifPresent(other -> found(Flaw.OUTPUT_DIFFERS,
						List.of(other.number(), step.number()), requirement.strip(), other.output()));
			}
		}
	}

	/** The last step whose output is meant, as it seems, and worded otherwise; none if the words are known from before. */
	private static Optional<Step> nearly(List<Step> before, String requirement) {
		if (before.stream().anyMatch(other -> Wording.isSame(other.output(), requirement)
				|| Wording.isSame(other.requirement(), requirement))) {
			return Optional.empty();
		}
		return Optional.of(before.getLast()).filter(last -> Wording.likeness(last.output(), requirement) >= NEIGHBOURS_ALIKE)
				.or(() -> before.reversed().stream().filter(other -> isNearly(other.output(), requirement)).findFirst());
	}

	/** An order that is handed down unchanged from one office to the next is no twin. */
	private static boolean areTwins(Step one, Step other) {
		boolean handedDown = Wording.isSame(one.activity(), other.activity()) && !one.who().equals(other.who());
		return !handedDown && !one.output().isBlank() && Wording.isSame(one.output(), other.output())
				&& Wording.likeness(one.activity(), other.activity()) >= ALIKE;
	}

	private static boolean isNearly(String one, String other) {
		return Wording.likeness(one, other) >= ALIKE || Wording.sameBeginning(one, other) >= SAME_BEGINNING;
	}

	private void head() {
		Head head = procedure.head();
		if (!procedure.tableTitle().isEmpty() && !Wording.isWithin(procedure.title(), procedure.tableTitle())
				&& !Wording.isWithin(procedure.tableTitle(), procedure.title())) {
			found(Flaw.TITLES_DIFFER, List.of(), procedure.title(), procedure.tableTitle());
		}
		Optional<LocalDate> made = WrittenDate.parse(head.made());
		Optional<String> year = YEAR.matcher(head.number()).results().map(MatchResult::group).reduce((_, last) -> last);
		if (made.isPresent() && year.isPresent() && Integer.parseInt(year.get()) != made.get().getYear()) {
			found(Flaw.NUMBER_OF_OTHER_YEAR, List.of(), head.number(), year.get(), head.made());
		}
		List<String> dates = List.of(head.made(), head.revised(), head.endorsed(), head.effective()).stream()
				.filter(date -> WrittenDate.parse(date).isPresent()).toList();
		for (int i = 1; i < dates.size(); i++) {
			if (WrittenDate.parse(dates.get(i)).get().isBefore(WrittenDate.parse(dates.get(i - 1)).get())) {
				found(Flaw.DATES_FALL, List.of(), dates.get(i - 1), dates.get(i));
			}
		}
		if (WrittenDate.parse(head.effective()).isEmpty() && WrittenDate.parse(head.endorsed()).isEmpty()) {
			found(Flaw.NO_EFFECT, List.of());
		}
		Map<String, List<String>> lists = new LinkedHashMap<>();
		lists.put("dasar hukum", head.legalBasis());
		lists.put("kualifikasi pelaksana", head.qualifications());
		lists.put("keterkaitan", head.related());
		lists.put("peralatan", head.equipment());
		lists.put("peringatan", head.warnings());
		lists.put("pencatatan", head.records());
		lists.forEach((name, items) -> {
			if (items.isEmpty()) {
				found(Flaw.EMPTY_HEAD, List.of(), name);
			}
		});
	}

	private void notes() {
		procedure.head().notes().forEach(note -> found(Flaw.NOTE, List.of(), note));
		procedure.notes().forEach(note -> found(Flaw.NOTE, List.of(), note));
		procedure.steps().forEach(step -> step.notes().forEach(note -> found(Flaw.NOTE, List.of(step.number()), note)));
	}
}
