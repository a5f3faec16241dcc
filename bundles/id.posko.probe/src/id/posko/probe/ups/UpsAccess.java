package id.posko.probe.ups;

import id.posko.probe.snmp.Login;

/** By which protocol a UPS is read, and at which port. */
public sealed interface UpsAccess {

	int port();

	record Snmp(int port, Login login) implements UpsAccess {
	}

	/** @param name of the UPS at the server; empty: its first */
	record Nut(int port, String name) implements UpsAccess {
	}

	record Apcupsd(int port) implements UpsAccess {
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
