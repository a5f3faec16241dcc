package id.posko.ticket.repair;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.procedure.Step;
import id.posko.procedure.Subject;
import id.posko.procedure.Who;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.report.Metadata;
import id.posko.report.StyledTable;
import id.posko.report.document.Document;
import id.posko.report.document.Letterhead;
import id.posko.report.document.Signatures.Signature;
import id.posko.report.form.DamageReport;
import id.posko.report.form.Disposition;
import id.posko.ticket.Told;

/**
 * What goes up the chain about a run of the SOP "pemeliharaan alat perekaman" (steps 1 and 7): the disposition that it
 * began with, the report of damage, the table of parts. In Indonesian, as all letters of the office.
 *
 * @param parts that the run asked for
 * @param names of people by their accounts
 * @param zone of the office
 */
record RepairReport(Run run, Fleet fleet, List<PartNeeded> parts, Letterhead letterhead, Map<String, String> names,
		ZoneId zone) {

	static final String ACTION = "ticket.report";

	private static final Locale LOCALE = Words.INDONESIAN;
	private static final Words WORDS = Words.of(Told.class, LOCALE);

	private String day(Instant at) {
		return DateTimeFormatter.ofPattern("d MMMM yyyy", LOCALE).format(at.atZone(zone));
	}

	private Optional<Device> device() {
		return RepairHistory.found(fleet, run.matter().getOrDefault(Subject.DEVICE, ""));
	}

	private String deviceName() {
		return device().map(found -> WORDS.say("paper.device", found.name(), fleet.siteOf(found).name()))
				.orElse(run.matter().getOrDefault(Subject.DEVICE, ""));
	}

	private List<PartNeeded> wanted() {
		return parts.stream().filter(part -> part.status() != PartStatus.CANCELLED).toList();
	}

	/** To whom it goes, through whom: as the SOP's report step hands it out. */
	private List<String> chain() {
		return step().flatMap(Step::receipts).orElse(List.of());
	}

	private Optional<Step> step() {
		return run.procedure().steps().stream().filter(step -> DeviceCheck.isDoneBy(step, ACTION)).findFirst();
	}

	/** @param number of the letter; "" leaves room for it @param by who reports */
	Document damage(String number, String by, Instant now) {
		List<String> chain = chain();
		String to = chain.isEmpty() ? WORDS.say("paper.head") : chain.getLast();
		List<Signature> signatures = new ArrayList<>();
		for (String title : chain.subList(0, Math.max(0, chain.size() - 1)).reversed()) {
			signatures.add(new Signature(List.of(WORDS.say("paper.knowing"), title), "", List.of(WORDS.say("paper.nip"))));
		}
		String reporter = step().map(step -> step.who().getFirst()).map(Who::name).orElse("");
		signatures.add(new Signature(List.of(WORDS.say("paper.place", day(now)), reporter), names.getOrDefault(by, ""),
				List.of(WORDS.say("paper.nip"))));
		return new DamageReport(letterhead, number.isEmpty() ? WORDS.say("paper.blank") : number, to,
				WORDS.say("paper.opening", deviceName(), letter()), items(), WORDS.say("paper.closing"), signatures)
						.document(LOCALE);
	}

	private List<DamageReport.Item> items() {
		String name = deviceName();
		String serial = device().map(Device::serial).orElse("");
		List<DamageReport.Item> items = new ArrayList<>();
		DeviceCheck.of(run).ifPresent(check -> check.with(Finding.SOFTWARE).forEach(
				item -> items.add(new DamageReport.Item(name, serial, item.item(), item.note(), did(item), "", ""))));
		RepairTold told = new RepairTold(LOCALE, zone);
		for (PartNeeded part : wanted()) {
			PartDraft draft = part.draft();
			items.add(new DamageReport.Item(name, serial, draft.item(), draft.reason(),
					WORDS.say("paper.wants." + draft.purpose(), told.status(part.status())), draft.part(),
					draft.quantity() + ""));
		}
		return items;
	}

	/** What was done about it, as it was filled in last; else what was noted of the mending. */
	private String did(CheckedItem item) {
		List<Turn> turns = DeviceCheck.turns(run, DeviceCheck.MENDING).reversed();
		return turns.stream().flatMap(turn -> turn.evidence().reversed().stream()).filter(Evidence.Form.class::isInstance)
				.map(form -> ((Evidence.Form) form).values().getOrDefault(WORDS.say("repair.did", item.item()), ""))
				.filter(Predicate.not(String::isEmpty)).findFirst()
				.orElseGet(() -> turns.stream().findFirst().map(Turn::text).orElse(""));
	}

	/** The letter that the run began with, as far as it was told. */
	private String letter() {
		Map<String, String> form = request();
		String number = form.getOrDefault(WORDS.say("paper.field.number"), "");
		return number.isEmpty() ? run.matter().getOrDefault(Subject.LETTER, "")
				: WORDS.say("paper.letter", number, form.getOrDefault(WORDS.say("paper.field.date"), "–"),
						form.getOrDefault(WORDS.say("paper.field.from"), "–"));
	}

	/** The fields of the first step. */
	private Map<String, String> request() {
		return run.turns().getFirst().evidence().stream().filter(Evidence.Form.class::isInstance)
				.map(evidence -> ((Evidence.Form) evidence).values()).findFirst().orElse(Map.of());
	}

	/** The order that the request became: from the first step to whoever takes the second. */
	Document disposition() {
		Map<String, String> form = request();
		Turn first = run.turns().getFirst();
		List<Step> steps = run.procedure().steps();
		Set<String> next = steps.size() < 2 ? Set.of()
				: steps.get(1).who().stream().map(Who::name).collect(Collectors.toSet());
		List<Disposition.Choice> to = run.procedure().executors().stream().map(Who::name)
				.filter(name -> first.step().who().stream().noneMatch(who -> who.name().equals(name)))
				.map(name -> new Disposition.Choice(name, next.contains(name))).toList();
		List<Disposition.Choice> requests = List.of(new Disposition.Choice(WORDS.say("paper.request.mend"), true),
				new Disposition.Choice(WORDS.say("paper.request.report"), true));
		return new Disposition(letterhead, form.getOrDefault(WORDS.say("paper.field.from"), ""),
				form.getOrDefault(WORDS.say("paper.field.number"), run.matter().getOrDefault(Subject.LETTER, "")),
				form.getOrDefault(WORDS.say("paper.field.date"), ""), day(run.startedAt()), "", Set.of(),
				WORDS.say("paper.subject", deviceName()), to, requests, first.text(),
				new Signature(List.of(WORDS.say("paper.place", day(first.closed().orElse(run.startedAt()))),
						first.step().who().getFirst().name()),
						first.doer().map(account -> names.getOrDefault(account, "")).orElse(""),
						List.of(WORDS.say("paper.nip")))).document(LOCALE);
	}

	StyledTable table(String number, String by, Instant now) {
		String site = device().map(fleet::siteOf).map(Site::name).orElse("");
		List<String> closing = List.of(WORDS.say("paper.place", day(now)),
				step().map(step -> step.who().getFirst()).map(Who::name).orElse(""), "", names.getOrDefault(by, ""));
		Metadata metadata = new Metadata(WORDS.say("paper.about"), List.of(
				new Metadata.Entry(WORDS.say("paper.about.run"), run.id() + ", " + run.procedure().title()),
				new Metadata.Entry(WORDS.say("paper.about.letter"), letter()),
				new Metadata.Entry(WORDS.say("paper.about.number"), number),
				new Metadata.Entry(WORDS.say("paper.about.device"), deviceName()),
				new Metadata.Entry(WORDS.say("paper.about.check"),
						DeviceCheck.of(run).map(DeviceCheck::state).orElse("–")),
				new Metadata.Entry(WORDS.say("paper.about.made"), new RepairTold(LOCALE, zone).time(now))));
		return new PartTable(fleet, LOCALE).of(wanted(), List.of(letterhead.government(), letterhead.office(),
				WORDS.say("paper.table", site.toUpperCase(Locale.ROOT))), closing, metadata);
	}
}
