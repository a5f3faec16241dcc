package id.posko.probe.ups;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Evidence;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Secrets;
import id.posko.probe.name.Names;
import id.posko.probe.name.Resolution;

/** How is the UPS: what it feeds from, its battery, its load, its mains? */
@Component
public final class UpsCheck implements Check {

	private static final String ID = "ups";
	private static final int MOST_DEVICES = 20_000;

	private final Names names;
	private final UpsReader reader;
	private final UpsSettings settings;
	private final InstantSource time;
	private final Map<DeviceKey, UpsWatch> watches = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<DeviceKey, UpsWatch> eldest) {
			return size() > MOST_DEVICES;
		}
	});

	@Activate
	public UpsCheck(@Reference Names names, @Reference UpsReader reader,
			@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
			Secrets secrets) {
		this(names, reader, Optional.ofNullable(secrets), InstantSource.system());
	}

	UpsCheck(Names names, UpsReader reader, Optional<Secrets> secrets, InstantSource time) {
		this.names = names;
		this.reader = reader;
		this.settings = new UpsSettings(secrets);
		this.time = time;
	}

	@Override
	public String id() {
		return ID;
	}

	@Override
	public boolean suits(Device device) {
		return (device.kind() == DeviceKind.UPS_SERVER || device.kind() == DeviceKind.UPS_CLIENT)
				&& device.address().isPresent();
	}

	@Override
	public Answer ask(Device device, Duration timeout) throws InterruptedException {
		Address address = device.address().orElseThrow();
		long start = System.nanoTime();
		return switch (names.resolve(address, timeout)) {
		case Resolution.Known(InetAddress host) -> settled(device, host, timeout.minusNanos(System.nanoTime() - start));
		case Resolution.Unresolved none -> none.answer();
		};
	}

	private Answer settled(Device device, InetAddress host, Duration timeout) throws InterruptedException {
		try {
			return switch (settings.of(device)) {
			case UpsSettings.Choice.Chosen(UpsAccess access) -> {
				try {
					yield read(device, host, access, timeout);
				} finally {
					UpsSettings.forget(access);
				}
			}
			case UpsSettings.Choice.Wrong(Cause cause) -> new Answer.Broken(cause, Evidence.NONE);
			};
		} catch (IOException e) {
			return new Answer.Broken(Cause.of("secret_unreadable", String.valueOf(e.getMessage())), Evidence.NONE);
		}
	}

	private Answer read(Device device, InetAddress host, UpsAccess access, Duration timeout)
			throws InterruptedException {
		String method = access.method();
		return switch (reader.read(host, access, timeout)) {
		case UpsAnswer.Read read -> judged(device, read, Evidence.of(method, host.getHostAddress(), read.roundTrip())
				.with(read.readings()));
		case UpsAnswer.Silent _ -> new Answer.Failed(Cause.of("silent", timeout), Evidence.of(method));
		case UpsAnswer.Refused(Cause cause) -> new Answer.Failed(cause, Evidence.of(method));
		};
	}

	private Answer judged(Device device, UpsAnswer.Read read, Evidence evidence) {
		if (!read.isOfUps()) {
			return new Answer.Impaired(Cause.of("ups_no_readings"), evidence);
		}
		UpsWatch watch = watches.computeIfAbsent(device.key(), _ -> new UpsWatch(Thresholds.OFFICE));
		synchronized (watch) {
			List<Cause> wrong = watch.tick(read.readings(), time.instant());
			return wrong.isEmpty() ? new Answer.Answered(evidence) : new Answer.Impaired(wrong.getFirst(), evidence);
		}
	}
}
