package id.posko.health.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import id.posko.health.Cause;
import id.posko.health.DeviceHealth;
import id.posko.health.Evidence;
import id.posko.health.State;
import id.posko.health.Verdict;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;

class OfficeTest {

	private final List<Site> sites = List.of(site("00", SiteKind.DATA_CENTRE), site("35.60", SiteKind.DINAS),
			site("35.60.01", SiteKind.KECAMATAN), site("35.60.02", SiteKind.KECAMATAN), site("36.01", SiteKind.DINAS));

	private static Site site(String code, SiteKind kind) {
		return new Site(new RegionCode(code), "Kantor " + code, kind, LinkKind.FIBRE);
	}

	private static DeviceHealth device(String site, State state) {
		Device device = new Device(new DeviceKey(new RegionCode(site), "Alat " + state), DeviceKind.PRINTER,
				Optional.empty(), "", "", 0, Optional.empty(), "");
		Verdict verdict = Verdict.of(state, Cause.of("not_yet"), Evidence.of("icmp"), Instant.EPOCH,
				Optional.of(device.key()), Optional.of(Instant.EPOCH));
		return new DeviceHealth(device, verdict, false, false, false, Optional.empty(), List.of());
	}

	@Test
	void officesLieInOneAnotherByTheirCodesAndTroubleRisesToTheTop() {
		List<DeviceHealth> healths = List.of(device("35.60", State.UP), device("35.60.01", State.UP),
				device("35.60.02", State.UNREACHABLE), device("35.60.02", State.NOT_MEASURED));
		List<Office> tops = Office.tree(new Fleet(sites, healths.stream().map(DeviceHealth::device).toList()), healths);
		assertEquals(List.of("00", "35.60", "36.01"), tops.stream().map(o -> o.site().code().text()).toList());
		Office dinas = tops.get(1);
		assertEquals(List.of("35.60.01", "35.60.02"), dinas.below().stream().map(o -> o.site().code().text()).toList());
		assertEquals(State.UP, dinas.own().mostUrgent());
		assertEquals(State.UNREACHABLE, dinas.all().mostUrgent());
		assertEquals(4, dinas.all().all());
		assertEquals(1, dinas.all().troubled());
		assertEquals(State.NOT_MEASURED, tops.getFirst().all().mostUrgent());
	}

	@Test
	void whatCanNotBeMeasuredDoesNotHideThatTheRestAnswers() {
		assertEquals(State.UP, States.mostUrgent(List.of(State.NOT_MEASURED, State.UP)));
		assertEquals(State.DOWN, States.mostUrgent(List.of(State.UNREACHABLE, State.DOWN, State.DEGRADED)));
	}
}
