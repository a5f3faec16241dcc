package id.posko.kit;

import java.io.IOException;

/** Keeps the office's calendar; implemented where the data folder's tables are. */
public interface OfficeHours {

	/** As it was kept last; {@link OfficeCalendar#standard} before that. */
	OfficeCalendar calendar() throws IOException;

	void keep(OfficeCalendar calendar) throws IOException;
}
