package id.posko.ticket.repair;

import java.util.Set;

/** How far a needed part is. */
public enum PartStatus {
	ASKED, PROCURED, FITTED, CANCELLED;

	/** Where it can go from here. */
	public Set<PartStatus> next() {
		return switch (this) {
			case ASKED -> Set.of(PROCURED, CANCELLED);
			case PROCURED -> Set.of(FITTED, CANCELLED);
			case FITTED, CANCELLED -> Set.of();
		};
	}

	public boolean isOver() {
		return next().isEmpty();
	}
}
