package id.posko.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import id.posko.kit.Words;
import id.posko.kit.discovery.Discovered;
import id.posko.kit.discovery.Guess;
import id.posko.memory.Somebody;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalsTest {

	private static final Site OFFICE = new Site(new RegionCode("35.60.01"), "Kecamatan Satu", SiteKind.KECAMATAN,
			LinkKind.FIBRE);
	private static final Fleet FLEET = new Fleet(List.of(OFFICE),
			List.of(new Device(new DeviceKey(OFFICE.code(), "kamera 31"), DeviceKind.CAMERA, Address.tryParse("10.1.1.99"),
					"", "", 0, Optional.empty(), "")));

	private final MemoryInventory inventory = new MemoryInventory(FLEET);
	@TempDir
	private Path folder;
	private Lists lists;

	@BeforeEach
	void open() {
		lists = new Lists(inventory, inventory, new Somebody(folder).acts);
	}

	private static Discovered found(String host, String name, DeviceKind kind, String access) {
		return new Discovered(InetAddress.ofLiteral(host), name, List.of(),
				Optional.ofNullable(kind).map(k -> new Guess(k, Guess.Confidence.LIKELY, List.of())), Address.parse(host),
				Access.tryParse(access).orElseThrow(), true);
	}

	@Test
	void foundDevicesAreAddedTogetherAndTakenBackTogether() {
		List<Entry> entries = new Proposals(Words.INDONESIAN).entries(FLEET, OFFICE,
				List.of(found("10.1.1.31", "", DeviceKind.CAMERA, ""),
						found("10.1.1.15", "ups/dinas", DeviceKind.UPS_SERVER, "snmp.community=kantor"),
						found("10.1.1.16", "ups/dinas", DeviceKind.UPS_SERVER, ""), found("10.1.1.40", "", null, "")),
				Optional.of(DeviceKind.PRINTER));
		ImportPlan plan = lists.plan(entries);
		assertTrue(plan.isApplicable(), () -> plan.errors().toString());
		assertEquals(new ImportPlan.Totals(4, 0, 0, 0, 0, 0), plan.totals(), "none changes a device that is there");
		Outcome.Done done = assertInstanceOf(Outcome.Done.class, lists.apply(Somebody.ADB, plan));
		assertEquals(List.of("Kamera 31 (2)", "Printer 40", "kamera 31", "ups dinas", "ups dinas (2)"),
				inventory.fleet().devices().stream().map(Device::name).sorted().toList());
		Device ups = inventory.fleet().device(new DeviceKey(OFFICE.code(), "ups dinas")).orElseThrow();
		assertEquals("10.1.1.15", ups.address().orElseThrow().toString());
		assertEquals("snmp.community=kantor", ups.access().toString());
		assertInstanceOf(Outcome.Done.class, lists.undo(Somebody.ADB, done));
		assertEquals(1, inventory.fleet().devices().size());
	}

	@Test
	void whatIsUnclearIsLeftOutUntilSomebodySaysWhatItIs() {
		assertEquals(List.of(), new Proposals(Words.INDONESIAN).entries(FLEET, OFFICE,
				List.of(found("10.1.1.40", "", null, "")), Optional.empty()));
	}

	@Test
	void aWrongRowIsSaidWithoutAPlaceInAFile() {
		ImportPlan plan = lists.plan(List.of(Entry.of(OFFICE).with(Field.KIND, "FAX").with(Field.DEVICE_NAME, "x")));
		assertEquals(1, plan.errors().size());
		assertTrue(new Sentences(Words.INDONESIAN).say(plan.errors().getFirst()).contains("FAX"));
	}
}
