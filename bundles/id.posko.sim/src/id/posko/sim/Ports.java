package id.posko.sim;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

import id.posko.kit.Device;

/** The ports of one kind of simulated devices; one whose address is taken is left out, and that is logged. */
final class Ports {

	/** Opens a port. */
	@FunctionalInterface
	interface Opening {

		Closeable open() throws IOException;
	}

	private static final Logger LOG = System.getLogger(Ports.class.getName());

	private final List<Closeable> open = new ArrayList<>();

	void open(Device device, Opening opening) {
		try {
			open.add(opening.open());
		} catch (IOException e) {
			LOG.log(Level.WARNING, "{0} is not simulated at {1}: {2}", device.key(), device.address().orElseThrow(),
					e.getMessage());
		}
	}

	boolean isEmpty() {
		return open.isEmpty();
	}

	int size() {
		return open.size();
	}

	void close() {
		for (Closeable port : open) {
			try {
				port.close();
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}
}
