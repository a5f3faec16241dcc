package id.posko.probe.tcp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Evidence;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.probe.name.Names;
import id.posko.probe.name.Resolution;

/** Does the device take a TCP connection at its service's port? The connection is closed at once. */
@Component
public final class TcpCheck implements Check {

	private static final String METHOD = "tcp";

	/** Their port is that of the protocol that they are read by, which may be one of UDP. */
	private static final Set<DeviceKind> OTHERWISE = EnumSet.of(DeviceKind.UPS_SERVER, DeviceKind.UPS_CLIENT,
			DeviceKind.WEBSITE);

	private final Names names;

	@Activate
	public TcpCheck(@Reference Names names) {
		this.names = names;
	}

	@Override
	public String id() {
		return METHOD;
	}

	@Override
	public boolean suits(Device device) {
		return device.address().filter(a -> a.port().isPresent()).isPresent() && !OTHERWISE.contains(device.kind());
	}

	@Override
	public Answer ask(Device device, Duration timeout) throws InterruptedException {
		Address address = device.address().orElseThrow();
		long start = System.nanoTime();
		return switch (names.resolve(address, timeout)) {
		case Resolution.Known(InetAddress target) -> connect(new InetSocketAddress(target, address.port().orElseThrow()),
				timeout.minusNanos(System.nanoTime() - start));
		case Resolution.Unresolved none -> none.answer();
		};
	}

	private static Answer connect(InetSocketAddress target, Duration timeout) throws InterruptedException {
		String host = target.getAddress().getHostAddress();
		Evidence noAnswer = Evidence.of(METHOD);
		int milliseconds = Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
		long start = System.nanoTime();
		try (Socket socket = new Socket()) {
			socket.connect(target, milliseconds);
			return new Answer.Answered(Evidence.of(METHOD, host, since(start)));
		} catch (SocketTimeoutException _) {
			return new Answer.Failed(Cause.of("silent", Duration.ofMillis(milliseconds)), noAnswer);
		} catch (NoRouteToHostException _) {
			return new Answer.Failed(Cause.of("host_unreachable", here(target)), noAnswer);
		} catch (ConnectException _) {
			return new Answer.Failed(Cause.of("connection_refused", target.getPort()),
					Evidence.of(METHOD, host, since(start)));
		} catch (IOException e) {
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			return local(String.valueOf(e.getMessage()), target);
		}
	}

	/** Java has no type for what the routes of this machine say, only the C library's words in its own language. */
	private static Answer local(String said, InetSocketAddress target) {
		Evidence evidence = Evidence.of(METHOD);
		return switch (said.split(":")[0]) {
		case "Network is unreachable", "Jaringan tidak dapat dicapai", "Invalid argument", "Argumen tidak valid" ->
			new Answer.Failed(Cause.of("net_unreachable", here(target)), evidence);
		case "Permission denied", "Ijin ditolak" ->
			new Answer.Failed(Cause.of("prohibited", here(target)), evidence);
		default -> new Answer.Broken(Cause.of("check_failed", said), evidence);
		};
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	/** TCP does not tell which host refused the way, only that this machine knows of it. */
	private static String here(InetSocketAddress target) {
		return target.getAddress().getAddress().length == 4 ? "127.0.0.1" : "::1";
	}
}
