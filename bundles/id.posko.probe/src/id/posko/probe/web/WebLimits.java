package id.posko.probe.web;

import java.util.Optional;

import id.posko.kit.Limit;

/**
 * From when a website is not as it should be.
 *
 * @param first seconds until its first answer, and above: 1.8, "poor" of web.dev's Time to First Byte
 * @param total seconds until its page is whole, and above: 4, "poor" of web.dev's Largest Contentful Paint, before which
 *            nobody can read it
 * @param certificate days that its certificate still holds, and below: 30, when the authorities that renew by themselves
 *            should have done so (Let's Encrypt renews certificates of 90 days after 60)
 */
record WebLimits(Limit first, Limit total, Limit certificate) {

	private static final double FIRST = 1.8;
	private static final double TOTAL = 4;
	private static final double CERTIFICATE = 30;
	/** Share of a limit that must be won back. */
	private static final double MARGIN = 0.1;

	/** The office's own limits, where it has set them. */
	static WebLimits of(Optional<Double> first, Optional<Double> total, Optional<Double> certificate) {
		return new WebLimits(slow(first.orElse(FIRST)), slow(total.orElse(TOTAL)),
				new Limit(certificate.orElse(CERTIFICATE), 0));
	}

	private static Limit slow(double seconds) {
		return Limit.beyond(seconds, seconds * MARGIN);
	}
}
