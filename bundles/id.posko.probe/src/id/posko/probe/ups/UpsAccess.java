package id.posko.probe.ups;

import java.util.Optional;
import java.util.OptionalInt;

import id.posko.probe.apcupsd.InformationServer;
import id.posko.probe.nut.Upsd;
import id.posko.probe.snmp.Login;
import id.posko.probe.snmp.SnmpSession;

/** By which protocol a UPS is read, and at which port. */
public sealed interface UpsAccess {

	int port();

	record Snmp(int port, Login login) implements UpsAccess {

		public static final int PORT = SnmpSession.PORT;
	}

	/** @param name of the UPS at the server; empty: its first */
	record Nut(int port, String name) implements UpsAccess {

		public static final int PORT = Upsd.PORT;

		/** Empty if no UPS can bear that name. */
		public static Optional<UpsAccess> of(OptionalInt port, String name) {
			return name.isEmpty() || Upsd.isName(name) ? Optional.of(new Nut(port.orElse(PORT), name)) : Optional.empty();
		}
	}

	record Apcupsd(int port) implements UpsAccess {

		public static final int PORT = InformationServer.PORT;
	}

	/** Stored with every result. */
	default String method() {
		return switch (this) {
		case Snmp(_, Login.Community(boolean first, _)) -> first ? "snmp-v1" : "snmp-v2c";
		case Snmp(_, Login.User _) -> "snmp-v3";
		case Nut _ -> "nut";
		case Apcupsd _ -> "apcupsd";
		};
	}
}
