package id.posko.transfer.media;

import java.util.List;
import java.util.Optional;

import id.posko.transfer.media.Passport.Entry;
import id.posko.transfer.media.Passport.Event;

/**
 * How a medium does over time.
 *
 * @param rate
 *            bytes a second that it took lately: the median of the last three writings; empty before the first one
 * @param first
 *            the same of its first three writings
 * @param errors
 *            in its last ten works
 */
public record Wear(Optional<Double> rate, Optional<Double> first, long errors) {

	private static final int FEW = 3;
	private static final int LATELY = 10;
	/** A flash disk whose blocks wear out needs more tries for each: it grows slow before it fails. */
	private static final double SLOW = 0.6;

	static Wear of(List<Entry> history) {
		List<Double> rates = history.stream().filter(entry -> entry.event() == Event.WRITTEN)
				.flatMap(entry -> entry.rate().stream()).toList();
		List<Entry> works = history.stream().filter(entry -> entry.event() == Event.WRITTEN || entry.event() == Event.READ
				|| entry.event() == Event.TESTED).toList();
		return new Wear(median(rates.subList(Math.max(0, rates.size() - FEW), rates.size())),
				median(rates.subList(0, Math.min(FEW, rates.size()))),
				works.subList(Math.max(0, works.size() - LATELY), works.size()).stream().mapToLong(Entry::errors).sum());
	}

	private static Optional<Double> median(List<Double> rates) {
		List<Double> sorted = rates.stream().sorted().toList();
		return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
	}

	/** It takes less than 60 % of what it took when it was new. */
	public boolean isSlower() {
		return rate.isPresent() && first.isPresent() && rate.get() < SLOW * first.get();
	}

	/** Nothing that matters should be kept on it any longer. */
	public boolean isWorn() {
		return errors > 0 || isSlower();
	}
}
