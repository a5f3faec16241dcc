package id.posko.procedure.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.posko.kit.OfficeCalendar;
import id.posko.procedure.StandardTime;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class CalendarTimeTest {

	private final OfficeCalendar calendar = OfficeCalendar.standard();
	private final OfficeTime office = new CalendarTime(calendar);

	private Instant at(String local) {
		return LocalDateTime.parse(local).atZone(calendar.zone()).toInstant();
	}

	private void assertDue(String local, String from, String written) {
		assertEquals(at(local), office.due(at(from), (StandardTime.Span) StandardTime.parse(written).orElseThrow()), written);
	}

	@Test
	void standardTimesAreUsedUpInOfficeTime() {
		assertDue("2026-11-02T12:00", "2026-11-02T11:30", "30 menit");
		assertDue("2026-11-02T13:01", "2026-11-02T11:30", "31 menit");
		assertDue("2026-11-09T16:00", "2026-11-05T16:00", "2 hari");
		assertDue("2026-11-10T10:00", "2026-11-06T10:00", "2 hari");
		assertDue("2026-11-10T07:30", "2026-11-02T18:00", "1 minggu");
		assertDue("2026-12-28T07:30", "2026-11-25T09:00", "1 bulan");
	}
}
