package id.posko.ticket;

import java.util.List;
import java.util.Optional;

import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;

/**
 * A ticket that is not opened yet.
 *
 * @param site the office it is about
 * @param cause the device that is broken; with a broken line the one where it is cut, whatever lies behind it
 * @param title one line
 * @param text all there is to say, as it is sent
 */
public record Draft(Kind kind, RegionCode site, Optional<DeviceKey> cause, String title, String text,
		List<Link> links) {

	public static final int LONGEST_TITLE = 200;
	public static final int LONGEST_TEXT = 20_000;

	public Draft {
		links = List.copyOf(links);
	}

	/** Whether both are of the same broken thing; without a device, of the same title in the same office. */
	boolean isLike(Draft other) {
		boolean isSame = cause.isPresent() ? cause.equals(other.cause)
				: other.cause.isEmpty() && site.equals(other.site) && title.strip().equalsIgnoreCase(other.title.strip());
		return kind == other.kind && isSame;
	}
}
