package id.posko.report;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The two kinds of file a table is read from and written to. */
public enum Format {
	XLSX, CSV;

	/** The format a file's name asks for when it is written; a file that is read is known by its content instead. */
	public static Optional<Format> ofName(Path file) {
		String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
		for (Format format : values()) {
			if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
				return Optional.of(format);
			}
		}
		return Optional.empty();
	}
}
