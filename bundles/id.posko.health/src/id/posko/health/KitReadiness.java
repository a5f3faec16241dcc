package id.posko.health;

import static id.posko.kit.DeviceKind.AFIS_SERVER;
import static id.posko.kit.DeviceKind.CAMERA;
import static id.posko.kit.DeviceKind.CARD_READER;
import static id.posko.kit.DeviceKind.CLIENT_PC;
import static id.posko.kit.DeviceKind.FINGER_SCANNER;
import static id.posko.kit.DeviceKind.IRIS_SCANNER;
import static id.posko.kit.DeviceKind.MODEM;
import static id.posko.kit.DeviceKind.ROUTER;
import static id.posko.kit.DeviceKind.SIGNATURE_PAD;
import static id.posko.kit.DeviceKind.UPS_CLIENT;
import static id.posko.kit.DeviceKind.UPS_SERVER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Labels;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;

/**
 * "Kit siap rekam?" for one recording kit. What belongs to a kit is what SOP "Pemeliharaan alat perekaman", step 1,
 * names (server, finger, iris, signature pad, UPS client, UPS server, camera), with the PC they stand at and the modem
 * their records leave by; a router or card reader counts where the office has one.
 *
 * <p>No person can be recorded without {@linkplain #NEEDED server, PC, finger, iris, camera and signature pad}: one of
 * these down, in maintenance or not in the inventory makes the kit not ready. Without UPS, modem, router or card reader
 * recording goes on, unprotected from a power cut or not sent: they make it partly ready, and so does anything that is
 * degraded or behind a cut line, of which nothing worse is known. A needed device that nobody can measure leaves the
 * question open, unless something is known to be wrong. Where there are several of a kind the best one counts.
 *
 * @param kit 1 or 2; 0 where the office does not tell its kits apart
 * @param parts one for each kind, in the order in which their reasons are told
 */
public record KitReadiness(Site site, int kit, List<Part> parts) {

	/** The answer, from best to worst. */
	public enum Light {
		READY, NOT_MEASURED, PARTLY, NOT_READY;

		/** {@code Siap sebagian} */
		public String name(Locale locale) {
			return Words.of(Light.class, locale).say("light." + this);
		}
	}

	/** One kind of device in the kit; without health it is not in the inventory. */
	public record Part(DeviceKind kind, Optional<DeviceHealth> health) {

		public Light light() {
			boolean isNeeded = NEEDED.contains(kind);
			Light without = isNeeded ? Light.NOT_READY : Light.PARTLY;
			return switch (health.map(DeviceHealth::state).orElse(State.DOWN)) {
				case UP -> Light.READY;
				case DOWN, MAINTENANCE -> without;
				case DEGRADED, UNREACHABLE -> Light.PARTLY;
				case UNKNOWN, NOT_MEASURED -> isNeeded ? Light.NOT_MEASURED : Light.READY;
			};
		}

		/** A line that is down explains those behind it, and a fault more than a flaw. */
		private int urgency() {
			return switch (health.map(DeviceHealth::state).orElse(State.DOWN)) {
				case DOWN -> health.isPresent() ? 0 : 2;
				case MAINTENANCE -> 1;
				case UNREACHABLE -> 3;
				case DEGRADED -> 4;
				case UNKNOWN -> 5;
				case NOT_MEASURED -> 6;
				case UP -> 7;
			};
		}

		private boolean isOpen() {
			return health.filter(is -> is.state() == State.NOT_MEASURED || is.state() == State.UNKNOWN).isPresent();
		}

		private boolean isUnseen() {
			return isOpen() || health.filter(is -> is.state() == State.UNREACHABLE).isPresent();
		}
	}

