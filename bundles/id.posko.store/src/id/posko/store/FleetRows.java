package id.posko.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import id.posko.inventory.Edit;
import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;

/**
 * A fleet with the numbers that its devices have in our tables. A number stays with its device when that is renamed,
 * and comes back to it when its removal is undone ({@code removed}), so its history does.
 */
record FleetRows(Fleet fleet, Map<DeviceKey, Long> ids, Map<DeviceKey, Long> removed) {

	private static final String INSERT_SITE = "insert into site (name, kind, line, code, digits) values (?, ?, ?, ?, ?)";
	private static final String UPDATE_SITE = "update site set name = ?, kind = ?, line = ?, code = ? where digits = ?";
	private static final String DELETE_SITE = "delete from site where digits = ?";
	private static final String SELECT_SITES = "select digits, code, name, kind, line from site";

	private static final String INSERT_DEVICE = """
			insert into device (kind, address, serial_no, asset_tag, kit, parent_site, parent_name, notes,
			access_text, site_digits, name, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
	private static final String UPDATE_DEVICE = """
			update device set kind = ?, address = ?, serial_no = ?, asset_tag = ?, kit = ?, parent_site = ?,
			parent_name = ?, notes = ?, access_text = ? where site_digits = ? and name = ? and id = ?""";
	private static final String DELETE_DEVICE = "delete from device where id = ?";
	private static final String SELECT_DEVICES = """
			select id, site_digits, name, kind, address, serial_no, asset_tag, kit, parent_site, parent_name, notes,
			access_text from device""";

	private static final String INSERT_REMOVED = "insert into removed_device (site_digits, name, id) values (?, ?, ?)";
	private static final String DELETE_REMOVED = "delete from removed_device where site_digits = ? and name = ?";
	private static final String SELECT_REMOVED = "select site_digits, name, id from removed_device";

	private static final String SELECT_LAST_ID = "select id from last_id where entity = 'device'";
	private static final String UPDATE_LAST_ID = "update last_id set id = ? where entity = 'device'";

	Optional<Long> id(DeviceKey device) {
		return Optional.ofNullable(ids.get(device));
	}

	static FleetRows read(Handle handle) {
		Map<String, Site> sites = new HashMap<>();
		handle.createQuery(SELECT_SITES).map((row, _) -> site(row))
				.forEach(site -> sites.put(site.code().digits(), site));
		Map<DeviceKey, Long> ids = new HashMap<>();
		List<Device> devices = new ArrayList<>();
		handle.createQuery(SELECT_DEVICES).map((row, _) -> {
			Device device = device(row, sites.get(row.getString("site_digits")).code());
			ids.put(device.key(), row.getLong("id"));
			return device;
		}).forEach(devices::add);
		Map<DeviceKey, Long> removed = new HashMap<>();
		handle.createQuery(SELECT_REMOVED).map((row, _) -> Map.entry(
				new DeviceKey(new RegionCode(row.getString("site_digits")), row.getString("name")), row.getLong("id")))
				.forEach(entry -> removed.put(entry.getKey(), entry.getValue()));
		return new FleetRows(new Fleet(sites.values(), devices), ids, removed);
	}

	private static Site site(ResultSet row) throws SQLException {
		return new Site(new RegionCode(row.getString("code")), Columns.text(row, "name"),
				SiteKind.valueOf(row.getString("kind")), LinkKind.valueOf(row.getString("line")));
	}

	private static Device device(ResultSet row, RegionCode site) throws SQLException {
		String parent = row.getString("parent_name");
		return new Device(new DeviceKey(site, row.getString("name")), DeviceKind.valueOf(row.getString("kind")),
				Optional.ofNullable(row.getString("address")).map(Address::parse), Columns.text(row, "serial_no"),
				Columns.text(row, "asset_tag"), row.getInt("kit"), parent == null ? Optional.empty()
						: Optional.of(new DeviceKey(new RegionCode(row.getString("parent_site")), parent)),
				Columns.text(row, "notes"), Access.tryParse(Columns.text(row, "access_text")).orElseThrow());
	}

	/** Writes what the edit makes different; what then is. */
	FleetRows edit(Handle handle, Edit edit) {
		Fleet after = edit.on(fleet);
		Map<DeviceKey, Long> moved = new HashMap<>();
		fleet.devices().forEach(device -> moved.put(edit.renamed().getOrDefault(device.key(), device.key()),
				ids.get(device.key())));
		long last = handle.createQuery(SELECT_LAST_ID).mapTo(Long.class).one();
		Map<DeviceKey, Long> idsAfter = new HashMap<>();
		Map<DeviceKey, Long> removedAfter = new HashMap<>(removed);
		long next = last;
		for (Device device : after.devices()) {
			Long id = moved.remove(device.key());
			if (id == null) {
				id = removedAfter.remove(device.key());
			}
			idsAfter.put(device.key(), id != null ? id : ++next);
		}
		removedAfter.putAll(moved);
		FleetRows rows = new FleetRows(after, idsAfter, removedAfter);
		rows.write(handle, this);
		if (next != last) {
			handle.execute(UPDATE_LAST_ID, next);
		}
		return rows;
	}

	private void write(Handle handle, FleetRows before) {
		Map<Long, Device> left = HashMap.newHashMap(before.ids.size());
		before.fleet.devices().forEach(device -> left.put(before.ids.get(device.key()), device));
		List<Long> deleted = new ArrayList<>();
		List<Device> inserted = new ArrayList<>();
		List<Device> updated = new ArrayList<>();
		for (Device device : fleet.devices()) {
			Long id = ids.get(device.key());
			Device old = left.remove(id);
			if (old == null) {
				inserted.add(device);
			} else if (!old.key().equals(device.key())) {
				deleted.add(id);
				inserted.add(device);
			} else if (!old.equals(device)) {
				updated.add(device);
			}
		}
		deleted.addAll(left.keySet());
		writeSites(handle, before.fleet);
		Batch.execute(handle, DELETE_DEVICE, deleted, (row, id) -> row.bind(0, id));
		Batch.execute(handle, INSERT_DEVICE, inserted, this::bind);
		Batch.execute(handle, UPDATE_DEVICE, updated, this::bind);
		Batch.execute(handle, DELETE_SITE, without(before.fleet.sites(), site -> fleet.site(site.code()).isPresent()),
				(row, site) -> row.bind(0, site.code().digits()));
		Batch.execute(handle, DELETE_REMOVED, without(before.removed.entrySet(), removed.entrySet()::contains),
				(row, old) -> bind(row, 0, old.getKey()));
		Batch.execute(handle, INSERT_REMOVED, without(removed.entrySet(), before.removed.entrySet()::contains),
				(row, now) -> bind(row, 0, now.getKey()).bind(2, now.getValue()));
	}

	private void writeSites(Handle handle, Fleet before) {
		List<Site> inserted = new ArrayList<>();
		List<Site> updated = new ArrayList<>();
		for (Site site : fleet.sites()) {
			Optional<Site> old = before.site(site.code());
			if (old.isEmpty()) {
				inserted.add(site);
			} else if (!old.get().equals(site) || !old.get().code().text().equals(site.code().text())) {
				updated.add(site);
			}
		}
		Batch.execute(handle, INSERT_SITE, inserted, FleetRows::bind);
		Batch.execute(handle, UPDATE_SITE, updated, FleetRows::bind);
	}

	private static <T> List<T> without(Collection<T> all, Predicate<T> excluded) {
		return all.stream().filter(excluded.negate()).toList();
	}

	private static void bind(PreparedBatch row, Site site) {
		row.bind(0, Columns.orNull(site.name())).bind(1, site.kind().name()).bind(2, site.link().name())
				.bind(3, site.code().text()).bind(4, site.code().digits());
	}

	private void bind(PreparedBatch row, Device device) {
		row.bind(0, device.kind().name()).bind(1, device.address().map(Address::toString).orElse(null))
				.bind(2, Columns.orNull(device.serial())).bind(3, Columns.orNull(device.assetTag())).bind(4, device.kit())
				.bind(5, device.parent().map(parent -> parent.site().text()).orElse(null))
				.bind(6, device.parent().map(DeviceKey::name).orElse(null)).bind(7, Columns.orNull(device.notes()))
				.bind(8, Columns.orNull(device.access().toString()));
		bind(row, 9, device.key()).bind(11, ids.get(device.key()));
	}

	private static PreparedBatch bind(PreparedBatch row, int at, DeviceKey key) {
		return row.bind(at, key.site().digits()).bind(at + 1, key.name());
	}
}
