package id.posko.cli;

import id.posko.kit.OfficeCalendar;
import id.posko.kit.OfficeHours;

/** An office with the standard calendar. */
final class UsualHours implements OfficeHours {

	@Override
	public OfficeCalendar calendar() {
		return OfficeCalendar.standard();
	}

	@Override
	public void keep(OfficeCalendar calendar) {
		throw new UnsupportedOperationException();
	}
}
