package id.posko.probe.ssh;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.ssh.Entry;
import id.posko.ssh.RemoteShell;

/**
 * A device that can be entered over SSH ({@link Entry}). Its access may further name {@code ssh.services=a,b} and
 * {@code ssh.limit.disk.used=95}.
 */
public record Machine(String name, Address address, int port, String user, Optional<String> secret,
		Optional<String> key, Platform platform, List<String> services, Access access) {

	/** Empty if the device can not be entered. */
	public static Optional<Machine> of(Device device) {
		Access access = device.access();
		List<String> services = Stream.of(access.get("ssh.services").orElse("").split(",")).map(String::strip)
				.filter(s -> !s.isEmpty() && s.length() <= 80 && s.chars().noneMatch(Character::isISOControl)).toList();
		return Entry.of(device).map(entry -> new Machine(device.name(), entry.address(), entry.port(), entry.user(),
				entry.secret(), entry.key(), entry.shell() == RemoteShell.WINDOWS ? Platform.WINDOWS : Platform.LINUX,
				services, access));
	}

	/** The office's own limit for a quantity: {@code ssh.limit.disk.used=95}. */
	OptionalDouble limit(String quantity) {
		Optional<String> own = access.get("ssh.limit." + quantity).filter(n -> n.matches("\\d{1,9}(\\.\\d{1,3})?"));
		return own.isPresent() ? OptionalDouble.of(Double.parseDouble(own.get())) : OptionalDouble.empty();
	}
}
