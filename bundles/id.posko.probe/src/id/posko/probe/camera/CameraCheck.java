package id.posko.probe.camera;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Evidence;
import id.posko.health.Finding;
import id.posko.health.Picture;
import id.posko.health.Reading;
import id.posko.health.Unit;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Secrets;
import id.posko.probe.name.Names;
import id.posko.probe.name.Resolution;

/** Does the camera on the network speak, and does it see: is its picture neither black nor frozen? */
@Component
public final class CameraCheck implements Check {

	private static final String ID = "camera";
	/** How long a refused password is not sent again. */
	private static final Duration REST = Duration.ofHours(1);
	private static final Cause NEEDED = Cause.of("camera_login_needed");

	private final Names names;
	private final Optional<Secrets> secrets;
	private final InstantSource time;
	private final Watch watch = new Watch();
	/** Until when a login, by address and fingerprint, rests. */
	private final Map<String, Instant> refused = new ConcurrentHashMap<>();

	/** What one asking brought. */
	private sealed interface Shot {

		record Taken(byte[] jpeg, String source, Evidence evidence) implements Shot {
		}

		/** It has a picture of this encoding, which is not decoded here. */
		record Unexamined(String encoding, Evidence evidence) implements Shot {
		}
	}

	@Activate
	public CameraCheck(@Reference Names names,
			@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
			Secrets secrets) {
		this(names, Optional.ofNullable(secrets), InstantSource.system());
	}

	public CameraCheck(Names names, Optional<Secrets> secrets, InstantSource time) {
		this.names = names;
		this.secrets = secrets;
		this.time = time;
	}

	@Override
	public String id() {
		return ID;
	}

	@Override
	public boolean suits(Device device) {
		return device.kind() == DeviceKind.CAMERA && device.address().isPresent();
	}

	/** Some eight round trips, and a picture over the slowest line. */
	@Override
	public Duration timeout(Duration line) {
		return line.multipliedBy(4).plusSeconds(6);
	}

	@Override
	public Answer ask(Device device, Duration timeout) throws InterruptedException {
		Address address = device.address().orElseThrow();
		long start = System.nanoTime();
		return switch (names.resolve(address, timeout)) {
		case Resolution.Known(InetAddress host) -> settled(device, host, start + timeout.toNanos(), timeout);
		case Resolution.Unresolved none -> none.answer();
		};
	}

	private Answer settled(Device device, InetAddress host, long deadline, Duration timeout)
			throws InterruptedException {
		try {
			return switch (CameraSettings.of(device, secrets)) {
			case CameraSettings.Choice.Wrong(Cause cause) -> new Answer.Broken(cause, Evidence.NONE);
			case CameraSettings.Choice.Chosen(CameraSettings settings) -> {
				try {
					yield new Visit(device, host, settings, deadline, timeout).answer();
				} finally {
					settings.login().ifPresent(Login::forget);
				}
			}
			};
		} catch (IOException e) {
			return new Answer.Broken(Cause.of("secret_unreadable", String.valueOf(e.getMessage())), Evidence.NONE);
		}
	}

	/** One asking of one camera. */
	private final class Visit {

		private final Device device;
		private final InetAddress host;
		private final CameraSettings settings;
		private final long deadline;
		private final Duration timeout;
		private final String account;
		private Wire wire;
		private int port;

		Visit(Device device, InetAddress host, CameraSettings settings, long deadline, Duration timeout) {
			this.device = device;
			this.host = host;
			this.settings = settings;
			this.deadline = deadline;
			this.timeout = timeout;
			account = host.getHostAddress() + " " + settings.login().map(Login::fingerprint).orElse("");
		}

		Answer answer() throws InterruptedException {
			try {
				return switch (shot()) {
				case Shot.Unexamined(String encoding, Evidence evidence) -> new Answer.Answered(
						Cause.of("camera_not_examined", encoding),
						evidence.with(List.of(Reading.state("picture.state", "not_examined", "sdp", encoding))));
				case Shot.Taken(byte[] jpeg, String source, Evidence evidence) -> judged(jpeg, source, evidence);
				};
			} catch (CameraFault e) {
				return new Answer.Impaired(e.why(), evidence(wire));
			} catch (IOException e) {
				if (Thread.interrupted()) {
					throw new InterruptedException();
				}
				return lost(e);
			}
		}

		private Shot shot() throws IOException {
			Optional<Shot> stream = settings.rtsp().isPresent() ? Optional.of(rtsp(settings.rtsp().getAsInt()))
					: Optional.empty();
			return settings.snapshot().isPresent() ? http(settings.snapshot().get()) : stream.orElseThrow();
		}

