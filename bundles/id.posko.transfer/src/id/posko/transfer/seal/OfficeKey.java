package id.posko.transfer.seal;

import java.util.Locale;

/** The keys that every sealed copy is for. */
public enum OfficeKey {
	/** What the office works with. */
	OFFICE,
	/** What is left when the office's own is lost; two officials may have a share of it each. */
	RECOVERY;

	/** As its files are called. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}
}
