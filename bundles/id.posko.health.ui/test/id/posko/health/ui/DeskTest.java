package id.posko.health.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

import id.posko.kit.DeviceKind;

class DeskTest {

	private static final List<DeviceKind> SEATED = Arrays.stream(DeviceKind.values())
			.filter(kind -> Desk.seat(kind) != null).toList();

	@Test
	void noTwoDevicesStandInOnePlace() {
		assertEquals(11, SEATED.size());
		Rectangle area = new Rectangle(0, 0, 1000, 240);
		for (DeviceKind one : SEATED) {
			for (DeviceKind other : SEATED) {
				assertFalse(one != other && Desk.seat(one).in(area, 220, 58).intersects(Desk.seat(other).in(area, 220, 58)),
						one + " on " + other);
			}
		}
	}

	@Test
	void arrowsLeadToTheNearestAndFromAnyDeviceToAnyOther() {
		assertEquals(Optional.of(DeviceKind.CLIENT_PC), Desk.beside(DeviceKind.AFIS_SERVER, SWT.ARROW_RIGHT, SEATED));
		assertEquals(Optional.of(DeviceKind.CAMERA), Desk.beside(DeviceKind.CLIENT_PC, SWT.ARROW_UP, SEATED));
		assertEquals(Optional.empty(), Desk.beside(DeviceKind.MODEM, SWT.ARROW_LEFT, SEATED));
		List<DeviceKind> few = List.of(DeviceKind.MODEM, DeviceKind.ROUTER);
		assertEquals(Optional.of(DeviceKind.ROUTER), Desk.beside(DeviceKind.MODEM, SWT.ARROW_DOWN, few));
		assertEquals(Optional.empty(), Desk.beside(DeviceKind.MODEM, 'x', SEATED));
	}
}
