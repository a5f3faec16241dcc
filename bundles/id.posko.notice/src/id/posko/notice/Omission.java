package id.posko.notice;

import java.time.Instant;

/** Messages that nobody was told: how many, and when the first and the last of them happened. */
record Omission(long count, Instant first, Instant last) {

	static final Omission NONE = new Omission(0, Instant.MAX, Instant.MIN);

	Omission plus(Instant at) {
		return plus(new Omission(1, at, at));
	}

	Omission plus(Omission other) {
		return new Omission(count + other.count, first.isBefore(other.first) ? first : other.first,
				last.isAfter(other.last) ? last : other.last);
	}
}
