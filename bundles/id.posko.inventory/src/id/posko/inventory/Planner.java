package id.posko.inventory;

import id.posko.inventory.ImportPlan.FieldChange;
import id.posko.inventory.ImportPlan.RowPlan;
import id.posko.inventory.ImportPlan.SitePlan;
import id.posko.inventory.ListHeader.ListRow;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares a list's rows with the fleet as it is. */
final class Planner {

	private final Fleet base;
	private final ListHeader header;
	private final ParentNames names;
	private final Map<RegionCode, Described> sites = new LinkedHashMap<>();
	private final Map<DeviceKey, Integer> rowOfDevice = new HashMap<>();

	/** How the first row that tells of an office describes it. */
	private record Described(int row, Site site) {
	}

	/** A row with what could be read of it so far; what could not is null. */
	private static final class Judged {

		private final ListRow row;
		private final EntryReader reader;
		private DeviceKey key;
		private Device device;

		Judged(ListRow row, EntryReader reader) {
			this.row = row;
			this.reader = reader;
		}
	}

	Planner(Fleet base, ListHeader header) {
		this.base = base;
		this.header = header;
		names = new ParentNames(base.devices().stream().map(Device::key).toList());
	}

	ImportPlan plan(List<ListRow> rows, List<Notice> notices) {
		List<Judged> judged = rows.stream().map(this::keyed).toList();
		judged.forEach(this::readDevice);
		List<Problem> problems = new ArrayList<>();
		refuseLoops(judged, problems);
		List<RowPlan> plans = judged.stream().map(this::rowPlan).toList();
		return new ImportPlan(base, sitePlans(), plans, problems, notices);
	}

	private void tell(ListRow row, Problem problem) {
		row.problems().add(problem.at(problem.field().map(field -> header.place(field, row.number())).orElse(null)));
	}

	/** Reads which office and device a row is about, and makes sure that no earlier row contradicts it. */
	private Judged keyed(ListRow row) {
		EntryReader reader = new EntryReader(row.entry(), row.bad(), problem -> tell(row, problem));
		Judged judged = new Judged(row, reader);
		Optional<RegionCode> code = reader.code().map(c -> base.site(c).map(Site::code).orElse(c));
		Optional<String> name = reader.deviceName(Optional.empty());
		code.flatMap(c -> reader.site(c, base.site(c))).ifPresent(site -> agree(judged, site));
		if (code.isPresent() && name.isPresent()) {
			DeviceKey key = new DeviceKey(code.get(), name.get());
			Integer first = rowOfDevice.putIfAbsent(ParentNames.lower(key), row.number());
			Optional<DeviceKey> known = names.find(key);
			if (first != null) {
				reader.wrong(Rule.ROW_TWICE, Field.DEVICE_NAME, first, Texts.quoted(key.toString()));
			} else if (known.isPresent() && !known.get().equals(key)) {
				reader.wrong(Rule.OTHER_CASE, Field.DEVICE_NAME, Texts.quoted(known.get().name()));
			}
			names.add(key);
			judged.key = key;
		}
		return judged;
	}

	private void agree(Judged judged, Site site) {
		Described first = sites.putIfAbsent(site.code(), new Described(judged.row.number(), site));
		if (first != null && !first.site.equals(site)) {
			for (FieldChange change : FieldChange.between(Entry.of(first.site), Entry.of(site))) {
				if (change.field() != Field.REGION_CODE) {
					judged.reader.wrong(Rule.SITE_DIFFERS, change.field(), first.row, Texts.quoted(change.before()),
							Texts.quoted(change.after()));
				}
			}
		}
	}

	private void readDevice(Judged judged) {
		if (judged.key == null) {
			// What else is wrong with the row is told at once, though it is not yet known whose row it is.
			judged.reader.device(new DeviceKey(new RegionCode("00"), ""), Optional.empty(), names);
			return;
		}
		judged.reader.device(judged.key, base.device(judged.key), names)
				.filter(_ -> judged.row.problems().isEmpty()).ifPresent(device -> judged.device = device);
	}

	private void refuseLoops(List<Judged> judged, List<Problem> problems) {
		List<Site> described = sites.values().stream().map(Described::site).toList();
		List<Device> devices = judged.stream().filter(j -> j.device != null).map(j -> j.device).toList();
		Map<DeviceKey, Judged> byKey = new HashMap<>();
		judged.stream().filter(j -> j.device != null).forEach(j -> byKey.put(j.key, j));
		for (List<DeviceKey> loop : Loops.in(Edit.put(described, devices).on(base))) {
			boolean told = false;
			for (DeviceKey key : loop) {
				Judged row = byKey.get(key);
				if (row != null) {
					Field field = header.place(Field.PARENT, 1) == null ? Field.DEVICE_NAME : Field.PARENT;
					row.reader.wrong(Rule.LOOP, field, Loops.said(loop, key));
					told = true;
				}
			}
			if (!told) {
				problems.add(Problem.of(Rule.LOOP, null, Loops.said(loop, loop.getFirst())));
			}
		}
	}

	private RowPlan rowPlan(Judged judged) {
		int number = judged.row.number();
		if (!judged.row.problems().isEmpty() || judged.device == null) {
			return new RowPlan.Wrong(number, judged.row.entry(), List.copyOf(judged.row.problems()));
		}
		Optional<Device> old = base.device(judged.key);
		if (old.isEmpty()) {
			return new RowPlan.New(number, judged.device);
		}
		if (old.get().equals(judged.device)) {
			return new RowPlan.Unchanged(number, old.get());
		}
		Site site = base.siteOf(old.get());
		return new RowPlan.Changed(number, old.get(), judged.device,
				FieldChange.between(Entry.of(site, old.get()), Entry.of(site, judged.device)));
	}

	private List<SitePlan> sitePlans() {
		List<SitePlan> plans = new ArrayList<>();
		for (Described described : sites.values()) {
			Optional<Site> old = base.site(described.site.code());
			if (old.isEmpty()) {
				plans.add(new SitePlan.New(described.row, described.site));
			} else if (!old.get().equals(described.site)) {
				plans.add(new SitePlan.Changed(described.row, old.get(), described.site,
						FieldChange.between(Entry.of(old.get()), Entry.of(described.site))));
			}
		}
		return plans;
	}
}
