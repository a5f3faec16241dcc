package id.posko.ticket.repair;

import id.posko.kit.DeviceKey;

/**
 * A part that a device needs, not asked for yet.
 *
 * @param item of the check list, where that showed it; "" else
 * @param purpose REPLACE or ADD
 * @param quantity 1 to {@value #MOST}
 * @param reason what is wrong
 * @param run that asks for it; "" for none
 */
public record PartDraft(DeviceKey device, String item, String part, int quantity, Finding purpose, String reason,
		String run) {

	public static final int MOST = 999;
	public static final int LONGEST_PART = 200;
	public static final int LONGEST_REASON = 500;

	/** @throws IllegalArgumentException if the purpose is none of a part */
	public PartDraft {
		if (!purpose.wantsPart()) {
			throw new IllegalArgumentException(purpose.name());
		}
	}
}
