package id.posko.sim;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;

/**
 * Something that can go wrong in the sample kabupaten.
 *
 * @param name as commands name it: {@code jalur-sumberjati}
 */
public record Fault(String name, Kind kind, Site site) {

	private static final Set<DeviceKind> UPSES = EnumSet.of(DeviceKind.UPS_SERVER, DeviceKind.UPS_CLIENT);
	private static final Set<DeviceKind> SERVERS = EnumSet.of(DeviceKind.AFIS_SERVER);

	public enum Kind {
		/** The line of the office is cut: nothing there answers. */
		JALUR(EnumSet.allOf(DeviceKind.class), Effect.SILENT),
		/** The AFIS server is off. */
		AFIS(SERVERS, Effect.SILENT),
		/** The client PCs, and with them what hangs on them, are off. */
		PC(EnumSet.of(DeviceKind.CLIENT_PC, DeviceKind.CAMERA, DeviceKind.UPS_CLIENT), Effect.SILENT),
		/** Answers are slow for this kind of line. */
		LAMBAT(EnumSet.allOf(DeviceKind.class), Effect.SLOW),
		/** A third of the answers is lost. */
		HILANG(EnumSet.allOf(DeviceKind.class), Effect.LOSSY),
		/** No mains at the office: its UPSs feed from their batteries, which run down. */
		LISTRIK(UPSES, Effect.ON_BATTERY),
		/** The batteries of the UPSs are nearly empty. */
		BATERAI(UPSES, Effect.BATTERY_LOW),
		/** The UPSs ask for new batteries. */
		GANTI(UPSES, Effect.REPLACE_BATTERY),
		/** The UPSs' agents answer no question any more; their network cards still echo. */
		UPS(UPSES, Effect.MUTE),
		/** The UPSs' agents repeat the same values for ever. */
		MACET(UPSES, Effect.STUCK),
		/** The disk of the AFIS server is full. */
		DISK(SERVERS, Effect.DISK_FULL),
		/** The AFIS server was restarted when the fault was switched on. */
		RESTART(SERVERS, Effect.RESTARTED),
		/** The AFIS server refuses our login. */
		LOGIN(SERVERS, Effect.LOGIN_REFUSED),
		/** The AFIS server's listener accepts and never answers. */
		BISU(SERVERS, Effect.MUTE);

		private final Set<DeviceKind> hits;
		private final Effect effect;

		Kind(Set<DeviceKind> hits, Effect effect) {
			this.hits = hits;
			this.effect = effect;
		}
	}

	/** What becomes of a device and its answers. */
	public enum Effect {
		SILENT, SLOW, LOSSY, MUTE, ON_BATTERY, BATTERY_LOW, REPLACE_BATTERY, STUCK, DISK_FULL, RESTARTED, LOGIN_REFUSED
	}

	/** All faults of the fleet: each kind at each kecamatan, and the data centre cut off. */
	static List<Fault> all(Fleet fleet) {
		return fleet.sites().stream().flatMap(site -> switch (site.kind()) {
		case KECAMATAN -> Stream.of(Kind.values()).map(kind -> new Fault(
				kind.name().toLowerCase(Locale.ROOT) + "-" + shortName(site), kind, site));
		case DATA_CENTRE -> Stream.of(new Fault("jalur-pusat", Kind.JALUR, site));
		case DINAS -> Stream.<Fault>of();
		}).toList();
	}

	private static String shortName(Site site) {
		return site.name().substring(site.name().lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
	}

	boolean hits(Device device) {
		return device.site().equals(site.code()) && kind.hits.contains(device.kind());
	}

	Effect effect() {
		return kind.effect;
	}

	boolean isCentre() {
		return site.kind() == SiteKind.DATA_CENTRE;
	}
}
