package id.posko.procedure.desk;

import id.posko.procedure.run.Clock;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;

/** A run whose open step waits for somebody. @param isMine whether it waits for the one who asks */
public record Waiting(Run run, Turn turn, Clock clock, boolean isMine) {

	public boolean isLate() {
		return clock.isLate();
	}
}
