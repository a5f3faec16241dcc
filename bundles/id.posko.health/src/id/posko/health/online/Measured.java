package id.posko.health.online;

import java.util.List;

import id.posko.health.Cause;
import id.posko.health.Evidence;
import id.posko.health.State;

/** What came of one question, and from where it was asked in the end. */
record Measured(String from, State state, Cause cause, Evidence evidence, List<Cause> remarks) {

	Measured(String from, State state, Cause cause, Evidence evidence) {
		this(from, state, cause, evidence, List.of());
	}

	Measured with(Cause remark) {
		return new Measured(from, state, cause, evidence, List.of(remark));
	}
}
