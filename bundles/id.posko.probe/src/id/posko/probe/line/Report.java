package id.posko.probe.line;

import java.time.Duration;
import java.util.Map;

import id.posko.health.Cause;

/** What a server that answers in lines of text told of one thing. */
public sealed interface Report {

	/** @param values by the server's own names, in its order */
	record Told(Map<String, String> values, Duration roundTrip) implements Report {
	}

	/** No answer, or none that ended, within the time. */
	record Silent() implements Report {
	}

	/** The server, or the way to it, does not allow it. */
	record Refused(Cause cause) implements Report {
	}
}
