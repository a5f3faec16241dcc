package id.posko.transfer.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.OfficeHours;
import id.posko.report.DocumentWriter;
import id.posko.report.Writing;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;

/** Writes the report of a backup for the Kabid as a DOCX file. Any thread; blocks. */
@Component(service = BackupReports.class)
public final class BackupReports {

	private final Acts acts;
	private final OfficeHours hours;

	@Activate
	public BackupReports(@Reference Acts acts, @Reference OfficeHours hours) {
		this.acts = acts;
		this.hours = hours;
	}

	/** @throws NotPermitted if he may not take papers out */
	public Writing export(Actor by, Definition definition, BackupRun run, Path file, Instant now) throws IOException {
		acts.permit(by, Permission.EXPORT, Optional.empty(), definition.name());
		acts.done(by, "backup report", definition.name() + " " + run.number(), file.getFileName().toString(), 1);
		return new DocumentWriter().write(file,
				new BackupPaper(hours.calendar().zone()).of(run, definition, by.fullName(), now));
	}
}
