package id.posko.probe.ssh;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.ssh.Target;

/**
 * A device that can be entered over SSH: it has an address, and its access names the user ({@code ssh.user=posko}) and
 * a password ({@code ssh.secret=NAME}) or key ({@code ssh.key=NAME}, then {@code ssh.secret} is its passphrase).
 * Further {@code ssh.port=22}, {@code ssh.system=linux|windows}, {@code ssh.services=a,b},
 * {@code ssh.limit.disk.used=95}.
 */
public record Machine(String name, Address address, int port, String user, Optional<String> secret,
		Optional<String> key, Platform platform, List<String> services, Access access) {

	/** Empty if the device can not be entered. */
	public static Optional<Machine> of(Device device) {
		Access access = device.access();
		Optional<Integer> port = access.get("ssh.port").map(Machine::port).orElse(Optional.of(Target.PORT));
		if (device.address().isEmpty() || access.get("ssh.user").isEmpty() || port.isEmpty()
				|| access.get("ssh.secret").or(() -> access.get("ssh.key")).isEmpty()) {
			return Optional.empty();
		}
		boolean windows = access.get("ssh.system").map(s -> s.toLowerCase(Locale.ROOT)).filter("windows"::equals)
				.isPresent();
		List<String> services = Stream.of(access.get("ssh.services").orElse("").split(",")).map(String::strip)
				.filter(s -> !s.isEmpty() && s.length() <= 80 && s.chars().noneMatch(Character::isISOControl)).toList();
		return Optional.of(new Machine(device.name(), device.address().get(), port.get(), access.get("ssh.user").get(),
				access.get("ssh.secret"), access.get("ssh.key"), windows ? Platform.WINDOWS : Platform.LINUX, services,
				access));
	}

	/** The office's own limit for a quantity: {@code ssh.limit.disk.used=95}. */
	OptionalDouble limit(String quantity) {
		Optional<String> own = access.get("ssh.limit." + quantity).filter(n -> n.matches("\\d{1,9}(\\.\\d{1,3})?"));
		return own.isPresent() ? OptionalDouble.of(Double.parseDouble(own.get())) : OptionalDouble.empty();
	}

	private static Optional<Integer> port(String text) {
		return text.matches("\\d{1,5}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) < 65_536
				? Optional.of(Integer.parseInt(text)) : Optional.empty();
	}
}
