package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import id.posko.inventory.Edit;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory.Subscription;

/** What the inventory's tables must do on every database. */
interface InventoryCases {

	int EDITS = 50;

	/** With our tables, empty. */
	Database database();

	private static void assertSame(Fleet expected, Fleet actual) {
		assertEquals(List.copyOf(expected.sites()), List.copyOf(actual.sites()));
		assertEquals(expected.sites().stream().map(s -> s.code().text()).toList(),
				actual.sites().stream().map(s -> s.code().text()).toList());
		assertEquals(List.copyOf(expected.devices()), List.copyOf(actual.devices()));
	}

	@Test
	default void whateverIsEditedIsReadBackTheSame() {
		for (long seed = 1; seed <= 3; seed++) {
			Random random = new Random(seed);
			InventoryRows rows = new InventoryRows(database());
			rows.write(new Edit(List.of(), Map.of(), Set.copyOf(rows.fleet().devices().stream().map(Device::key).toList()),
					Set.copyOf(rows.fleet().sites().stream().map(s -> s.code()).toList()), List.of()));
			Fleet expected = Fleet.EMPTY;
			assertSame(expected, rows.fleet());
			for (int i = 0; i < EDITS; i++) {
				Edit edit = Offices.edit(expected, random);
				expected = edit.on(expected);
				rows.write(edit);
				assertSame(expected, rows.fleet());
				assertSame(expected, new InventoryRows(database()).fleet());
			}
		}
	}

	@Test
	default void aDeviceKeepsItsNumberWhenItIsRenamedAndWhenItsRemovalIsUndone() {
		InventoryRows rows = new InventoryRows(database());
		DeviceKey one = new DeviceKey(Offices.code(1), "PC 1");
		DeviceKey two = new DeviceKey(Offices.code(1), "PC 2");
		DeviceKey three = new DeviceKey(Offices.code(1), "PC 3");
		rows.write(Edit.put(List.of(Offices.site(1)), List.of(Offices.device(one, "a"), Offices.device(two, "b"))));
		Optional<Long> first = rows.id(one);
		Optional<Long> second = rows.id(two);
		assertNotEquals(first, second);
		rows.write(new Edit(List.of(), Map.of(one, two, two, one), Set.of(), Set.of(), List.of()));
		assertEquals(first, rows.id(two));
		assertEquals(second, rows.id(one));
		assertEquals("a", rows.fleet().device(two).orElseThrow().notes());
		rows.write(new Edit(List.of(), Map.of(two, three), Set.of(), Set.of(), List.of()));
		assertEquals(first, rows.id(three));
		Edit removal = new Edit(List.of(), Map.of(), Set.of(three), Set.of(), List.of());
		Edit undo = removal.inverse(rows.fleet());
		rows.write(removal);
		assertEquals(Optional.empty(), rows.id(three));
		InventoryRows later = new InventoryRows(database());
		later.write(undo);
		assertEquals(first, later.id(three));
		later.write(Edit.put(List.of(), List.of(Offices.device(two, ""))));
		assertNotEquals(first, later.id(two));
		assertNotEquals(second, later.id(two));
		assertEquals(later.id(two), new InventoryRows(database()).id(two));
	}

	@Test
	default void anEditThatFailsChangesNothing() {
		InventoryRows rows = new InventoryRows(database());
		rows.write(Offices.offices(2, 50, "good"));
		Fleet before = rows.fleet();
		List<Device> devices = new ArrayList<>(before.devices().stream().map(d -> Offices.device(d.key(), "new")).toList());
		devices.add(Offices.device(new DeviceKey(devices.getFirst().site(), "x".repeat(401)), "a name that is too long"));
		assertThrows(RuntimeException.class, () -> rows.write(Edit.put(List.of(Offices.site(9)), devices)));
		assertSame(before, rows.fleet());
		assertSame(before, new InventoryRows(database()).fleet());
		rows.write(Edit.put(List.of(Offices.site(9)), List.of()));
		assertEquals(3, rows.fleet().sites().size());
	}

	@Test
	default void noEmptyTextIsStored() {
		InventoryRows rows = new InventoryRows(database());
		rows.write(Offices.offices(1, 3, ""));
		for (String column : List.of("address", "serial_no", "asset_tag", "parent_site", "parent_name", "notes")) {
			assertEquals(0, count("char_length(" + column + ") = 0"));
		}
		assertEquals(3, count("notes is null"));
	}

	private int count(String condition) {
		return database().read(handle -> handle.createQuery("select count(*) from device where " + condition)
				.mapTo(Integer.class).one());
	}

	@Test
	default void listenersHearOfEveryEditUntilTheyEnd() {
		InventoryRows rows = new InventoryRows(database());
		List<Fleet> heard = new ArrayList<>();
		Subscription broken = rows.onChange(_ -> {
			throw new IllegalStateException("a bug in a listener, logged by this test on purpose");
		});
		Subscription subscription = rows.onChange(heard::add);
		rows.write(Offices.offices(1, 1, "a"));
		broken.close();
		rows.write(Offices.offices(1, 2, "b"));
		assertEquals(List.of(1, 2), heard.stream().map(fleet -> fleet.devices().size()).toList());
		subscription.close();
		rows.write(Offices.offices(1, 3, "c"));
		assertEquals(2, heard.size());
		assertEquals(3, rows.fleet().devices().size());
	}
}
