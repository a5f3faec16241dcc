package id.posko.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import id.posko.health.Event.Kind;

class EventTest {

	private static Kind kind(State from, State to, String cause) {
		return new Event(1, new Transition(Office.key("modem"), from, Verdict.of(to, Cause.of(cause), Evidence.NONE,
				Office.START, Optional.of(Office.key("modem")), Optional.of(Office.START)))).kind();
	}

	@Test
	void eachChangeIsOfOneKind() {
		assertEquals(Kind.DOWN, kind(State.UP, State.DOWN, "silent"));
		assertEquals(Kind.UNREACHABLE, kind(State.DOWN, State.UNREACHABLE, "behind"));
		assertEquals(Kind.BACK, kind(State.DOWN, State.UP, "answered"));
		assertEquals(Kind.BACK, kind(State.UNREACHABLE, State.DEGRADED, "slow"));
		assertEquals(Kind.DEGRADED, kind(State.UP, State.DEGRADED, "slow"));
		assertEquals(Kind.WELL, kind(State.NOT_MEASURED, State.UP, "answered"));
		assertEquals(Kind.WELL, kind(State.DEGRADED, State.UP, "answered"));
		assertEquals(Kind.RESTARTED, kind(State.UP, State.DEGRADED, "ssh_restarted"));
		assertEquals(Kind.RESTARTED, kind(State.DOWN, State.DEGRADED, "ssh_restarted"));
		assertEquals(Kind.FLAPPING, kind(State.DOWN, State.DEGRADED, "flapping"));
		assertEquals(Kind.MAINTENANCE, kind(State.DOWN, State.MAINTENANCE, "maintenance"));
		assertEquals(Kind.MAINTENANCE_ENDED, kind(State.MAINTENANCE, State.DOWN, "silent"));
		assertEquals(Kind.UNKNOWN, kind(State.UP, State.UNKNOWN, "check_failed"));
	}
}
