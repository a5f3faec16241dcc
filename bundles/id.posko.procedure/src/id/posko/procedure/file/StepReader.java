package id.posko.procedure.file;

import id.posko.procedure.Approval;
import id.posko.procedure.Aspect;
import id.posko.procedure.Field;
import id.posko.procedure.Means;
import id.posko.procedure.StandardTime;
import id.posko.procedure.Step;
import id.posko.procedure.SubStep;
import id.posko.procedure.Who;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the rows of the table one after the other: an empty time belongs to the last one above it. */
final class StepReader {

	/** What stands for "the run ends here" under "lanjut ke". */
	static final String END = "selesai";
	/** What stands for "filled in while the SOP runs" under "penerima", where a cell cannot hold an empty list. */
	static final String NOBODY_YET = "-";

	/** By their headings; none where it is known only that it is wrong. */
	private final Map<String, Optional<Who>> executors;
	private final Set<Integer> numbers;
	private int timed;

	StepReader(Map<String, Optional<Who>> executors, Set<Integer> numbers) {
		this.executors = executors;
		this.numbers = numbers;
	}

	Step read(Card row, int number) {
		String activity = row.required("kegiatan");
		List<SubStep> parts = row.card("rincian").map(StepReader::parts).orElse(List.of());
		String requirement = row.text("kelengkapan");
		StandardTime time = time(row, number);
		String output = row.text("output");
		String remark = row.text("keterangan");
		row.requires("pelaksana");
		List<Who> who = who(row, "pelaksana");
		String condition = row.text("bila");
		OptionalInt next = next(row);
		OptionalInt returnsTo = step(row, "kembali ke", row.number("kembali ke", 1));
		List<Who.Team> appoints = appoints(row);
		Optional<Approval> approval = row.given("persetujuan").flatMap(text -> row.word("persetujuan", text, Approval::of,
				Arrays.stream(Approval.values()).map(Approval::word).toList()));
		Optional<List<String>> receipts = row.isThere("penerima") ? Optional.of(receipts(row)) : Optional.empty();
		Means means = means(row, approval.isPresent());
		List<String> notes = row.lines("catatan");
		Set<Aspect> inferred = inferred(row);
		row.close();
		return new Step(number, activity, parts, requirement, time, output, remark, who, condition, next, returnsTo,
				appoints, approval, receipts, means, notes, inferred);
	}

	private static List<String> receipts(Card row) {
		return row.lines("penerima").stream().filter(receiver -> !receiver.equals(NOBODY_YET)).toList();
	}

	private static List<SubStep> parts(Card card) {
		List<SubStep> parts = new ArrayList<>();
		card.free(label -> label.matches("\\d+\\.?")).keySet()
				.forEach(label -> parts.add(new SubStep(label, card.required(label))));
		return parts;
	}

	private StandardTime time(Card row, int number) {
		Optional<Tree.Text> written = row.given("waktu");
		if (written.isEmpty()) {
			return timed == 0 ? new StandardTime.None("") : new StandardTime.OfGroup(timed);
		}
		Optional<StandardTime> time = StandardTime.parse(written.get().value());
		if (time.isEmpty()) {
			row.wrong(Rule.NOT_A_TIME, written.get().spot(), Texts.quoted(written.get().value()));
		}
		timed = time.isPresent() && time.get() instanceof StandardTime.None ? 0 : number;
		return time.orElse(new StandardTime.None(""));
	}

	private List<Who> who(Card row, String key) {
		List<Who> who = new ArrayList<>();
		for (Tree.Text heading : row.texts(key)) {
			if (executors.containsKey(heading.value())) {
				executors.get(heading.value()).filter(executor -> !who.contains(executor)).ifPresent(who::add);
			} else {
				row.wrong(Rule.NO_EXECUTOR, heading.spot(), key, Texts.quoted(heading.value()));
			}
		}
		return who;
	}

	private List<Who.Team> appoints(Card row) {
		List<Who.Team> teams = new ArrayList<>();
		for (Who who : who(row, "menetapkan")) {
			if (who instanceof Who.Team team) {
				teams.add(team);
			} else {
				row.wrong(Rule.NOT_A_TEAM, row.spot("menetapkan"), Texts.quoted(who.heading()));
			}
		}
		return teams;
	}

	private OptionalInt next(Card row) {
		if (row.isText("lanjut ke") && row.text("lanjut ke").strip().equals(END)) {
			return OptionalInt.of(0);
		}
		return step(row, "lanjut ke", row.number("lanjut ke", 1));
	}

	private OptionalInt step(Card row, String key, OptionalInt number) {
		if (number.isPresent() && !numbers.contains(number.getAsInt())) {
			row.wrong(Rule.NO_STEP, row.spot(key), key, number.getAsInt());
			return OptionalInt.empty();
		}
		return number;
	}

	private static Means means(Card row, boolean isApproved) {
		Optional<Tree.Text> action = row.given("tindakan");
		Optional<Tree.Text> manual = row.given("manual");
		String target = row.text("sasaran");
		List<Field> fields = row.card("isian").map(StepReader::fields).orElse(List.of());
		if (action.isEmpty() && manual.isEmpty()) {
			row.wrong(Rule.NO_MEANS, row.spot());
		} else if (action.isPresent() && manual.isPresent()) {
			row.wrong(Rule.TWO_MEANS, manual.get().spot());
		}
		if (action.isEmpty()) {
			for (String key : List.of("sasaran", "isian")) {
				if (row.has(key)) {
					row.wrong(Rule.NEEDS, row.spot(key), key, "tindakan");
				}
			}
			return new Means.ByHand(manual.map(Tree.Text::value).orElse(""));
		}
		String id = action.get().value().strip();
		if (!id.matches("[a-z]{1,20}(\\.[a-z]{1,20}){0,3}")) {
			row.wrong(Rule.NOT_AN_ID, action.get().spot(), Texts.quoted(id));
		} else if ((id.equals(Means.FORM) || id.equals(Means.ATTACH)) && fields.isEmpty()) {
			row.wrong(Rule.NEEDS, action.get().spot(), "tindakan: " + id, "isian");
		} else if (id.equals(Means.APPROVE) && !isApproved) {
			row.wrong(Rule.NEEDS, action.get().spot(), "tindakan: " + id, "persetujuan");
		}
		return new Means.Action(id, target, fields);
	}

	private static List<Field> fields(Card card) {
		List<Field> fields = new ArrayList<>();
		card.free(_ -> false).keySet().forEach(name -> {
			card.required(name);
			card.given(name).flatMap(text -> card.word(name, text, written -> Field.of(name, written), Field.examples()))
					.ifPresent(fields::add);
		});
		return fields;
	}

	private static Set<Aspect> inferred(Card row) {
		Set<Aspect> inferred = EnumSet.noneOf(Aspect.class);
		for (Tree.Text text : row.texts("disimpulkan")) {
			row.word("disimpulkan", text, Aspect::of, Arrays.stream(Aspect.values()).map(Aspect::word).toList())
					.ifPresent(aspect -> {
						inferred.add(aspect);
						if (!row.has(aspect.word())) {
							row.wrong(Rule.NOTHING_INFERRED, text.spot(), aspect.word());
						}
					});
		}
		return inferred;
	}
}
