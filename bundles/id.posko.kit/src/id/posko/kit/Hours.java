package id.posko.kit;

import java.time.LocalTime;

/** A stretch of a working day: open at {@code from}, no longer at {@code to}. */
public record Hours(LocalTime from, LocalTime to) {

	/** @throws IllegalArgumentException if it does not end after it begins */
	public Hours {
		if (!from.isBefore(to)) {
			throw new IllegalArgumentException(from + "-" + to);
		}
	}
}
