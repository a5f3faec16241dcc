package id.posko.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import id.posko.health.KitReadiness.Light;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;

class KitReadinessTest {

	private static final RegionCode PLACE = new RegionCode("35.03.01");
	private static final Site PANGGUL = new Site(PLACE, "Panggul", SiteKind.KECAMATAN, LinkKind.VSAT);
	private static final Instant SINCE = Instant.parse("2026-03-02T01:00:00Z");
	private static final List<DeviceKind> WHOLE = List.of(DeviceKind.AFIS_SERVER, DeviceKind.CLIENT_PC,
			DeviceKind.FINGER_SCANNER, DeviceKind.IRIS_SCANNER, DeviceKind.CAMERA, DeviceKind.SIGNATURE_PAD,
			DeviceKind.MODEM, DeviceKind.UPS_SERVER, DeviceKind.UPS_CLIENT);

	private final List<Device> devices = new ArrayList<>();
	private final Map<DeviceKey, DeviceHealth> healths = new HashMap<>();

	private void put(DeviceKind kind, int kit, State state) {
		put(kind, kind.name() + kit, kit, state);
	}

	private void put(DeviceKind kind, String name, int kit, State state) {
		Device device = new Device(new DeviceKey(PLACE, name), kind, Optional.empty(), "", "", kit, Optional.empty(), "");
		Cause cause = switch (state) {
			case UP -> Cause.ANSWERED;
			case DOWN -> Cause.of("silent", Duration.ofSeconds(4));
			case DEGRADED -> Cause.of("ups_replace_battery");
			case UNREACHABLE -> Cause.of("behind", "Modem");
			case UNKNOWN -> Cause.of("check_failed", "boom");
			case MAINTENANCE -> Cause.of("maintenance", SINCE, "");
			case NOT_MEASURED -> Cause.of("no_check");
		};
		Verdict verdict = Verdict.of(state, cause, Evidence.NONE, SINCE, Optional.of(device.key()), Optional.of(SINCE));
		devices.add(device);
		healths.put(device.key(), new DeviceHealth(device, verdict, false, false, false, Optional.empty(), List.of()));
	}

	private void whole(int kit, Map<DeviceKind, State> except) {
		WHOLE.forEach(kind -> put(kind, kit, except.getOrDefault(kind, State.UP)));
	}

	private List<KitReadiness> kits() {
		Fleet fleet = new Fleet(List.of(PANGGUL), devices);
		return KitReadiness.of(fleet, PANGGUL, key -> Optional.ofNullable(healths.get(key)));
	}

	private OfficeReadiness office() {
		return new OfficeReadiness(PANGGUL, kits());
	}

	@ParameterizedTest
	@CsvSource({ "AFIS_SERVER,DOWN,NOT_READY", "CLIENT_PC,DOWN,NOT_READY", "FINGER_SCANNER,DOWN,NOT_READY",
			"IRIS_SCANNER,DOWN,NOT_READY", "SIGNATURE_PAD,DOWN,NOT_READY", "CAMERA,DOWN,NOT_READY",
			"CAMERA,MAINTENANCE,NOT_READY", "CAMERA,DEGRADED,PARTLY", "CAMERA,UNREACHABLE,PARTLY",
			"CAMERA,NOT_MEASURED,NOT_MEASURED", "CAMERA,UNKNOWN,NOT_MEASURED", "MODEM,DOWN,PARTLY",
			"MODEM,MAINTENANCE,PARTLY", "MODEM,UNREACHABLE,PARTLY", "MODEM,NOT_MEASURED,READY", "UPS_SERVER,DOWN,PARTLY",
			"UPS_SERVER,DEGRADED,PARTLY", "UPS_CLIENT,DOWN,PARTLY", "UPS_CLIENT,UNKNOWN,READY", "CAMERA,UP,READY" })
	void oneDeviceInAStateGivesTheLight(DeviceKind kind, State state, Light light) {
		whole(1, Map.of(kind, state));
		assertEquals(light, kits().getFirst().light());
		assertEquals(light != Light.READY, kits().getFirst().reason().filter(part -> part.kind() == kind).isPresent());
	}

