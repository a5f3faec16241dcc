package id.posko.health.ui.map;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.posko.kit.RegionCode;
import id.posko.kit.Site;

/**
 * A shape on the map.
 *
 * @param names what it is called there, codes or names
 * @param rings of all its parts; what lies in an even number of them is outside
 */
public record Region(List<String> names, List<Ring> rings) {

	private static final String BEFORE_A_CODE = "^[^0-9]+";
	private static final int DIGITS_OF_A_KECAMATAN = 6;
	private static final String KIND = "^(kecamatan|kec\\.?|distrik)\\s+";

	/** The office that it is the area of: the one whose code it has, of several the longest; else whose name it has. */
	public Optional<Site> office(List<Site> offices) {
		List<RegionCode> codes = names.stream().flatMap(name -> code(name.strip()).stream()).toList();
		return offices.stream().filter(site -> codes.contains(site.code()))
				.max(Comparator.comparing(site -> site.code().digits().length()))
				.or(() -> offices.stream().filter(site -> names.stream().anyMatch(name -> isSame(name, site.name())))
						.findFirst());
	}

	/** {@code 35.60.03}, {@code 356003}, {@code kec-356003} */
	private static Optional<RegionCode> code(String name) {
		String behind = name.replaceFirst(BEFORE_A_CODE, "");
		boolean isCode = RegionCode.isWellFormed(name)
				|| RegionCode.isWellFormed(behind) && new RegionCode(behind).digits().length() >= DIGITS_OF_A_KECAMATAN;
		return isCode ? Optional.of(new RegionCode(behind)) : Optional.empty();
	}

	private static boolean isSame(String name, String office) {
		return !name.isBlank() && plain(name).equals(plain(office));
	}

	private static String plain(String name) {
		return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ").replaceFirst(KIND, "");
	}
}
