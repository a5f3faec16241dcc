package id.posko.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hours in which only what is urgent is told, on the wall clock; they may go over midnight. */
record Quiet(LocalTime from, LocalTime until, ZoneId zone) {

	boolean holds(Instant at) {
		LocalTime time = LocalTime.ofInstant(at, zone);
		return from.isBefore(until) ? !time.isBefore(from) && time.isBefore(until)
				: !time.isBefore(from) || time.isBefore(until);
	}

	/** The first end after that moment. */
	Instant end(Instant at) {
		ZonedDateTime today = at.atZone(zone).with(until);
		return (today.toInstant().isAfter(at) ? today : today.plusDays(1)).toInstant();
	}
}
