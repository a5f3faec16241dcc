package id.posko.probe.name;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks for the address of a name and blocks as long as it likes. */
@FunctionalInterface
public interface Resolver {

	InetAddress resolve(String host) throws UnknownHostException;
}
