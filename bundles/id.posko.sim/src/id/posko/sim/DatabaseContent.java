package id.posko.sim;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What the simulated database knows: its clock, and how many records wait to be taken. */
record DatabaseContent(InstantSource time) {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSx")
			.withZone(ZoneOffset.ofHours(7));
	private static final int USUALLY_WAITING = 40;

	/** With PostgreSQL's numbers of them. */
	enum Type {
		INT4(23, 4), INT8(20, 8), TIMESTAMPTZ(1184, 8);

		final int oid;
		final int length;

		Type(int oid, int length) {
			this.oid = oid;
			this.length = length;
		}
	}

	record Value(String column, Type type, String text) {
	}

	/** Empty if this is no question that it can answer. */
	Optional<Value> of(String statement) {
		return switch (statement.strip().replaceAll("\\s*;$", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT)) {
		case "select 1" -> Optional.of(new Value("?column?", Type.INT4, "1"));
		case "select clock_timestamp()", "select now()" ->
			Optional.of(new Value("now", Type.TIMESTAMPTZ, STAMP.format(time.instant())));
		case Kabupaten.QUEUE -> Optional.of(new Value("count", Type.INT8, Long.toString(waiting())));
		default -> Optional.empty();
		};
	}

	/** Goes up and down in ten minutes. */
	private long waiting() {
		return Math.round(USUALLY_WAITING + 25 * Math.sin(2 * Math.PI * (time.instant().getEpochSecond() % 600) / 600.0));
	}
}
