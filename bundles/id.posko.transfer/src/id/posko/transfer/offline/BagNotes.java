package id.posko.transfer.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;

import id.posko.kit.RegionCode;

/** What the operator's half wrote into bag-info.txt (RFC 8493, section 2.2.2; the labels with Posko are ours). */
record BagNotes(Optional<RegionCode> site, String operator, OptionalLong declared, Optional<LocalDate> day) {

	static final String SITE = "Posko-Site";
	static final String OPERATOR = "Posko-Operator";
	static final String DECLARED = "Posko-Declared-Files";
	static final String DAY = "Bagging-Date";
	static final BagNotes NONE = new BagNotes(Optional.empty(), "", OptionalLong.empty(), Optional.empty());
	private static final String FILE = "bag-info.txt";
	private static final long LONGEST = 1 << 20;

	static boolean isBag(Path folder) {
		return Files.isRegularFile(folder.resolve("bagit.txt"), LinkOption.NOFOLLOW_LINKS);
	}

	/** @param bag that is valid */
	static BagNotes read(Path bag) throws IOException {
		Path file = bag.resolve(FILE);
		if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST) {
			return NONE;
		}
		BagNotes notes = NONE;
		for (String line : Files.readAllLines(file)) {
			int colon = line.indexOf(':');
			String value = line.substring(colon + 1).strip();
			notes = colon < 0 ? notes : notes.with(line.substring(0, colon).strip(), value);
		}
		return notes;
	}

	private BagNotes with(String label, String value) {
		return switch (label) {
			case SITE -> new BagNotes(Optional.of(value).filter(RegionCode::isWellFormed).map(RegionCode::new), operator,
					declared, day);
			case OPERATOR -> new BagNotes(site, value, declared, day);
			case DECLARED -> new BagNotes(site, operator,
					value.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(value)) : declared, day);
			case DAY -> new BagNotes(site, operator, declared, date(value));
			default -> this;
		};
	}

	private static Optional<LocalDate> date(String value) {
		try {
			return Optional.of(LocalDate.parse(value));
		} catch (DateTimeParseException _) { // somebody else's way to write it
			return Optional.empty();
		}
	}
}
