package id.posko.health;

/** What a reading's number counts; the symbol stands behind it in text and in JSON. */
public enum Unit {
	NONE(""),
	PERCENT("%"),
	SECONDS("s"),
	VOLTS("V"),
	AMPERES("A"),
	WATTS("W"),
	HERTZ("Hz"),
	CELSIUS("°C"),
	BYTES("B"),
	DAYS("d");

	private final String symbol;

	Unit(String symbol) {
		this.symbol = symbol;
	}

	public String symbol() {
		return symbol;
	}
}
