package id.posko.kit;

/** What an office is in the chain that records travel along. */
public enum SiteKind {
	DINAS, KECAMATAN, DATA_CENTRE;

	/** The usual kind of office for a code: national 00 is the centre, six digits a kecamatan, else a Dinas. */
	public static SiteKind of(RegionCode code) {
		String digits = code.digits();
		if (digits.equals("00")) {
			return DATA_CENTRE;
		}
		return digits.length() >= 6 ? KECAMATAN : DINAS;
	}
}
