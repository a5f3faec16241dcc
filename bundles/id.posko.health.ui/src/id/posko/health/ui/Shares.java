package id.posko.health.ui;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

import id.posko.health.AvailabilityReport;
import id.posko.health.AvailabilityReport.Line;
import id.posko.health.AvailabilityReport.Share;
import id.posko.kit.Words;
import id.posko.ui.Mark;
import id.posko.ui.Tone;
import id.posko.ui.chart.ShareChart.Bar;
import id.posko.ui.chart.ShareChart.Part;
import id.posko.ui.chart.Texture;

/** How the report's lines look as bars. */
record Shares(Words words) {

	private static final double PERCENT = 100;

	List<Part> parts() {
		return Arrays.stream(Share.values()).map(share -> new Part(words.say("share." + share), tone(share), texture(share)))
				.toList();
	}

	private static Tone tone(Share share) {
		return switch (share) {
			case UP -> Tone.GOOD;
			case DOWN -> Tone.BAD;
			case NETWORK -> Tone.CUT;
			case POWER -> Tone.WARN;
			case MAINTENANCE -> Tone.PAUSED;
			case NOT_MEASURED -> Tone.FAINT;
		};
	}

	private static Texture texture(Share share) {
		return switch (share) {
			case UP, DOWN -> Texture.SOLID;
			case NETWORK -> Texture.RISING;
			case POWER -> Texture.FALLING;
			case MAINTENANCE -> Texture.UPRIGHT;
			case NOT_MEASURED -> Texture.EMPTY;
		};
	}

	/** The standard is of the measured time, so it stands where that much of it is reached. */
	Bar<Line> bar(AvailabilityReport report, Line line) {
		double whole = sum(line, share -> true);
		List<Double> shares = Arrays.stream(Share.values()).map(share -> whole == 0 ? 0 : millis(line, share) / whole)
				.toList();
		double measured = sum(line, share -> share != Share.MAINTENANCE && share != Share.NOT_MEASURED);
		OptionalDouble target = measured == 0 ? OptionalDouble.empty()
				: OptionalDouble.of(report.target() / PERCENT * measured / whole);
		String name = line.device().map(device -> device.name()).orElse(line.site().name());
		return new Bar<>(line, name, shares, target, mark(report, line), answered(line), tip(name, line, shares));
	}

	private static double millis(Line line, Share share) {
		return line.time(share).toMillis();
	}

	private static double sum(Line line, Function<Share, Boolean> counts) {
		return Arrays.stream(Share.values()).filter(counts::apply).mapToDouble(share -> millis(line, share)).sum();
	}

	static Mark mark(AvailabilityReport report, Line line) {
		return report.isMet(line).map(met -> met ? Mark.GOOD : Mark.BAD).orElse(Mark.NONE);
	}

	private String answered(Line line) {
		return line.answered().isPresent() ? words.say("share.answered", line.answered().getAsDouble()) : "";
	}

	private String tip(String name, Line line, List<Double> shares) {
		StringBuilder tip = new StringBuilder(name);
		for (Share share : Share.values()) {
			double part = shares.get(share.ordinal());
			if (part > 0) {
				tip.append('\n').append(words.say("share.tip", words.say("share." + share), part * PERCENT));
			}
		}
		return tip.append('\n').append(words.say("share.outages", line.outages())).toString();
	}

}
