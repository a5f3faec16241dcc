package id.posko.ssh;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;

/**
 * How a device of the list is entered over SSH: it has an address, and its access names the user
 * ({@code ssh.user=posko}) and a password ({@code ssh.secret=NAME}) or key ({@code ssh.key=NAME}, then
 * {@code ssh.secret} is its passphrase). Further {@code ssh.port=22}, {@code ssh.system=linux|windows}.
 */
public record Entry(Address address, int port, String user, Optional<String> secret, Optional<String> key,
		RemoteShell shell) {

	/** Empty if the device can not be entered. */
	public static Optional<Entry> of(Device device) {
		Access access = device.access();
		Optional<Integer> port = access.get("ssh.port").map(Entry::port).orElse(Optional.of(Target.PORT));
		if (device.address().isEmpty() || access.get("ssh.user").isEmpty() || port.isEmpty()
				|| access.get("ssh.secret").or(() -> access.get("ssh.key")).isEmpty()) {
			return Optional.empty();
		}
		boolean isWindows = access.get("ssh.system").map(s -> s.toLowerCase(Locale.ROOT)).filter("windows"::equals)
				.isPresent();
		return Optional.of(new Entry(device.address().get(), port.get(), access.get("ssh.user").get(),
				access.get("ssh.secret"), access.get("ssh.key"), isWindows ? RemoteShell.WINDOWS : RemoteShell.POSIX));
	}

	private static Optional<Integer> port(String text) {
		return text.matches("\\d{1,5}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) < 65_536
				? Optional.of(Integer.parseInt(text)) : Optional.empty();
	}

	/** The machine at that address, which is the one that this entry's name stands for. */
	public Target at(InetAddress found) {
		return new Target(address.host(), found, port, user, secret, key);
	}

	/** The machine itself. Blocks for the name service where the address is a name. */
	public Target target() throws UnknownHostException {
		return at(InetAddress.getByName(address.host()));
	}
}