	@ParameterizedTest
	@CsvSource({ "AFIS_SERVER,NOT_READY", "CLIENT_PC,NOT_READY", "FINGER_SCANNER,NOT_READY", "IRIS_SCANNER,NOT_READY",
			"SIGNATURE_PAD,NOT_READY", "CAMERA,NOT_READY", "MODEM,PARTLY", "UPS_SERVER,PARTLY", "UPS_CLIENT,PARTLY" })
	void oneKindThatIsNotInTheInventoryGivesTheLight(DeviceKind kind, Light light) {
		WHOLE.stream().filter(each -> each != kind).forEach(each -> put(each, 1, State.UP));
		KitReadiness kit = kits().getFirst();
		assertEquals(light, kit.light());
		assertTrue(kit.sentence(Words.INDONESIAN).endsWith(": Tidak ada di daftar alat."), kit.sentence(Words.INDONESIAN));
	}

	@Test
	void theWorstIsToldWithItsReason() {
		Map<DeviceKind, State> states = new EnumMap<>(DeviceKind.class);
		states.put(DeviceKind.UPS_SERVER, State.DEGRADED);
		states.put(DeviceKind.IRIS_SCANNER, State.NOT_MEASURED);
		whole(1, states);
		assertEquals("Siap sebagian. UPS_SERVER1: Baterai perlu diganti."
				+ " 1 alat lain belum terlihat.", kits().getFirst().sentence(Words.INDONESIAN));
		put(DeviceKind.ROUTER, 0, State.DOWN);
		assertEquals("Siap sebagian. ROUTER0: Tidak ada balasan dalam 4 detik."
				+ " 1 alat lain belum terlihat.",
				kits().getFirst().sentence(Words.INDONESIAN));
	}

	@Test
	void aCutLineIsToldBeforeWhatLiesBehindIt() {
		Map<DeviceKind, State> states = new EnumMap<>(DeviceKind.class);
		WHOLE.forEach(kind -> states.put(kind, State.UNREACHABLE));
		states.put(DeviceKind.MODEM, State.DOWN);
		whole(1, states);
		assertEquals(Light.PARTLY, kits().getFirst().light());
		assertEquals(DeviceKind.MODEM, kits().getFirst().reason().orElseThrow().kind());
	}

	@Test
	void aReadyKitSaysWhatNobodyMeasures() {
		whole(1, Map.of(DeviceKind.UPS_CLIENT, State.NOT_MEASURED));
		assertEquals("Siap rekam. Belum diukur: UPS_CLIENT1.", kits().getFirst().sentence(Words.INDONESIAN));
		assertEquals("Ready to record. Not measured: UPS_CLIENT1.", kits().getFirst().sentence(Locale.ENGLISH));
	}

	@Test
	void aSpareOneStandsInForABrokenOne() {
		whole(1, Map.of(DeviceKind.CAMERA, State.DOWN));
		put(DeviceKind.CAMERA, "Kamera cadangan", 1, State.UP);
		assertEquals(Light.READY, kits().getFirst().light());
	}

	@Test
	void whatIsSharedCountsForBothKitsAndOneKitsDevicesForItAlone() {
		List.of(1, 2).forEach(kit -> WHOLE.stream().filter(kind -> kind != DeviceKind.AFIS_SERVER)
				.forEach(kind -> put(kind, kit, kit == 2 && kind == DeviceKind.CAMERA ? State.DOWN : State.UP)));
		put(DeviceKind.AFIS_SERVER, 0, State.UP);
		assertEquals(List.of(Light.READY, Light.NOT_READY), kits().stream().map(KitReadiness::light).toList());
		assertEquals(Light.PARTLY, office().light(), "one kit still records");
		assertEquals("Kit 2: Tidak siap rekam. CAMERA2: Tidak ada balasan dalam 4 detik.",
				office().sentence(Words.INDONESIAN));
	}

	@Test
	void anOfficeIsNotReadyWhenNoKitRecords() {
		whole(1, Map.of(DeviceKind.CAMERA, State.DOWN));
		whole(2, Map.of(DeviceKind.CAMERA, State.NOT_MEASURED));
		assertEquals(Light.NOT_READY, office().light());
	}

	@Test
	void aKecamatanWithoutDevicesIsNotMeasuredAndADinasWithoutScannersHasNoKit() {
		assertEquals(Light.NOT_MEASURED, office().light());
		assertEquals("Belum ada alat perekaman di daftar.", office().sentence(Words.INDONESIAN));
		Site dinas = new Site(new RegionCode("35.03"), "Dinas", SiteKind.DINAS, LinkKind.FIBRE);
		assertEquals(List.of(), OfficeReadiness.of(new Fleet(List.of(dinas), List.of()), _ -> Optional.empty()));
	}
}
