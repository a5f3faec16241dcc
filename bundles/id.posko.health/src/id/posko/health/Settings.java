package id.posko.health;

/** This room's preferences. */
public record Settings(Patience patience, Pace pace, Retention retention) {

	public static final Settings DEFAULT = new Settings(Patience.DEFAULT, Pace.DEFAULT, Retention.DEFAULT);
}
