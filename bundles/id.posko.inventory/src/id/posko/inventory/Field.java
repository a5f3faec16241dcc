package id.posko.inventory;

import java.util.Locale;
import java.util.Optional;

/**
 * What a list says about a device and its office: a column of the list, a field of a form. The heading is the
 * column's name; the English one is the constant's name in small letters.
 */
public enum Field {
	REGION_CODE("kode_wilayah", true, 16),
	SITE_NAME("nama_kantor", true, 100),
	SITE_KIND("jenis_kantor", false, 40),
	LINK("jenis_jalur", false, 40),
	KIND("jenis", true, 40),
	DEVICE_NAME("nama_alat", true, 100),
	ADDRESS("alamat", false, 260),
	SERIAL("nomor_seri", false, 60),
	ASSET_TAG("kode_aset", false, 60),
	KIT("kit", false, 10),
	PARENT("induk", false, 120),
	NOTES("catatan", false, 1000),
	ACCESS("akses", false, 1000);

	private final String heading;
	private final boolean required;
	private final int longest;

	Field(String heading, boolean required, int longest) {
		this.heading = heading;
		this.required = required;
		this.longest = longest;
	}

	public String heading() {
		return heading;
	}

	/** Whether every list must have it and every row must fill it. */
	public boolean required() {
		return required;
	}

	/** In characters. */
	public int longest() {
		return longest;
	}

	/** The field of a column's heading in either language; case, blanks and hyphens do not matter. */
	public static Optional<Field> ofHeading(String text) {
		String name = Texts.squeezed(text).toLowerCase(Locale.ROOT).replaceAll("[ _.-]+", "_");
		for (Field field : values()) {
			if (name.equals(field.heading) || name.equals(field.name().toLowerCase(Locale.ROOT))) {
				return Optional.of(field);
			}
		}
		return Optional.empty();
	}
}
