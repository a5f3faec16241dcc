package id.posko.transfer.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.OfficeHours;
import id.posko.transfer.backup.Definitions.Defined;

/** Begins backups when their schedules say so, from {@link #start} on, in the one process that holds the data folder. */
@Component(service = Timetable.class)
public final class Timetable implements AutoCloseable {

	private static final int SECONDS = 20;
	private static final Logger LOG = System.getLogger(Timetable.class.getName());

	private final Definitions definitions;
	private final BackupRuns runs;
	private final Backups backups;
	private final OfficeHours hours;
	private final InstantSource clock;
	private final ScheduledExecutorService ticks = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("posko-backup-timetable").factory());
	private boolean isStarted;

	@Activate
	public Timetable(@Reference Definitions definitions, @Reference BackupRuns runs, @Reference Backups backups,
			@Reference OfficeHours hours) {
		this(definitions, runs, backups, hours, InstantSource.system());
	}

	Timetable(Definitions definitions, BackupRuns runs, Backups backups, OfficeHours hours, InstantSource clock) {
		this.definitions = definitions;
		this.runs = runs;
		this.backups = backups;
		this.hours = hours;
		this.clock = clock;
	}

	/** A second time changes nothing. */
	public synchronized void start() {
		if (!isStarted) {
			isStarted = true;
			ticks.scheduleWithFixedDelay(this::tick, 0, SECONDS, TimeUnit.SECONDS);
		}
	}

	/** Begins what is due now. */
	void tick() {
		try {
			ZoneId zone = hours.calendar().zone();
			for (Defined defined : definitions.all()) {
				if (isDue(defined, clock.instant(), zone)) {
					backups.beginScheduled(defined.name());
				}
			}
		} catch (IOException | UncheckedIOException e) {
			LOG.log(Level.WARNING, "scheduled backups", e);
		}
	}

	private boolean isDue(Defined defined, Instant now, ZoneId zone) throws IOException {
		Optional<Schedule> schedule = defined.definition().flatMap(Definition::schedule);
		if (schedule.isEmpty() || backups.working(defined.name()).isPresent()) {
			return false;
		}
		Instant last = Stream.concat(Stream.of(defined.since()), runs.of(defined.name()).stream().map(BackupRun::began))
				.max(Instant::compareTo).orElseThrow();
		return schedule.get().isDue(last, now, zone);
	}

	@Override
	@Deactivate
	public void close() {
		ticks.shutdownNow();
	}
}
