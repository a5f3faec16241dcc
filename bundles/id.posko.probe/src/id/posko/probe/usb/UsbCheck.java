package id.posko.probe.usb;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Evidence;
import id.posko.health.Reading;
import id.posko.kit.DataFolder;
import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.probe.ssh.Machine;
import id.posko.probe.ssh.Reply;
import id.posko.probe.ssh.Shell;

/**
 * Is the peripheral plugged into its PC? Its ids are those of its kind in the catalogue, or its own
 * ({@code usb.ids=080b:0002,080b:0010}; any of them will do). The PC is the one it stands behind, entered over SSH, or
 * with {@code usb.host=here} the machine that the console runs on.
 */
@Component(service = Check.class)
public final class UsbCheck implements Check {

	private static final String METHOD = "usb";
	private static final Set<DeviceKind> KINDS = EnumSet.of(DeviceKind.FINGER_SCANNER, DeviceKind.IRIS_SCANNER,
			DeviceKind.SIGNATURE_PAD, DeviceKind.CAMERA, DeviceKind.CARD_READER, DeviceKind.UPS_CLIENT,
			DeviceKind.UPS_SERVER);
	private static final Set<DeviceKind> HOSTS = EnumSet.of(DeviceKind.CLIENT_PC, DeviceKind.AFIS_SERVER);

	private final Shell shell;
	private final Path ownCatalogue;
	private final Callable<Set<UsbId>> here;
	/** The system's libraries block in native code, which would hold up every virtual thread. */
	private final ExecutorService nativeCalls = Executors
			.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("posko-usb").factory());

	/** Not there while no data folder is open, and then nothing is asked. */
	@Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
	private volatile Inventory inventory;

	@Activate
	public UsbCheck(@Reference Shell shell, @Reference DataFolder folder) {
		this(shell, folder.path().resolve(Catalogue.FILE), new ThisMachine());
	}

	UsbCheck(Shell shell, Path ownCatalogue, Callable<Set<UsbId>> here) {
		this.shell = shell;
		this.ownCatalogue = ownCatalogue;
		this.here = here;
	}

	/** As the service registry would set it. */
	public UsbCheck in(Inventory inventory) {
		this.inventory = inventory;
		return this;
	}

	@Override
	public String id() {
		return METHOD;
	}

	@Override
	public boolean suits(Device device) {
		return isPeripheral(device) && isHere(device) && isKnown(device);
	}

	@Override
	public boolean suits(Device device, Fleet fleet) {
		return suits(device) || isPeripheral(device) && !isHere(device) && host(device, fleet).isPresent() && isKnown(device);
	}

	/** A camera or UPS with an address is asked over the network. */
	private static boolean isPeripheral(Device device) {
		return KINDS.contains(device.kind()) && (device.address().isEmpty() || device.access().get("usb.ids").isPresent());
	}

	private static boolean isHere(Device device) {
		return device.access().get("usb.host").filter("here"::equals).isPresent();
	}

	/** Of an iris scanner no id is known but those the office gives. */
	private boolean isKnown(Device device) {
		try {
			return !wanted(device, Catalogue.read(ownCatalogue)).isEmpty();
		} catch (Catalogue.Wrong | IOException _) {
			return true; // asked, and then told
		}
	}

	private static Optional<Machine> host(Device device, Fleet fleet) {
		return fleet.parent(device.key()).filter(parent -> HOSTS.contains(parent.kind())).flatMap(Machine::of);
	}

	@Override
	public Duration timeout(Duration line) {
		return Shell.patience(line);
	}

	@Override
	public Answer ask(Device device, Duration timeout) throws InterruptedException {
		List<Catalogue.Entry> wanted;
		try {
			wanted = wanted(device, Catalogue.read(ownCatalogue));
		} catch (Catalogue.Wrong | IOException e) {
			return new Answer.Broken(Cause.of("usb_catalogue", String.valueOf(e.getMessage())), Evidence.of(METHOD));
		}
		Inventory known = inventory;
		Fleet fleet = known == null ? Fleet.EMPTY : known.fleet();
		if (isHere(device)) {
			return here(fleet.parent(device.key()).map(Device::name).orElse("127.0.0.1"), wanted, timeout);
		}
		Optional<Machine> host = host(device, fleet);
		return host.isPresent() ? over(host.get(), wanted, timeout)
				: new Answer.Broken(Cause.of("usb_no_host"), Evidence.of(METHOD));
	}

	private static List<Catalogue.Entry> wanted(Device device, Catalogue catalogue) {
		Optional<String> own = device.access().get("usb.ids");
		if (own.isEmpty()) {
			return catalogue.of(device.kind());
		}
		Set<UsbId> ids = new TreeSet<>();
		Stream.of(own.get().split(",")).map(UsbId::tryParse).flatMap(Optional::stream).forEach(ids::add);
		return catalogue.of(ids);
	}

	/** That the PC could not be entered says nothing about what is plugged into it. */
	private Answer over(Machine host, List<Catalogue.Entry> wanted, Duration timeout)
			throws InterruptedException {
		return switch (shell.run(host, UsbList.task(host.platform()), timeout)) {
		case Reply.Nothing(Answer answer) -> new Answer.Broken(answer.cause(), Evidence.of(METHOD));
		case Reply.Said said -> judge(wanted, host.name(), "ssh", UsbList.read(said.output()));
		};
	}

	private Answer here(String host, List<Catalogue.Entry> wanted, Duration timeout)
			throws InterruptedException {
		Future<Set<UsbId>> asked = nativeCalls.submit(here);
		try {
			return judge(wanted, host, "oshi", asked.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
		} catch (TimeoutException _) {
			return new Answer.Broken(Cause.of("check_late", timeout), Evidence.of(METHOD));
		} catch (ExecutionException e) {
			return new Answer.Broken(Cause.of("usb_unread", host, String.valueOf(e.getCause())), Evidence.of(METHOD));
		} finally {
			asked.cancel(true);
		}
	}

	static Answer judge(List<Catalogue.Entry> wanted, String host, String source, Set<UsbId> shown) {
		Evidence evidence = Evidence.of(METHOD);
		if (shown.isEmpty()) {
			return new Answer.Broken(Cause.of("usb_no_bus", host), evidence);
		}
		List<Catalogue.Entry> found = wanted.stream().filter(entry -> shown.contains(entry.id())).toList();
		Evidence seen = evidence.with(found.stream()
				.map(entry -> Reading.state("usb." + entry.id(), entry.loading() ? "loading" : "present", source,
						(entry.id() + " " + entry.name()).strip())).toList());
		if (found.isEmpty()) {
			return new Answer.Failed(Cause.of("usb_missing", host, Catalogue.ids(wanted)), seen);
		}
		return found.stream().allMatch(Catalogue.Entry::loading)
				? new Answer.Impaired(Cause.of("usb_loading", host, Catalogue.ids(found)), seen)
				: new Answer.Answered(seen);
	}

	@Deactivate
	void close() {
		nativeCalls.shutdownNow();
	}
}
