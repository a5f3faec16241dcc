package id.posko.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import id.posko.kit.Device;
import id.posko.kit.Site;

/** When one device is asked; guarded by the lock of {@link Rounds}. */
final class Visit {

	enum Place {
		/** Waits for its time, or for none. */
		FREE,
		/** Its time came, but its host is being asked. */
		AT_BUSY_HOST,
		/** Its host is kept for it. */
		NEXT_AT_HOST,
		ASKED
	}

	final Device device;
	final HealthBoard.Intake intake;
	final List<Check> checks;
	final Duration timeout;
	/** Two devices with the same one are never asked at once. */
	final String host;
	/** The device's fixed place in a round, 0 to 1. */
	final double share;

	Place place = Place.FREE;
	/** Null while it is not due at any time. */
	Instant due;
	boolean urgent;
	/** Null while it is not being asked. */
	Asking asking;
	Instant lastEnd = Instant.MIN;
	/** Has to be asked again when it has been asked. */
	boolean again;

	Visit(Device device, HealthBoard.Intake intake, Site site, List<Check> checks) {
		this.device = device;
		this.intake = intake;
		this.checks = checks;
		timeout = site.link().timeout();
		host = device.address().map(address -> address.literal().map(ip -> ip.getHostAddress())
				.orElseGet(() -> address.host().toLowerCase(Locale.ROOT))).orElseGet(() -> "@" + device.key());
		share = share(device.site().digits() + '/' + device.name());
	}

	/** The same in every run, and evenly spread: the finalizer of MurmurHash3 over the text's hash. */
	private static double share(String text) {
		int h = text.hashCode();
		h = (h ^ h >>> 16) * 0x85ebca6b;
		h = (h ^ h >>> 13) * 0xc2b2ae35;
		return ((h ^ h >>> 16) & 0xffffffffL) / (double) (1L << 32);
	}

	boolean asksTheSameAs(Visit other) {
		return device.address().equals(other.device.address())
				&& device.access().equals(other.device.access()) && checks.equals(other.checks)
				&& timeout.equals(other.timeout);
	}
}
