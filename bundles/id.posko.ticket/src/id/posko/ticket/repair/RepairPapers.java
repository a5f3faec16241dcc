package id.posko.ticket.repair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DataFolder.OpenFolder;
import id.posko.kit.Device;
import id.posko.kit.Inventory;
import id.posko.kit.OfficeHours;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.EvidenceFiles;
import id.posko.procedure.desk.EvidenceFiles.Keeping;
import id.posko.procedure.desk.Task;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Run;
import id.posko.report.DocumentWriter;
import id.posko.report.Format;
import id.posko.report.TableWriter;
import id.posko.report.Writing;
import id.posko.staff.Account;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;
import id.posko.staff.Staff;
import id.posko.ticket.Told;

/** Writes the papers of a repair's run, as evidence of it or for whoever takes them out. Any thread; blocks. */
@Component(service = RepairPapers.class)
public final class RepairPapers {

	private static final Words WORDS = Words.of(Told.class, Words.INDONESIAN);

	private final Inventory inventory;
	private final NeededParts parts;
	private final Staff staff;
	private final Acts acts;
	private final EvidenceFiles files;
	private final OpenFolder folder;
	private final OfficeHours hours;
	private final InstantSource clock;

	@Activate
	public RepairPapers(@Reference Inventory inventory, @Reference NeededParts parts, @Reference Staff staff,
			@Reference Acts acts, @Reference EvidenceFiles files, @Reference OpenFolder folder,
			@Reference OfficeHours hours) {
		this(inventory, parts, staff, acts, files, folder, hours, InstantSource.system());
	}

	public RepairPapers(Inventory inventory, NeededParts parts, Staff staff, Acts acts, EvidenceFiles files,
			OpenFolder folder, OfficeHours hours, InstantSource clock) {
		this.inventory = inventory;
		this.parts = parts;
		this.staff = staff;
		this.acts = acts;
		this.files = files;
		this.folder = folder;
		this.hours = hours;
		this.clock = clock;
	}

	/** Which paper. */
	public enum Paper {
		/** The report of damage as a letter. */
		REPORT(".docx"),
		/** Its parts as a table. */
		TABLE(".xlsx"),
		/** The order that the request became. */
		DISPOSITION(".docx");

		private final String ending;

		Paper(String ending) {
			this.ending = ending;
		}

		/** Whether a file of that name can be one; the table can be CSV, too. */
		public boolean fits(Path file) {
			String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
			return this == TABLE ? Format.ofName(file).isPresent() : name.endsWith(ending);
		}
	}

	/**
	 * Writes a paper to a file, which leaves the console.
	 *
	 * @param number of the letter; "" leaves room for it
	 * @throws NotPermitted if he may not, at the run's office
	 */
	public Writing export(Actor by, Run run, Paper paper, String number, Path file) throws IOException {
		String object = run.id() + " " + file.getFileName();
		acts.permit(by, Permission.EXPORT, place(run), object);
		acts.done(by, "repair paper", object, number, 1);
		return write(by, run, paper, number, file);
	}

	/** Of the device; without one, the whole office. */
	private Optional<RegionCode> place(Run run) {
		return RepairHistory.found(inventory.fleet(), run.matter().getOrDefault(Subject.DEVICE, "")).map(Device::site);
	}

	private Writing write(Actor by, Run run, Paper paper, String number, Path file) throws IOException {
		RepairReport report = report(run);
		Instant now = clock.instant();
		return switch (paper) {
			case REPORT -> new DocumentWriter().write(file, report.damage(number, by.name(), now));
			case DISPOSITION -> new DocumentWriter().write(file, report.disposition());
			case TABLE -> new TableWriter().write(file, Format.ofName(file).orElseThrow(),
					report.table(number, by.name(), now));
		};
	}

	private RepairReport report(Run run) throws IOException {
		Map<String, String> names = staff.all().stream().collect(Collectors.toMap(Account::name, Account::fullName));
		return new RepairReport(run, inventory.fleet(), parts.ofRun(run.id()),
				OfficeHead.of(folder.path(), inventory.fleet()), names, hours.calendar().zone());
	}

	/** All papers, kept as evidence of the run. @throws IOException also if one can not be kept */
	public List<Evidence> keep(Task task, String number) throws IOException {
		Path temporary = Files.createTempDirectory("posko-repair");
		List<Evidence> kept = new ArrayList<>();
		try {
			for (Paper paper : Paper.values()) {
				Path file = temporary.resolve(WORDS.say("paper.file." + paper, task.run().id()) + paper.ending);
				try {
					if (write(task.by(), task.run(), paper, number, file) instanceof Writing.Refused(var fault, _)) {
						throw new IOException(fault.toString());
					}
					switch (files.keep("", file)) {
						case Keeping.Kept(Evidence.Attachment attachment) -> kept.add(attachment);
						case Keeping.Refused refused -> throw new IOException(refused.sentence(Words.INDONESIAN));
					}
				} finally {
					Files.deleteIfExists(file);
				}
			}
		} finally {
			Files.delete(temporary);
		}
		return kept;
	}
}
