package id.posko.ticket;

import java.time.Duration;
import java.util.Optional;

import id.posko.kit.RegionCode;
import id.posko.staff.Actor;
import id.posko.staff.Permission;
import id.posko.staff.Role;

/** How far a clock has come, and who has to know then. */
public enum Level {
	/** Three quarters are used up: whoever has the ticket. */
	WARNING(75, Optional.empty()),
	/** More than all: the head of the section. */
	BREACH(100, Optional.of(Role.KASI_SIAK)),
	/** Twice as much: the head of the division. */
	ESCALATION(200, Optional.of(Role.KABID_PIAK));

	private final int percent;
	private final Optional<Role> role;

	Level(int percent, Optional<Role> role) {
		this.percent = percent;
		this.role = role;
	}

	/** Empty: whoever has the ticket, or everybody who may have it. */
	public Optional<Role> role() {
		return role;
	}

	/** Whether somebody has to know of the ticket by then: who holds the role for its office, who has it, who may have it. */
	public boolean concerns(Ticket ticket, Actor actor) {
		Optional<RegionCode> site = Optional.of(ticket.draft().site());
		return role.map(who -> actor.is(who, site)).or(() -> ticket.assignee().map(actor.name()::equals))
				.orElseGet(() -> actor.may(Permission.TICKET, site));
	}

	/** Whether a clock shows more than that share of what it may. */
	boolean isReached(ClockReading reading) {
		return reading.used().compareTo(share(reading.target())) > 0;
	}

	/** Of the clock's target. */
	Duration share(Duration target) {
		return target.multipliedBy(percent).dividedBy(100);
	}
}
