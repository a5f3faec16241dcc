package id.posko.probe.name;

import java.net.InetAddress;

/** What became of asking for the address of a host name. */
public sealed interface Resolution {

	record Known(InetAddress address) implements Resolution {
	}

	/** The resolver says that there is no such name. */
	record Unknown() implements Resolution {
	}

	/** The resolver has not answered in time: says nothing about the name. */
	record Late() implements Resolution {
	}
}
