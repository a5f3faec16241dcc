package id.posko.kit.discovery;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

import id.posko.kit.Access;
import id.posko.kit.Address;

/**
 * A device at an address, as far as it was asked.
 *
 * @param name by which it calls itself; empty if it does not
 * @param signs in the order in which they were asked for
 * @param address of a device in the list: with a port only where the guess needs another than the usual one
 * @param access by which it answered, as settings of a device in the list
 * @param isSettled nothing more will be asked
 */
public record Discovered(InetAddress host, String name, List<Sign> signs, Optional<Guess> guess, Address address,
		Access access, boolean isSettled) {

	public Discovered {
		signs = List.copyOf(signs);
	}

	/** As it is left when the sweep is over, perhaps before all was asked. */
	public Discovered settled() {
		return new Discovered(host, name, signs, guess, address, access, true);
	}
}
