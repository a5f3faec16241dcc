package id.posko.memory;

import id.posko.kit.OfficeCalendar;
import id.posko.kit.OfficeHours;

/** The hours of an office with the standard calendar, which is not to be changed. */
public final class UsualHours implements OfficeHours {

	@Override
	public OfficeCalendar calendar() {
		return OfficeCalendar.standard();
	}

	@Override
	public void keep(OfficeCalendar calendar) {
		throw new UnsupportedOperationException();
	}
}
