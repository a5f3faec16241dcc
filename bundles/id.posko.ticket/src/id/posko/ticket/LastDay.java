package id.posko.ticket;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import id.posko.health.RollUp;
import id.posko.health.Sample;
import id.posko.kit.Device;

/** What was measured on a path in the last 24 hours, as a drawing (SVG 1.1): a strip for each device. */
final class LastDay {

	/** @param samples the oldest first */
	record Strip(Device device, List<Sample> samples) {

		List<RollUp> hours() {
			return RollUp.of(samples);
		}
	}

	static final Duration LENGTH = Duration.ofHours(24);
	private static final int WIDTH = 960;
	private static final int HEIGHT = 110;
	private static final int LEFT = 60;
	private static final int PLOT = 70;

	private final Instant from;
	private final ZoneId zone;
	private final List<Strip> strips = new ArrayList<>();

	LastDay(Past past, List<Device> path, Instant now, ZoneId zone) throws IOException {
		from = now.minus(LENGTH);
		this.zone = zone;
		for (Device device : path) {
			strips.add(new Strip(device, past.samples(device.key(), from, now)));
		}
	}

	List<Strip> strips() {
		return strips;
	}

	/** Round trips as a line, lost answers as red strokes. @param milliseconds how that unit is written */
	String svg(String milliseconds) {
		StringBuilder svg = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
				.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" "
						.formatted(WIDTH + LEFT + 20, HEIGHT * strips.size() + 20))
				.append("font-size=\"11\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
		for (int i = 0; i < strips.size(); i++) {
			strip(svg, strips.get(i), HEIGHT * i + 10, milliseconds);
		}
		return svg.append("</svg>\n").toString();
	}

	private void strip(StringBuilder svg, Strip strip, int top, String milliseconds) {
		double most = Math.max(1, strip.samples().stream().flatMap(sample -> sample.roundTrip().stream())
				.mapToDouble(LastDay::millis).max().orElse(1));
		int bottom = top + 14 + PLOT;
		svg.append(text(LEFT, top + 10, strip.device().name()))
				.append(text(2, top + 24, "%.0f %s".formatted(most, milliseconds))).append(text(2, bottom, "0"));
		svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#999\"/>\n".formatted(LEFT,
				top + 14, WIDTH, PLOT));
		for (int hour = 0; hour <= 24; hour += 4) {
			svg.append(text((int) x(from.plus(Duration.ofHours(hour))) - 12, bottom + 12,
					DateTimeFormatter.ofPattern("HH.mm").format(from.plus(Duration.ofHours(hour)).atZone(zone))));
		}
		StringBuilder line = new StringBuilder();
		for (Sample sample : strip.samples()) {
			if (sample.lost()) {
				svg.append(svg(line)).append(lost(x(sample.at()), top + 14, bottom));
			} else if (sample.roundTrip().isPresent()) {
				line.append(line.isEmpty() ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", x(sample.at()),
						bottom - PLOT * millis(sample.roundTrip().get()) / most));
			}
		}
		svg.append(svg(line));
	}

	private static String lost(double x, int top, int bottom) {
		return String.format(Locale.ROOT, "<path d=\"M%.1f %dV%d\" stroke=\"#c00\"/>\n", x, top, bottom);
	}

	/** What was drawn so far, as a line of its own. */
	private static String svg(StringBuilder line) {
		String path = line.isEmpty() ? "" : "<path d=\"" + line + "\" fill=\"none\" stroke=\"#06c\"/>\n";
		line.setLength(0);
		return path;
	}

	private double x(Instant at) {
		return LEFT + WIDTH * (double) Duration.between(from, at).toMillis() / LENGTH.toMillis();
	}

	private static double millis(Duration duration) {
		return duration.toNanos() / 1e6;
	}

	/** XML 1.0 bears no control characters, and three signs only in disguise. */
	private static String text(int x, int y, String text) {
		return "<text x=\"%d\" y=\"%d\">".formatted(x, y)
				+ text.replaceAll("[\\p{Cntrl}\\p{Cs}\uFFFE\uFFFF]", " ").replace("&", "&amp;").replace("<", "&lt;")
						.replace(">", "&gt;") + "</text>\n";
	}
}