		private Shot rtsp(int port) throws IOException {
			String url = "rtsp://" + authority(port, Rtsp.PORT) + settings.path();
			Gate gate = gate();
			try (Wire open = connect(port)) {
				Rtsp session = new Rtsp(open, url, gate);
				Rtsp.Description description = session.describe();
				Sdp.Video video = description.sdp().video().orElseThrow(() -> new CameraFault("camera_no_video"));
				if (settings.snapshot().isPresent() || !video.isJpeg()) {
					return new Shot.Unexamined(video.encoding(), evidence(open));
				}
				return session.picture(description, video).<Shot>map(jpeg -> new Shot.Taken(jpeg, "rtp", evidence(open)))
						.orElseGet(() -> new Shot.Unexamined("JPEG > 2040 × 2040", evidence(open)));
			} finally {
				note(gate);
			}
		}

		private Shot http(String path) throws IOException {
			Gate gate = gate();
			try {
				while (true) {
					try (Wire open = connect(settings.http())) {
						Optional<byte[]> jpeg = new Snapshot(open, authority(settings.http(), Snapshot.PORT), path, gate)
								.take();
						if (jpeg.isPresent()) {
							return new Shot.Taken(jpeg.get(), "http", evidence(open));
						}
					}
				}
			} finally {
				note(gate);
			}
		}

		private Wire connect(int to) throws IOException {
			port = to;
			wire = new Wire(deadline);
			wire.connect(new InetSocketAddress(host, to));
			return wire;
		}

		private String authority(int port, int usual) {
			Address address = device.address().orElseThrow();
			return new Address(address.host(), port == usual ? OptionalInt.empty() : OptionalInt.of(port)).toString();
		}

		private Gate gate() {
			boolean isResting = settings.login().isPresent()
					&& refused.getOrDefault(account, Instant.MIN).isAfter(time.instant());
			return isResting ? new Gate(Optional.empty(), Cause.of("camera_login_refused", settings.login().get().user()))
					: new Gate(settings.login(), NEEDED);
		}

		private void note(Gate gate) {
			Instant now = time.instant();
			refused.values().removeIf(until -> !until.isAfter(now));
			if (gate.hasRefused()) {
				refused.put(account, now.plus(REST));
			}
		}

		private Evidence evidence(Wire answered) {
			return Evidence.of(ID, host.getHostAddress(), answered.roundTrip());
		}

		private Answer judged(byte[] file, String source, Evidence evidence) throws CameraFault, InterruptedException {
			JpegFile jpeg = JpegFile.of(file);
			Sight sight = Sight.of(jpeg);
			Instant now = time.instant();
			Optional<Instant> frozen = watch.tick(device.key(), jpeg.print(), now);
			List<Finding> findings = new ArrayList<>();
			findings.add(number("picture.width", jpeg.width(), source));
			findings.add(number("picture.height", jpeg.height(), source));
			findings.add(number("picture.dark", sight.dark(), source));
			findings.add(number("picture.bright", sight.bright(), source));
			findings.add(new Picture(sight.jpeg(), now));
			Evidence all = evidence.with(findings);
			if (sight.isBlank()) {
				return new Answer.Impaired(Cause.of("camera_black", sight.dark(), sight.bright()), all);
			}
			return frozen.<Answer>map(since -> new Answer.Impaired(Cause.of("camera_frozen", since), all))
					.orElseGet(() -> new Answer.Answered(all));
		}

		private static Reading number(String quantity, int value, String source) {
			return Reading.number(quantity, value, Unit.NONE, source, Integer.toString(value));
		}

		/** The connection did not come, ended, or stayed silent. */
		private Answer lost(IOException why) {
			String stage = wire.stage();
			Evidence none = Evidence.of(ID);
			Optional<Cause> noWay = switch (why) {
			case NoRouteToHostException _ -> Optional.of(Cause.of("host_unreachable", host.getHostAddress()));
			case ConnectException _ -> Optional.of(Cause.of("connection_refused", port));
			default -> Optional.empty();
			};
			if (noWay.isPresent()) {
				return new Answer.Failed(noWay.get(), none);
			}
			boolean isLate = why instanceof SocketTimeoutException;
			Duration waited = wire.hasAnswered() ? timeout : timeout.dividedBy(Wire.FIRST);
			if (!wire.isConnected()) {
				return isLate ? new Answer.Failed(Cause.of("silent", waited), none)
						: new Answer.Broken(Cause.of("check_failed", String.valueOf(why.getMessage())), none);
			}
			Cause cause = isLate ? Cause.of("camera_silent", stage, waited) : Cause.of("camera_closed", stage);
			return wire.hasAnswered() ? new Answer.Impaired(cause, evidence(wire)) : new Answer.Failed(cause, none);
		}
	}
}
