package id.posko.ticket.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Labels;
import id.posko.kit.Site;
import id.posko.report.Column;
import id.posko.report.Metadata;
import id.posko.report.StyledTable;
import id.posko.report.Value;

/** The inventory of parts to replace or add, as a table. */
public record PartTable(Fleet fleet, Locale locale) {

	/** @param titles lines above it; @param closing lines below it */
	public StyledTable of(List<PartNeeded> parts, List<String> titles, List<String> closing, Metadata metadata) {
		RepairTold told = new RepairTold(locale);
		List<Column> columns = new ArrayList<>(Stream.of("number", "site", "device", "kind", "serial", "item", "part",
				"purpose").map(key -> Column.text(told.words().say("parts." + key))).toList());
		columns.add(Column.summed(Column.Kind.WHOLE, told.words().say("parts.quantity")));
		Stream.of("reason", "status", "since", "by", "run").map(key -> Column.text(told.words().say("parts." + key)))
				.forEach(columns::add);
		return new StyledTable(told.words().say("parts.sheet"), titles, columns,
				parts.stream().map(part -> row(part, told)).iterator(), told.words().say("parts.total"), closing, metadata);
	}

	private List<Value> row(PartNeeded part, RepairTold told) {
		PartDraft draft = part.draft();
		Optional<Device> device = fleet.device(draft.device());
		String site = fleet.site(draft.device().site()).map(Site::name).orElse(draft.device().site().text());
		return List.of(Value.of(part.number() + ""), Value.of(site), Value.of(draft.device().name()),
				Value.of(device.map(found -> new Labels(locale).of(found.kind())).orElse("")),
				Value.of(device.map(Device::serial).orElse("")), Value.of(draft.item()), Value.of(draft.part()),
				Value.of(told.purpose(draft.purpose())), Value.of(draft.quantity()), Value.of(draft.reason()),
				Value.of(told.status(part.status())), Value.of(told.time(part.since())), Value.of(part.askedBy()),
				Value.of(draft.run()));
	}
}
