package id.posko.transfer.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.OfficeHours;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;
import id.posko.staff.Workstation;
import id.posko.transfer.backup.BackupRun.Drill;
import id.posko.transfer.backup.BackupRun.DumpFile;
import id.posko.transfer.backup.BackupRun.Ending;
import id.posko.transfer.backup.Definitions.Defined;
import id.posko.transfer.backup.Judge.Earlier;

/**
 * Makes the defined backups, one of each at a time, and tries to restore them. What it does for somebody is permitted and
 * journalled. Any thread; blocks.
 */
@Component(service = Backups.class)
public final class Backups implements AutoCloseable {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss");

	private final Definitions definitions;
	private final BackupRuns runs;
	private final Machines machines;
	private final Acts acts;
	private final OfficeHours hours;
	private final InstantSource clock;
	private final Map<String, Working> working = new ConcurrentHashMap<>();

	@Activate
	public Backups(@Reference Definitions definitions, @Reference BackupRuns runs, @Reference Machines machines,
			@Reference Acts acts, @Reference OfficeHours hours) {
		this(definitions, runs, machines, acts, hours, InstantSource.system());
	}

	public Backups(Definitions definitions, BackupRuns runs, Machines machines, Acts acts, OfficeHours hours,
			InstantSource clock) {
		this.definitions = definitions;
		this.runs = runs;
		this.machines = machines;
		this.acts = acts;
		this.hours = hours;
		this.clock = clock;
	}

	/** Whether it was begun. */
	public sealed interface Beginning {

		record Began(Working working) implements Beginning {
		}

		record Refused(Reason why) implements Beginning {
		}
	}

	/** Of all that are defined, right or wrong. */
	public List<Standing> all() throws IOException {
		List<Standing> all = new ArrayList<>();
		for (Defined defined : definitions.all()) {
			all.add(standing(defined));
		}
		return all;
	}

	private Standing standing(Defined defined) throws IOException {
		return new Standing(defined, runs.of(defined.name()), working.containsKey(defined.name()));
	}

	public Optional<Standing> find(String name) throws IOException {
		Optional<Defined> defined = definitions.find(name);
		return defined.isEmpty() ? Optional.empty() : Optional.of(standing(defined.get()));
	}

	/** What of that name is at work. */
	public Optional<Working> working(String name) {
		return Optional.ofNullable(working.get(name));
	}

	/** @throws NotPermitted if he may not */
	public Beginning begin(Actor by, String name, Listener listener) throws IOException {
		acts.permit(by, Permission.BACKUP, Optional.empty(), name);
		return begun(by, name, "", listener);
	}

	/** As its schedule says, which somebody who may has set. */
	Beginning beginScheduled(String name) throws IOException {
		return begun(Actor.console(Workstation.here()), name, "schedule", Listener.NOBODY);
	}

	private synchronized Beginning begun(Actor by, String name, String purpose, Listener listener) throws IOException {
		Optional<Definition> found = definitions.find(name).flatMap(Defined::definition);
		if (found.isEmpty()) {
			return new Beginning.Refused(Reason.of("not_defined", name));
		}
		if (working.containsKey(name)) {
			return new Beginning.Refused(Reason.of("busy", name));
		}
		endForgotten(name);
		acts.done(by, "backup run", name, purpose, 0);
		Instant now = clock.instant();
		long number = runs.begin(name, now, by.name());
		Working work = new Working(number, listener, told -> run(by, found.get(), number, now, told),
				() -> working.remove(name));
		working.put(name, work);
		return new Beginning.Began(work.start());
	}

	/** Those that were at work when the console ended. */
	private void endForgotten(String name) throws IOException {
		for (BackupRun run : runs.of(name)) {
			if (run.ending().isEmpty()) {
				runs.end(run.number(), new Ending(clock.instant(), Duration.ZERO, -1, "",
						Verdict.bad(Reason.of("console_ended")), List.of()));
			}
		}
	}

	private BackupRun run(Actor by, Definition definition, long number, Instant began, Listener listener)
			throws IOException {
		Ending ending = execute(definition, number, began, listener);
		runs.end(number, ending);
		acts.done(by, "backup ended", definition.name() + " " + number, ending.verdict().grade().name(),
				ending.files().size());
		if (ending.verdict().isGood()) {
			new Expiry(runs, acts, by).remove(definition.name(), expired(definition));
		}
		return runs.find(number).orElseThrow();
	}

	private Ending execute(Definition definition, long number, Instant began, Listener listener) throws IOException {
		try {
			Optional<Place.Password> password = machines.password(definition);
			Path file = RunLog.path(definitions.folder(), definition.name(), "", number);
			try (RunLog log = new RunLog(file, password.map(Place.Password::text), listener::line)) {
				return new Execution(definition, machines.of(definition), definitions.tools(),
						STAMP.format(began.atZone(hours.calendar().zone())), log, listener)
						.run(password, earlier(definition.name()), clock);
			}
		} catch (Unreached e) {
			return new Ending(clock.instant(), Duration.ZERO, -1, "", Verdict.bad(e.reason()), List.of());
		}
	}

