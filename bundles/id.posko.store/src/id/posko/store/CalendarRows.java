package id.posko.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.CalendarText;
import id.posko.kit.OfficeCalendar;
import id.posko.kit.OfficeHours;

/** The office's calendar. */
@Component
public final class CalendarRows implements OfficeHours {

	private static final String SELECT = "select text_part from calendar_part order by part_no";
	private static final String DELETE = "delete from calendar_part";
	private static final String INSERT = "insert into calendar_part (part_no, text_part) values (?, ?)";

	private final Database database;

	@Activate
	public CalendarRows(@Reference Database database) {
		this.database = database;
	}

	@Override
	public OfficeCalendar calendar() throws IOException {
		try {
			List<String> parts = database.read(handle -> handle.createQuery(SELECT).mapTo(String.class).list());
			if (parts.isEmpty()) {
				return OfficeCalendar.standard();
			}
			return switch (CalendarText.parse(Parts.texts(parts).getFirst())) {
				case CalendarText.Read(OfficeCalendar calendar) -> calendar;
				case CalendarText.Faulty(var faults) -> throw new IOException("calendar: " + faults);
			};
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	@Override
	public void keep(OfficeCalendar calendar) throws IOException {
		try {
			database.write(handle -> {
				handle.execute(DELETE);
				AtomicInteger number = new AtomicInteger();
				return Batch.execute(handle, INSERT, Parts.of(List.of(CalendarText.of(calendar))),
						(row, part) -> row.bind(0, number.incrementAndGet()).bind(1, part));
			});
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}
}
