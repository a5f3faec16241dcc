package id.posko.health.ui;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;

import id.posko.kit.DeviceKind;

/**
 * Where the devices of a kit stand on the desk, as columns and rows: line, server and its UPS at the left, the PC in
 * the middle with its UPS below it, what people are recorded with around it.
 */
final class Desk {

	static final int COLUMNS = 4;
	static final int ROWS = 3;

	/** Column and row, from the left and the top. */
	record Seat(int column, int row) {

		Rectangle in(Rectangle area, int width, int height) {
			int pitchX = area.width / COLUMNS;
			int pitchY = area.height / ROWS;
			return new Rectangle(area.x + column * pitchX + (pitchX - width) / 2,
					area.y + row * pitchY + (pitchY - height) / 2, width, height);
		}
	}

	private static final Map<DeviceKind, Seat> SEATS = new EnumMap<>(Map.ofEntries(
			Map.entry(DeviceKind.MODEM, new Seat(0, 0)), Map.entry(DeviceKind.AFIS_SERVER, new Seat(0, 1)),
			Map.entry(DeviceKind.UPS_SERVER, new Seat(0, 2)), Map.entry(DeviceKind.FINGER_SCANNER, new Seat(1, 0)),
			Map.entry(DeviceKind.IRIS_SCANNER, new Seat(1, 2)), Map.entry(DeviceKind.CAMERA, new Seat(2, 0)),
			Map.entry(DeviceKind.CLIENT_PC, new Seat(2, 1)), Map.entry(DeviceKind.UPS_CLIENT, new Seat(2, 2)),
			Map.entry(DeviceKind.SIGNATURE_PAD, new Seat(3, 0)), Map.entry(DeviceKind.CARD_READER, new Seat(3, 1)),
			Map.entry(DeviceKind.ROUTER, new Seat(3, 2))));
	private static final Map<DeviceKind, DeviceKind> TIED_TO = new EnumMap<>(Map.of(
			DeviceKind.MODEM, DeviceKind.AFIS_SERVER, DeviceKind.UPS_SERVER, DeviceKind.AFIS_SERVER,
			DeviceKind.AFIS_SERVER, DeviceKind.CLIENT_PC, DeviceKind.FINGER_SCANNER, DeviceKind.CLIENT_PC,
			DeviceKind.IRIS_SCANNER, DeviceKind.CLIENT_PC, DeviceKind.CAMERA, DeviceKind.CLIENT_PC,
			DeviceKind.SIGNATURE_PAD, DeviceKind.CLIENT_PC, DeviceKind.CARD_READER, DeviceKind.CLIENT_PC,
			DeviceKind.UPS_CLIENT, DeviceKind.CLIENT_PC));

	private Desk() {
	}

	static Seat seat(DeviceKind kind) {
		return SEATS.get(kind);
	}

	/** What it is plugged into. */
	static Optional<DeviceKind> tiedTo(DeviceKind kind) {
		return Optional.ofNullable(TIED_TO.get(kind));
	}

	/** The nearest of these in the direction of an arrow key; empty if there is none. */
	static Optional<DeviceKind> beside(DeviceKind from, int arrow, Collection<DeviceKind> present) {
		Seat at = seat(from);
		return present.stream().filter(kind -> ahead(at, seat(kind), arrow) > 0)
				.min(Comparator.comparingInt(kind -> 10 * aside(at, seat(kind), arrow) + ahead(at, seat(kind), arrow)));
	}

	private static int ahead(Seat from, Seat to, int arrow) {
		return switch (arrow) {
			case SWT.ARROW_LEFT -> from.column() - to.column();
			case SWT.ARROW_RIGHT -> to.column() - from.column();
			case SWT.ARROW_UP -> from.row() - to.row();
			case SWT.ARROW_DOWN -> to.row() - from.row();
			default -> 0;
		};
	}

	private static int aside(Seat from, Seat to, int arrow) {
		boolean isSideways = arrow == SWT.ARROW_LEFT || arrow == SWT.ARROW_RIGHT;
		return Math.abs(isSideways ? to.row() - from.row() : to.column() - from.column());
	}
}
