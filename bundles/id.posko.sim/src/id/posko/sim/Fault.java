package id.posko.sim;

import static id.posko.sim.Fault.Group.CAMERA;
import static id.posko.sim.Fault.Group.COUNTER;
import static id.posko.sim.Fault.Group.DATABASE;
import static id.posko.sim.Fault.Group.LINE;
import static id.posko.sim.Fault.Group.PC;
import static id.posko.sim.Fault.Group.POWER;
import static id.posko.sim.Fault.Group.SERVER;
import static id.posko.sim.Fault.Group.WEBSITE;

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
import id.posko.kit.Words;

/**
 * Something that can go wrong in the sample kabupaten.
 *
 * @param name as commands name it: {@code jalur-sumberjati}
 */
public record Fault(String name, Kind kind, Site site) {

	/** What faults are about, as they are shown together. */
	public enum Group {
		LINE, POWER, SERVER, COUNTER, PC, CAMERA, DATABASE, WEBSITE;

		/** {@code UPS dan listrik} */
		public String name(Locale locale) {
			return Words.of(Fault.class, locale).say("group." + this);
		}
	}

	public enum Kind {
		/** The line of the office is cut: nothing there answers. */
		JALUR(LINE, EnumSet.allOf(DeviceKind.class), Effect.SILENT),
		/** Answers are slow for this kind of line. */
		LAMBAT(LINE, EnumSet.allOf(DeviceKind.class), Effect.SLOW),
		/** A third of the answers is lost. */
		HILANG(LINE, EnumSet.allOf(DeviceKind.class), Effect.LOSSY),
		/** No mains at the office: its UPSs feed from their batteries, which run down. */
		LISTRIK(POWER, DeviceKind.UPS_SERVER, DeviceKind.UPS_CLIENT, Effect.ON_BATTERY),
		/** The batteries of the UPSs are nearly empty. */
		BATERAI(POWER, DeviceKind.UPS_SERVER, DeviceKind.UPS_CLIENT, Effect.BATTERY_LOW),
		/** The UPSs ask for new batteries. */
		GANTI(POWER, DeviceKind.UPS_SERVER, DeviceKind.UPS_CLIENT, Effect.REPLACE_BATTERY),
		/** The UPSs' agents answer no question any more; their network cards still echo. */
		UPS(POWER, DeviceKind.UPS_SERVER, DeviceKind.UPS_CLIENT, Effect.MUTE),
		/** The UPSs' agents repeat the same values for ever. */
		MACET(POWER, DeviceKind.UPS_SERVER, DeviceKind.UPS_CLIENT, Effect.STUCK),
		/** The AFIS server is off. */
		AFIS(SERVER, DeviceKind.AFIS_SERVER, Effect.SILENT),
		/** The disk of the AFIS server is full. */
		DISK(SERVER, DeviceKind.AFIS_SERVER, Effect.DISK_FULL),
		/** The AFIS server was restarted when the fault was switched on. */
		RESTART(SERVER, DeviceKind.AFIS_SERVER, Effect.RESTARTED),
		/** The AFIS server refuses our login. */
		LOGIN(SERVER, DeviceKind.AFIS_SERVER, Effect.LOGIN_REFUSED),
		/** The AFIS server's listener accepts and never answers. */
		BISU(SERVER, DeviceKind.AFIS_SERVER, Effect.MUTE),
		/** The NID Scheduler sends no more records: its counter stands still. */
		MANDEK(COUNTER, DeviceKind.AFIS_SERVER, Effect.COUNTER_STUCK),
		/** The NID Scheduler was restarted when the fault was switched on: its counter began anew. */
		ULANG(COUNTER, DeviceKind.AFIS_SERVER, Effect.COUNTER_RESTARTED),
		/** The client PCs, and with them what hangs on them, are off. */
		PC(Group.PC, EnumSet.of(DeviceKind.CLIENT_PC, DeviceKind.CAMERA, DeviceKind.UPS_CLIENT), Effect.SILENT),
		/** The finger scanners are unplugged. */
		LEPAS(Group.PC, DeviceKind.FINGER_SCANNER, Effect.UNPLUGGED),
		/** The finger scanners got no firmware from their PC and show the id of before. */
		FIRMWARE(Group.PC, DeviceKind.FINGER_SCANNER, Effect.FIRMWARE_MISSING),
		/** The cameras on the network are off. */
		KAMERA(CAMERA, DeviceKind.CAMERA, Effect.SILENT),
		/** The lenses of the cameras are covered. */
		GELAP(CAMERA, DeviceKind.CAMERA, Effect.DARK),
		/** The cameras send the same picture for ever. */
		BEKU(CAMERA, DeviceKind.CAMERA, Effect.FROZEN),
		/** The cameras send H.264, which is not decoded. */
		H264(CAMERA, DeviceKind.CAMERA, Effect.ENCODED),
		/** The password of the cameras is another one than the console's. */
		SANDI(CAMERA, DeviceKind.CAMERA, Effect.LOGIN_REFUSED),
		/** The database's listener accepts and never answers. */
		BASISDATA(DATABASE, DeviceKind.NID_SERVER, Effect.MUTE),
		/** The websites answer with status 503. */
		GALAT(WEBSITE, DeviceKind.WEBSITE, Effect.ERROR),
		/** The websites take their time before they answer. */
		LEMOT(WEBSITE, DeviceKind.WEBSITE, Effect.LATE),
		/** The websites show another page, without the text that is expected. */
		KOSONG(WEBSITE, DeviceKind.WEBSITE, Effect.TEXT_MISSING),
		/** The websites accept and never answer. */
		GANTUNG(WEBSITE, DeviceKind.WEBSITE, Effect.MUTE),
		/** The pages of the websites have no end. */
		MELUAP(WEBSITE, DeviceKind.WEBSITE, Effect.ENDLESS),
		/** The certificate of the website with HTTPS ends in some days. */
		HAMPIR(WEBSITE, DeviceKind.WEBSITE, Effect.CERTIFICATE_SOON),
		/** The certificate of the website with HTTPS has ended. */
		KEDALUWARSA(WEBSITE, DeviceKind.WEBSITE, Effect.CERTIFICATE_OVER);