	/** Without one of these nobody can be recorded. */
	private static final Set<DeviceKind> NEEDED = Set.of(AFIS_SERVER, CLIENT_PC, FINGER_SCANNER, IRIS_SCANNER, CAMERA,
			SIGNATURE_PAD);
	private static final List<DeviceKind> ALWAYS = List.of(AFIS_SERVER, CLIENT_PC, FINGER_SCANNER, IRIS_SCANNER, CAMERA,
			SIGNATURE_PAD, MODEM, UPS_SERVER, UPS_CLIENT);
	private static final List<DeviceKind> WHERE_THERE_IS_ONE = List.of(ROUTER, CARD_READER);
	private static final Set<DeviceKind> TELLS_A_KIT = Set.of(FINGER_SCANNER, IRIS_SCANNER, SIGNATURE_PAD);

	/** The kits of an office: none at a Dinas or data centre that has no scanner. */
	public static List<KitReadiness> of(Fleet fleet, Site site,
			Function<DeviceKey, Optional<DeviceHealth>> healths) {
		List<Device> devices = fleet.devicesAt(site.code());
		boolean records = site.kind() == SiteKind.KECAMATAN
				|| devices.stream().anyMatch(device -> TELLS_A_KIT.contains(device.kind()));
		if (!records) {
			return List.of();
		}
		List<Integer> kits = devices.stream().map(Device::kit).filter(kit -> kit > 0).distinct().sorted().toList();
		return (kits.isEmpty() ? List.of(0) : kits).stream().map(kit -> of(site, kit, devices, healths)).toList();
	}

	private static KitReadiness of(Site site, int kit, List<Device> devices,
			Function<DeviceKey, Optional<DeviceHealth>> healths) {
		List<DeviceHealth> mine = devices.stream().filter(device -> device.kit() == kit || device.kit() == 0)
				.flatMap(device -> healths.apply(device.key()).stream()).toList();
		List<Part> parts = new ArrayList<>();
		Stream.concat(ALWAYS.stream(), WHERE_THERE_IS_ONE.stream()).forEach(kind -> {
			Optional<Part> best = mine.stream().filter(health -> health.device().kind() == kind)
					.map(health -> new Part(kind, Optional.of(health)))
					.min(Comparator.comparing(Part::light).thenComparing(Part::urgency, Comparator.reverseOrder()));
			best.or(() -> WHERE_THERE_IS_ONE.contains(kind) ? Optional.empty()
					: Optional.of(new Part(kind, Optional.empty()))).ifPresent(parts::add);
		});
		return new KitReadiness(site, kit, mine.isEmpty() ? List.of() : List.copyOf(parts));
	}

	/** Of a kit without any device it is NOT_MEASURED. */
	public Light light() {
		return parts.stream().map(Part::light).max(Comparator.naturalOrder()).orElse(Light.NOT_MEASURED);
	}

	/** What most decides the light; empty for a ready kit and one without devices. */
	public Optional<Part> reason() {
		return parts.stream().filter(part -> part.light() == light() && light() != Light.READY)
				.min(Comparator.comparingInt(Part::urgency));
	}

	/** The answer and its reason: {@code Tidak siap rekam. Kamera 1: Tidak ada balasan dalam 4 detik.} */
	public String sentence(Locale locale) {
		Words words = Words.of(KitReadiness.class, locale);
		Optional<Part> reason = reason();
		if (reason.isPresent()) {
			Part part = reason.get();
			String name = part.health().map(health -> health.device().name())
					.orElseGet(() -> new Labels(locale).of(part.kind()));
			String why = part.health().map(health -> health.verdict().cause().sentence(locale))
					.orElseGet(() -> words.say("kit.missing"));
			String said = words.say("kit." + light(), name, why);
			long unseen = parts.stream().filter(other -> other != part && NEEDED.contains(other.kind()) && other.isUnseen())
					.count();
			return light() == Light.PARTLY && unseen > 0 ? words.say("kit.PARTLY.open", said, unseen) : said;
		}
		if (parts.isEmpty()) {
			return words.say("kit.empty");
		}
		List<String> open = parts.stream().filter(Part::isOpen)
				.map(part -> part.health().orElseThrow().device().name()).toList();
		return open.isEmpty() ? words.say("kit.READY") : words.say("kit.READY.open", String.join(", ", open));
	}
}
