package id.posko.procedure.file;

import id.posko.procedure.Head;
import id.posko.procedure.Procedure;
import id.posko.procedure.Step;
import id.posko.procedure.Subject;
import id.posko.procedure.Who;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Makes an SOP of what a file says, by the one schema that all forms of file share. */
final class ProcedureReader {

	static final int MOST_STEPS = 200;
	private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
	private static final int LONGEST_ID = 60;

	private final HeadSheets heads;
	private final List<Problem> problems = new ArrayList<>();

	ProcedureReader(HeadSheets heads) {
		this.heads = heads;
	}

	Parsed read(Tree tree) {
		if (!(tree instanceof Tree.Keys keys)) {
			return new Parsed.Bad(List.of(Problem.of(Rule.NOT_KEYS, tree.spot(), "SOP")));
		}
		Card card = new Card(keys, problems::add);
		String id = id(card);
		String title = card.required("judul");
		String tableTitle = card.text("judul tabel");
		Optional<Head> head = head(card);
		List<Subject> subjects = card.texts("perihal").stream().flatMap(text -> card.word("perihal", text, Subject::of,
				Arrays.stream(Subject.values()).map(Subject::word).toList()).stream()).distinct().toList();
		Map<String, Optional<Who>> executors = executors(card);
		List<String> notes = card.lines("catatan");
		Map<Integer, Spot> places = new TreeMap<>();
		List<Step> steps = steps(card, executors, places);
		card.close();
		if (!problems.isEmpty() || head.isEmpty()) {
			problems.sort(Problem.IN_FILE);
			return new Parsed.Bad(List.copyOf(problems));
		}
		List<Who> columns = executors.values().stream().flatMap(Optional::stream).toList();
		return new Parsed.Good(new Procedure(id, title, tableTitle, head.get(), subjects, columns, steps, notes), places);
	}

	private String id(Card card) {
		String id = card.required("kode").strip();
		if (!id.isEmpty() && (id.length() > LONGEST_ID || !ID.matcher(id).matches())) {
			card.wrong(Rule.NOT_AN_ID, card.spot("kode"), Texts.quoted(id));
		}
		return id;
	}

	/** The head sheet itself, or the name of one that several SOPs share. */
	private Optional<Head> head(Card card) {
		if (card.isText("lembar muka")) {
			return switch (heads.find(card.text("lembar muka").strip())) {
				case HeadSheets.Answer.Found found -> Optional.of(found.head());
				case HeadSheets.Answer.None none -> {
					problems.add(none.problem().at(card.spot("lembar muka")));
					yield Optional.empty();
				}
			};
		}
		card.requires("lembar muka");
		return card.card("lembar muka").map(HeadReader::read);
	}

	private Map<String, Optional<Who>> executors(Card card) {
		Map<String, Optional<Who>> executors = new LinkedHashMap<>();
		card.requires("pelaksana");
		card.card("pelaksana").ifPresent(columns -> columns.free(heading -> SheetColumns.column(heading).isPresent())
				.forEach((heading, value) -> executors.put(heading,
						columns.inner(heading).flatMap(kind -> who(heading, value.key(), kind)))));
		return executors;
	}

	private static Optional<Who> who(String heading, Spot spot, Card kind) {
		List<Who> found = new ArrayList<>();
		kind.given("jabatan").ifPresent(name -> found.add(new Who.Officer(heading, name.value().strip())));
		kind.given("tim").ifPresent(name -> found.add(new Who.Team(heading, name.value().strip())));
		kind.given("luar").ifPresent(name -> found.add(new Who.Outside(heading, name.value().strip())));
		kind.close();
		if (found.size() != 1) {
			kind.wrong(Rule.NOT_ONE_WHO, spot, Texts.quoted(heading));
			return Optional.empty();
		}
		return Optional.of(found.getFirst());
	}

	private List<Step> steps(Card card, Map<String, Optional<Who>> executors, Map<Integer, Spot> places) {
		List<Card> rows = card.cards("langkah");
		if (rows.isEmpty()) {
			card.wrong(Rule.NO_STEPS, card.spot("langkah"));
		}
		if (rows.size() > MOST_STEPS) {
			card.wrong(Rule.TOO_MANY_STEPS, rows.get(MOST_STEPS).spot(), MOST_STEPS);
			return List.of();
		}
		StepReader reader = new StepReader(executors, places.keySet());
		List<Integer> numbers = numbers(rows, places);
		List<Step> steps = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			steps.add(reader.read(rows.get(i), numbers.get(i)));
		}
		return steps;
	}

	/** The number of each row, 0 where it is wrong; their places are put where references look them up. */
	private static List<Integer> numbers(List<Card> rows, Map<Integer, Spot> places) {
		List<Integer> numbers = new ArrayList<>();
		int last = 0;
		for (Card row : rows) {
			row.requires("no");
			int number = row.number("no", 1).orElse(0);
			numbers.add(number);
			Spot first = number == 0 ? null : places.putIfAbsent(number, row.spot("no"));
			if (first != null) {
				row.wrong(Rule.NUMBER_TWICE, row.spot("no"), number, first.line());
			} else if (number > 0 && number < last) {
				row.wrong(Rule.NUMBER_FALLS, row.spot("no"), number, last);
			}
			last = Math.max(last, number);
		}
		return numbers;
	}
}
