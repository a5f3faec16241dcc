package id.posko.health;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

import id.posko.kit.Device;
import id.posko.kit.DataFolder.OpenFolder;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.Notices;

/**
 * The health of the office's fleet: the board as it was last known, rounds once they are started, and everything that
 * happens taken to the history. Nothing is asked before {@link #start} or {@link #checkNow}.
 */
@Component(service = Monitoring.class)
public final class Monitoring {

	private static final Logger LOG = System.getLogger(Monitoring.class.getName());
	private static final int MOST_WAITING = 200_000;

	private final Checks checks;
	private final InstantSource clock;
	private final HealthBoard board;
	private final Rounds rounds;
	private final History history;
	private final Recorder recorder;
	private final Inventory.Subscription inventoryChanges;
	private final Inventory inventory;
	private final List<Notices> notices;
	private boolean announced;
	private Thread driver;

	@Activate
	public Monitoring(@Reference Inventory inventory,
			@Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE) List<Check> checks,
			@Reference History history, @Reference OpenFolder folder,
			@Reference(cardinality = ReferenceCardinality.MULTIPLE) List<Notices> notices) {
		this(inventory, new Checks(checks), history, settings(folder.path().resolve(Settings.FILE)),
				InstantSource.system(), notices);
	}

	private static Settings settings(Path file) {
		try {
			return Settings.read(file);
		} catch (IOException | IllegalArgumentException e) {
			LOG.log(Level.WARNING, "{0} is not used: {1}", file, e.getMessage());
			return Settings.DEFAULT;
		}
	}

	public Monitoring(Inventory inventory, Checks checks, History history, Settings settings, InstantSource clock) {
		this(inventory, checks, history, settings, clock, List.of());
	}

	/** @param notices who tells people beyond the window what happens once the rounds are started */
	public Monitoring(Inventory inventory, Checks checks, History history, Settings settings, InstantSource clock,
			List<Notices> notices) {
		this.notices = notices;
		this.inventory = inventory;
		this.checks = checks;
		this.clock = clock;
		this.history = history;
		board = new HealthBoard(settings.patience());
		rounds = new Rounds(board, settings.pace(), clock, task -> Thread.ofVirtual().name("posko-ask").start(task));
		recorder = new Recorder(history, settings.retention(), clock, MOST_WAITING);
		inventoryChanges = inventory.onChange(this::adopt);
		adopt(inventory.fleet());
		try {
			board.restore(history.lastVerdicts(), clock.instant());
			board.restoreAcknowledged(history.acknowledgements());
		} catch (IOException e) {
			LOG.log(Level.ERROR, "The last verdicts can not be read; every device is measured anew", e);
		}
		board.listen(recorder);
		board.listen(new BatteryDays(recorder::keep, ZoneId.systemDefault()));
	}

	private synchronized void adopt(Fleet fleet) {
		board.adopt(fleet, checks, clock.instant());
		rounds.adopt(fleet, checks);
	}

	/** How every device is; to read and to listen to. */
	public HealthBoard board() {
		return board;
	}

	/** Asks every device on its interval from now on. */
	public void start() {
		drive();
		announce();
		rounds.start();
	}

	private synchronized void announce() {
		if (!announced) {
			announced = true;
			notices.forEach(each -> {
				board.listen(new Announcer(each::tell, Locale.getDefault()));
				each.start();
			});
		}
	}

	/** Ends all questions at once; the board stays as it is. */
	public void stop() {
		rounds.stop();
	}

	/**
	 * Asks these devices now, and again until each has a settled verdict; rounds need not be started. For the console
	 * itself; people ask by {@link Care#check}.
	 *
	 * @param settled told once for each device, in no order, on a thread that must not be blocked
	 * @return to wait for the end, to see how many are left, or to give up by closing it
	 */
	public Request checkNow(Collection<Device> devices, Consumer<DeviceHealth> settled) {
		drive();
		return rounds.ask(devices, settled);
	}

	/** "Di mana putus?" of what was found last. @throws IllegalArgumentException if the device is not in the inventory */
	public CutPath path(Device device) {
		CutPath path = CutPath.of(inventory.fleet(), device, board::health);
		return path.because(path.cut().flatMap(cut -> board.powerOrNetwork(cut.device().key())));
	}

	/** "Di mana putus?", after the whole path was asked now. Blocks until its verdicts are settled. */
	public CutPath pathNow(Device device) throws InterruptedException {
		try (Request request = checkNow(inventory.fleet().path(device), _ -> { })) {
			request.await();
		}
		return path(device);
	}

	/** How its battery ages; empty if it is no UPS or nothing is known. Reads the history. */
	public Optional<BatteryAgeing> ageing(Device device) throws IOException {
		LocalDate from = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()).minusDays(BatteryAgeing.LOOK_BACK_DAYS);
		return BatteryDays.isUps(device) ? BatteryAgeing.of(history.days(device.key(), from)) : Optional.empty();
	}

	private synchronized void drive() {
		if (driver == null) {
			driver = Thread.ofPlatform().name("posko-rounds").daemon().start(rounds::drive);
			recorder.start();
		}
	}

	/** Stops and keeps what is not kept yet. */
	@Deactivate
	public void close() {
		inventoryChanges.close();
		rounds.stop();
		synchronized (this) {
			if (driver != null) {
				driver.interrupt();
			}
		}
		recorder.close();
	}
}
