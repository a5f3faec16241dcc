package id.posko.ui;

/** What a colour is for, and its value in the light and the dark palette (sRGB, {@code #rrggbb}). */
public enum Tone {
	/** Behind everything. */
	WINDOW("#eef1f5", "#14181d"),
	/** The rail and the status bar. */
	FRAME("#e4e9ef", "#0f1216"),
	/** Tables, cards, forms. */
	SURFACE("#ffffff", "#1c2128"),
	/** Table headers and the heads of groups. */
	RAISED("#f5f7fa", "#242b33"),
	LINE("#dde3ea", "#323b46"),
	TEXT("#1b2530", "#e3e8ee"),
	MUTED("#566373", "#9ba8b7"),
	FAINT("#8793a1", "#6f7c8b"),
	ACCENT("#0f5fb8", "#6cb0f5"),
	ON_ACCENT("#ffffff", "#10161d"),
	HOVER("#edf3fa", "#28313b"),
	SELECTED("#d8e8fa", "#24476b"),
	GOOD("#1a7f45", "#56c684"),
	WARN("#a85f00", "#f0ae47"),
	BAD("#c3261c", "#ff7b70"),
	CUT("#86305c", "#e58abb"),
	UNSURE("#6a4fb3", "#b3a1f0"),
	PAUSED("#2d6a8c", "#7fc0e2"),
	NONE("#687483", "#8693a2");

	private final String light;
	private final String dark;

	Tone(String light, String dark) {
		this.light = light;
		this.dark = dark;
	}

	String hex(boolean inTheDark) {
		return inTheDark ? dark : light;
	}
}
