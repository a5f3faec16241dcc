package id.posko.transfer.media;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code lsblk --pairs} prints, and our script for Windows after its model: a volume a line,
 * {@code NAME="sdb1" PKNAME="sdb" UUID="1A2B-3C4D" …} with {@code \xHH} for octets that would break it. What only the
 * drive says (how it is attached, its model) stands in the line that {@code PKNAME} names.
 */
final class VolumeRows {

	private static final Pattern PAIR = Pattern.compile("([A-Z0-9:_-]+)=\"([^\"]*)\"");
	private static final Pattern ESCAPE = Pattern.compile("(?:\\\\x[0-9a-fA-F]{2})+");

	private VolumeRows() {
	}

	/** Those that are mounted, in the order of the lines; lines that say nothing are passed over. */
	static List<Medium> read(List<String> lines) {
		List<Map<String, String>> rows = lines.stream().map(VolumeRows::pairs).toList();
		Map<String, Map<String, String>> byName = new HashMap<>();
		rows.forEach(row -> byName.putIfAbsent(row.getOrDefault("NAME", ""), row));
		List<Medium> media = new ArrayList<>();
		for (Map<String, String> row : rows) {
			String root = row.getOrDefault("MOUNTPOINT", "");
			if (!root.isEmpty() && !root.startsWith("[")) { // [SWAP]
				Map<String, String> drive = byName.getOrDefault(row.getOrDefault("PKNAME", ""), Map.of());
				try {
					media.add(new Medium(row.getOrDefault("UUID", ""), row.getOrDefault("LABEL", "").strip(),
							row.getOrDefault("FSTYPE", ""), size(row.getOrDefault("SIZE", "")), Path.of(root),
							isRemovable(row) || isRemovable(drive), isOn(row, "RO"),
							(row.getOrDefault("MODEL", "") + drive.getOrDefault("MODEL", "")).strip()));
				} catch (InvalidPathException _) {
					// a name that this system's paths can not hold can not be read either
				}
			}
		}
		return media;
	}

	private static boolean isRemovable(Map<String, String> row) {
		return isOn(row, "RM") || isOn(row, "HOTPLUG") || row.getOrDefault("TRAN", "").equalsIgnoreCase("usb");
	}

	private static boolean isOn(Map<String, String> row, String name) {
		return row.getOrDefault(name, "").equals("1");
	}

	private static long size(String digits) {
		return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
	}

	private static Map<String, String> pairs(String line) {
		Map<String, String> pairs = new HashMap<>();
		Matcher pair = PAIR.matcher(line);
		while (pair.find()) {
			pairs.put(pair.group(1), plain(pair.group(2)));
		}
		return pairs;
	}

	private static String plain(String value) {
		return ESCAPE.matcher(value).replaceAll(escaped -> {
			String digits = escaped.group().replace("\\x", "");
			byte[] octets = new byte[digits.length() / 2];
			for (int i = 0; i < octets.length; i++) {
				octets[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
			}
			return Matcher.quoteReplacement(new String(octets, StandardCharsets.UTF_8));
		});
	}
}
