package id.posko.sim;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

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

	public enum Kind {
		/** The line of the office is cut: nothing there answers. */
		JALUR(_ -> true, Effect.SILENT),
		/** The AFIS server is off. */
		AFIS(device -> device.kind() == DeviceKind.AFIS_SERVER, Effect.SILENT),
		/** The client PCs, and with them what hangs on them, are off. */
		PC(device -> device.kind() == DeviceKind.CLIENT_PC || device.kind() == DeviceKind.CAMERA, Effect.SILENT),
		/** Answers are slow for this kind of line. */
		LAMBAT(_ -> true, Effect.SLOW),
		/** A third of the answers is lost. */
		HILANG(_ -> true, Effect.LOSSY);

		private final Predicate<Device> hits;
		private final Effect effect;

		Kind(Predicate<Device> hits, Effect effect) {
			this.hits = hits;
			this.effect = effect;
		}
	}

	/** What becomes of an answer. */
	public enum Effect {
		SILENT, SLOW, LOSSY
	}

	/** All faults of the fleet: each kind at each kecamatan, and the data centre cut off. */
	static List<Fault> all(Fleet fleet) {
		return fleet.sites().stream().flatMap(site -> switch (site.kind()) {
		case KECAMATAN -> List.of(Kind.values()).stream().map(kind -> new Fault(
				kind.name().toLowerCase(Locale.ROOT) + "-" + shortName(site), kind, site));
		case DATA_CENTRE -> List.of(new Fault("jalur-pusat", Kind.JALUR, site)).stream();
		case DINAS -> List.<Fault>of().stream();
		}).toList();
	}

	private static String shortName(Site site) {
		return site.name().substring(site.name().lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
	}

	boolean hits(Device device) {
		return device.site().equals(site.code()) && kind.hits.test(device);
	}

	Effect effect() {
		return kind.effect;
	}

	boolean isCentre() {
		return site.kind() == SiteKind.DATA_CENTRE;
	}
}
