package id.posko.ticket;

import java.util.EnumSet;
import java.util.Set;

/** Where a ticket stands. */
public enum Status {
	/** Baru: nobody has it yet. */
	NEW,
	/** Ditugaskan: it is somebody's. */
	ASSIGNED,
	/** Menunggu pusat: in the centre's queue, under the helpdesk's number. */
	WAITING,
	/** Dikerjakan: it is being mended. */
	IN_WORK,
	/** Selesai: mended, as whoever mended it says. */
	DONE,
	/** Ditutup: the office agrees. */
	CLOSED,
	/** Dibuka lagi: it was not mended after all. */
	REOPENED;

	/** Whether nothing more is to be done. */
	public boolean isOver() {
		return this == DONE || this == CLOSED;
	}

	/** Where it may go from here; a ticket that is assigned once more stays ASSIGNED. */
	public Set<Status> next() {
		return switch (this) {
			case NEW, REOPENED -> EnumSet.of(ASSIGNED, DONE);
			case ASSIGNED -> EnumSet.of(ASSIGNED, WAITING, IN_WORK, DONE);
			case WAITING -> EnumSet.of(ASSIGNED, IN_WORK, DONE);
			case IN_WORK -> EnumSet.of(ASSIGNED, WAITING, DONE);
			case DONE -> EnumSet.of(CLOSED, REOPENED);
			case CLOSED -> EnumSet.of(REOPENED);
		};
	}
}
