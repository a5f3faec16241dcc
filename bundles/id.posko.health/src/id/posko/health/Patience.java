package id.posko.health;

/**
 * How much it takes to change a verdict.
 *
 * @param confirmations answers in a row that must agree before a device is called worse than it was
 * @param recoveries good answers in a row that end an outage
 * @param lossWindow the last answers of which a share may be lost (at most 64)
 * @param lossKnown answers that must be known before a share is formed
 * @param flapHigh percent of (weighted) changes from which a device flaps
 * @param flapLow percent below which it no longer does
 */
public record Patience(int confirmations, int recoveries, int lossWindow, int lossKnown, int flapHigh, int flapLow) {

	public static final Patience DEFAULT = new Patience(3, 1, 20, 10, 50, 25);

	public Patience {
		if (confirmations < 1 || recoveries < 1 || lossWindow < 1 || lossWindow > 64 || lossKnown < 1
				|| lossKnown > lossWindow || flapLow < 0 || flapLow > flapHigh) {
			throw new IllegalArgumentException("patience " + confirmations + ", " + recoveries + ", " + lossWindow
					+ ", " + lossKnown + ", " + flapHigh + ", " + flapLow);
		}
	}
}