		private final Group group;
		private final Set<DeviceKind> hits;
		private final Effect effect;

		Kind(Group group, Set<DeviceKind> hits, Effect effect) {
			this.group = group;
			this.hits = hits;
			this.effect = effect;
		}

		Kind(Group group, DeviceKind hits, Effect effect) {
			this(group, EnumSet.of(hits), effect);
		}

		Kind(Group group, DeviceKind first, DeviceKind second, Effect effect) {
			this(group, EnumSet.of(first, second), effect);
		}

		public Group group() {
			return group;
		}

		private boolean isAt(SiteKind site) {
			return switch (site) {
			case KECAMATAN -> group != DATABASE && group != WEBSITE;
			case DATA_CENTRE -> this == JALUR || group == DATABASE;
			case DINAS -> group == WEBSITE;
			};
		}
	}

	/** What becomes of a device and its answers. */
	public enum Effect {
		SILENT, SLOW, LOSSY, MUTE, ON_BATTERY, BATTERY_LOW, REPLACE_BATTERY, STUCK, DISK_FULL, RESTARTED, LOGIN_REFUSED,
		COUNTER_STUCK, COUNTER_RESTARTED, UNPLUGGED, FIRMWARE_MISSING, DARK, FROZEN, ENCODED, ERROR, LATE, TEXT_MISSING,
		ENDLESS, CERTIFICATE_SOON, CERTIFICATE_OVER
	}

	/** All faults of the fleet: each kind at each kecamatan, the data centre cut off, its database hanging, the websites. */
	static List<Fault> all(Fleet fleet) {
		return fleet.sites().stream().flatMap(site -> Stream.of(Kind.values()).filter(kind -> kind.isAt(site.kind()))
				.map(kind -> new Fault(kind.name().toLowerCase(Locale.ROOT) + "-" + shortName(site), kind, site))).toList();
	}

	private static String shortName(Site site) {
		return switch (site.kind()) {
		case DATA_CENTRE -> "pusat";
		case DINAS -> "dinas";
		case KECAMATAN -> site.name().substring(site.name().lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
		};
	}

	/** What is wrong, for a person: {@code Pemindai jari tercabut dari PC klien} */
	public String label(Locale locale) {
		return Words.of(Fault.class, locale).say("fault." + kind);
	}

	boolean hits(Device device) {
		return device.site().equals(site.code()) && kind.hits.contains(device.kind());
	}

	Effect effect() {
		return kind.effect;
	}

	/** A cut data centre cuts all kecamatan, as the hub of their private network. */
	boolean cutsAll() {
		return site.kind() == SiteKind.DATA_CENTRE && kind == Kind.JALUR;
	}
}
