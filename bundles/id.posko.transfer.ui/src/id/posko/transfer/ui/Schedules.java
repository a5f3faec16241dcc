package id.posko.transfer.ui;

import org.eclipse.e4.core.di.annotations.Optional;

import id.posko.transfer.backup.Timetable;
import jakarta.inject.Inject;

/** While the window holds the data folder, backups begin as their schedules say. */
public final class Schedules {

	@Inject
	void follow(@Optional Timetable timetable) {
		if (timetable != null) {
			timetable.start();
		}
	}
}
