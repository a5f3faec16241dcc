package id.posko.procedure.run;

import id.posko.procedure.Field;
import id.posko.procedure.Means;
import id.posko.procedure.Procedure;
import id.posko.procedure.Step;
import id.posko.procedure.Subject;
import id.posko.procedure.Who;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The people of an office in which everybody has one role, and what they bring for a step. */
final class Office {

	static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

	/** An office that works around the clock, without weekends: eight hours make its day. */
	static final OfficeTime ALWAYS = new OfficeTime() {
		@Override
		public Duration between(Instant from, Instant to) {
			return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
		}

		@Override
		public Instant after(Instant from, Duration work) {
			return from.plus(work);
		}

		@Override
		public Instant due(Instant from, id.posko.procedure.StandardTime.Span standard) {
			Duration one = switch (standard.unit()) {
				case SECOND -> Duration.ofSeconds(1);
				case MINUTE -> Duration.ofMinutes(1);
				case HOUR -> Duration.ofHours(1);
				case DAY -> Duration.ofHours(8);
				case WEEK -> Duration.ofHours(40);
				case MONTH -> Duration.ofHours(168);
				case YEAR -> Duration.ofHours(2000);
			};
			return from.plus(one.multipliedBy(standard.count()));
		}
	};

	private Office() {
	}

	/** Whoever takes the step: the officer, a member of the team, or, for somebody outside, an officer of the SOP. */
	static Doer doer(Procedure procedure, Step step) {
		return doer(procedure, step.who().getFirst());
	}

	private static Doer doer(Procedure procedure, Who who) {
		return switch (who) {
			case Who.Officer officer -> new Doer("akun " + officer.name(), Set.of(officer.name()));
			case Who.Team team -> new Doer("anggota " + team.heading(), Set.of());
			case Who.Outside _ -> doer(procedure, procedure.executors().stream().filter(Who.Officer.class::isInstance)
					.findFirst().orElseThrow());
		};
	}

	static Map<Subject, String> matter(Procedure procedure) {
		return procedure.subjects().stream().collect(Collectors.toMap(subject -> subject, subject -> "x " + subject.word()));
	}

	/** Everything that the step asks for. */
	static Move.Finish finish(Step step) {
		List<Evidence> evidence = new ArrayList<>();
		Map<String, String> form = new HashMap<>();
		String note = "";
		switch (step.means()) {
			case Means.ByHand _ -> note = "sudah";
			case Means.Action action -> {
				for (Field field : action.fields()) {
					if (field.kind() == Field.Kind.FILE) {
						evidence.add(new Evidence.Attachment(field.name(), "berkas.pdf", "00".repeat(32), 12));
					} else {
						form.put(field.name(), "isi");
					}
				}
				if (!action.asksOnly()) {
					evidence.add(new Evidence.Result(action.id(), true, "baik"));
				}
			}
		}
		if (!form.isEmpty()) {
			evidence.add(new Evidence.Form(form));
		}
		step.approval().ifPresent(approval -> evidence.add(new Evidence.Approved(approval)));
		if (step.who().stream().allMatch(Who.Outside.class::isInstance)) {
			evidence.add(new Evidence.Letter("1/2026", LocalDate.of(2026, 3, 2), "luar"));
		}
		return new Move.Finish(step.number(), evidence, note);
	}

	/** The moves that the step needs before it can be finished: teams named, receipts given. */
	static List<Move> before(Step step) {
		List<Move> moves = new ArrayList<>();
		step.appoints().forEach(team ->
			moves.add(new Move.Appoint(step.number(), team.heading(), Set.of("anggota " + team.heading()))));
		step.receipts().ifPresent(addressees -> (addressees.isEmpty() ? List.of("Camat") : addressees)
				.forEach(addressee -> moves.add(new Move.Receive(step.number(), addressee))));
		return moves;
	}
}
