package id.posko.probe.snmp;

import java.util.List;

import org.snmp4j.smi.OID;

import id.posko.health.Cause;

/** What came back on one request. */
public sealed interface Reply {

	/** In the order of the request; objects that the agent does not have are left out. */
	record Objects(List<Variable> variables) implements Reply {
	}

	/** The answer would not fit into a message of the agent. */
	record TooBig() implements Reply {
	}

	/** The agent has nothing at or behind this object (SNMPv1), or fails on it. */
	record Bad(OID at, boolean noSuchName) implements Reply {
	}

	/** Nothing within the time. */
	record Silent() implements Reply {
	}

	/** The agent, this machine or the login does not allow the request. */
	record Refused(Cause cause) implements Reply {
	}
}
