package id.posko.bag;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of files in manifests and fetch.txt: {@code /} between folders, below the bag. */
final class BagPath {

	/** What Windows can not bear in a name (Win32 naming conventions), and what it takes for a device. */
	private static final String NOT_PORTABLE = "<>:\"|?*\\";
	private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
	private static final int LONGEST_DEVICE = 4;
	private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);
	private static final Set<String> SYSTEM_FILES = Set.of(".ds_store", "thumbs.db", "desktop.ini");
	/** The folder of the payload. */
	static final String PAYLOAD = "data";
	/** No system bears a longer path, in octets or characters. */
	static final int LONGEST = 32_767;

	private BagPath() {
	}

	/** What a tag file says, as the name that is meant; RFC 8493, section 2.1.3: only these three are encoded. */
	static String decoded(String written, Version version) {
		if (written.indexOf('%') < 0) {
			return written;
		}
		String lines = written.replaceAll("(?i)%0d", "\r").replaceAll("(?i)%0a", "\n");
		return version.isStrict() ? lines.replace("%25", "%") : lines;
	}

	/** As manifests of that version write it; empty if it could not be read again. */
	static Optional<String> encoded(String name, Version version) {
		String lines = (version.isStrict() ? name.replace("%", "%25") : name).replace("\r", "%0D").replace("\n", "%0A");
		boolean isRight = !escapes(name) && name.indexOf('\uFFFD') < 0 && decoded(lines, version).equals(name);
		return isRight ? Optional.of(lines) : Optional.empty();
	}

	/** Whether it leads out of the bag, by the rules of any system. */
	static boolean escapes(String name) {
		if (name.isEmpty() || name.length() > LONGEST || name.indexOf('\0') >= 0 || name.charAt(0) == '~'
				|| name.charAt(0) == '%' || DRIVE.matcher(name).matches()) {
			return true;
		}
		for (String segment : name.replace('\\', '/').split("/", -1)) {
			if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
				return true;
			}
		}
		return false;
	}

	static boolean isPayload(String name) {
		return name.startsWith("data/");
	}

	static boolean isPortable(String name) {
		return name.chars().noneMatch(c -> c < ' ' || NOT_PORTABLE.indexOf(c) >= 0)
				&& Stream.of(name.split("/")).allMatch(BagPath::isPortableSegment);
	}

	private static boolean isPortableSegment(String segment) {
		int stem = segment.indexOf('.') < 0 ? segment.length() : segment.indexOf('.');
		return !segment.endsWith(".") && !segment.endsWith(" ")
				&& (stem > LONGEST_DEVICE || !DEVICE.matcher(segment).matches());
	}

	static boolean isSystemFile(String name) {
		return SYSTEM_FILES.contains(name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
	}

	static String composed(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFC);
	}

	/** The same for names that some file systems take for one. */
	static String folded(String name) {
		if (name.chars().allMatch(c -> c < 0x80)) {
			return name.toLowerCase(Locale.ROOT);
		}
		return composed(composed(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
	}

	/** Without what md5sum and find write before a name; empty if nothing is there to leave out. */
	static Optional<String> undecorated(String written) {
		String name = written.startsWith("*") ? written.substring(1) : written;
		name = name.startsWith("./") ? name.substring(2) : name;
		return name.equals(written) ? Optional.empty() : Optional.of(name);
	}
}