	private List<Earlier> earlier(String name) throws IOException {
		return runs.of(name).stream().filter(run -> run.isGood() || run.isRestored())
				.map(run -> new Earlier(run.ending().orElseThrow().took(), run.ending().orElseThrow().bytes())).toList();
	}

	/** What a run's command printed, without its password; the file need not be there any more. */
	public Path log(BackupRun run) {
		return RunLog.path(definitions.folder(), run.definition(), "", run.number());
	}

	/** Those whose time is over: what the next good run removes. */
	public List<BackupRun> expired(Definition definition) throws IOException {
		List<BackupRun> all = runs.of(definition.name()).stream().filter(run -> run.ending().isPresent()
				&& run.ending().get().files().stream().anyMatch(file -> !file.isRemoved())).toList();
		List<Retention.Dump> dumps = all.stream().map(run -> new Retention.Dump(run.number(), run.began(),
				run.isGood() || run.isRestored(), run.isRestored())).toList();
		List<Long> numbers = definition.retention().expired(dumps, hours.calendar().zone()).stream()
				.map(Retention.Dump::run).toList();
		return all.stream().filter(run -> numbers.contains(run.number())).toList();
	}

	/**
	 * Tries to restore the last good dump, where it was made.
	 *
	 * @throws NotPermitted if he may not
	 */
	public synchronized Beginning drill(Actor by, String name, Listener listener) throws IOException {
		acts.permit(by, Permission.BACKUP, Optional.empty(), name);
		Optional<Definition> found = definitions.find(name).flatMap(Defined::definition);
		if (found.isEmpty()) {
			return new Beginning.Refused(Reason.of("not_defined", name));
		}
		if (found.get().drill().isEmpty()) {
			return new Beginning.Refused(Reason.of("no_drill", name));
		}
		if (working.containsKey(name)) {
			return new Beginning.Refused(Reason.of("busy", name));
		}
		Optional<BackupRun> dump = runs.of(name).reversed().stream().filter(run -> run.ending()
				.filter(is -> is.verdict().grade() != Grade.BAD && !is.files().isEmpty()).isPresent()).findFirst();
		if (dump.isEmpty()) {
			return new Beginning.Refused(Reason.of("no_dump", name));
		}
		acts.done(by, "backup drill", name + " " + dump.get().number(), "", 0);
		Working work = new Working(dump.get().number(), listener, told -> drilled(by, found.get(), dump.get(), told),
				() -> working.remove(name));
		working.put(name, work);
		return new Beginning.Began(work.start());
	}

	private BackupRun drilled(Actor by, Definition definition, BackupRun run, Listener listener) throws IOException {
		Drill drill;
		try {
			Optional<Place.Password> password = machines.password(definition);
			Path file = RunLog.path(definitions.folder(), definition.name(), "drill-", run.number());
			try (RunLog log = new RunLog(file, password.map(Place.Password::text), listener::line)) {
				drill = new Restoring(definition, machines.of(definition), definitions.tools(), log)
						.run(password, run.ending().orElseThrow().files(), by.name(), clock);
			}
		} catch (Unreached e) {
			drill = new Drill(clock.instant(), by.name(), Duration.ZERO, -1, "", Verdict.bad(e.reason()));
		}
		runs.drilled(run.number(), drill);
		acts.done(by, "backup drilled", definition.name() + " " + run.number(), drill.verdict().grade().name(), 0);
		return runs.find(run.number()).orElseThrow();
	}

	/** A file of a run, and what is wrong with it; empty if it is as it was. */
	public record Checked(BackupRun run, DumpFile file, Optional<Reason> wrong) {
	}

	/**
	 * Reads the files of a run again that were brought here, or lie here.
	 *
	 * @throws NotPermitted if he may not
	 */
	public List<Checked> verify(Actor by, BackupRun run) throws IOException {
		acts.permit(by, Permission.BACKUP, Optional.empty(), run.definition());
		List<DumpFile> files = run.ending().map(Ending::files).orElse(List.of()).stream()
				.filter(file -> !file.isRemoved() && !file.place().isEmpty()).toList();
		if (!files.isEmpty()) {
			acts.done(by, "backup verified", run.definition() + " " + run.number(), "", files.size());
		}
		List<Checked> all = new ArrayList<>();
		for (DumpFile file : files) {
			all.add(new Checked(run, file, Expiry.wrong(file)));
		}
		return all;
	}

	/** Stops what is at work. */
	@Override
	@Deactivate
	public void close() {
		working.values().forEach(Working::close);
	}
}
