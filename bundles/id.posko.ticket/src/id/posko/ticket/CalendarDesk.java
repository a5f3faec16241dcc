package id.posko.ticket;

import java.io.IOException;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.OfficeCalendar;
import id.posko.kit.OfficeHours;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;

/** Where the office's calendar is changed. All clocks count by the new one from then on, also for the past. */
@Component(service = CalendarDesk.class)
public final class CalendarDesk {

	private final OfficeHours hours;
	private final Acts acts;

	@Activate
	public CalendarDesk(@Reference OfficeHours hours, @Reference Acts acts) {
		this.hours = hours;
		this.acts = acts;
	}

	public OfficeCalendar calendar() throws IOException {
		return hours.calendar();
	}

	/**
	 * Keeps a calendar that was made of the one that is kept.
	 *
	 * @return false if somebody else changed that meanwhile: then nothing is kept
	 * @throws NotPermitted if he may not
	 */
	public synchronized boolean keep(Actor by, OfficeCalendar seen, OfficeCalendar calendar) throws IOException {
		acts.permit(by, Permission.PROCEDURES, Optional.empty(), "calendar");
		if (!hours.calendar().equals(seen)) {
			return false;
		}
		keep(by, calendar);
		return true;
	}

	/** @throws NotPermitted if he may not */
	public synchronized void keep(Actor by, OfficeCalendar calendar) throws IOException {
		acts.permit(by, Permission.PROCEDURES, Optional.empty(), "calendar");
		acts.done(by, "calendar changed", calendar.zone().getId(), "",
				calendar.holidays().size() + (long) calendar.special().size());
		hours.keep(calendar);
	}

	/**
	 * Before its days leave the console as a table.
	 *
	 * @throws NotPermitted if he may not
	 */
	public void export(Actor by, String file) {
		acts.permit(by, Permission.EXPORT, Optional.empty(), file);
		acts.done(by, "calendar exported", file, "", 1);
	}
}
