package id.posko.ticket.repair;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.posko.kit.Fleet;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;
import id.posko.report.document.Letterhead;
import id.posko.ticket.Told;

/**
 * The office's letterhead: {@code kop.txt} of the data folder (UTF-8: the government, the office, then its address line
 * by line); without it the Dinas of the list, with room to write the government in.
 */
final class OfficeHead {

	private static final String FILE = "kop.txt";
	private static final int MOST_LINES = 6;
	private static final long MOST_BYTES = 4096;

	private OfficeHead() {
	}

	static Letterhead of(Path folder, Fleet fleet) throws IOException {
		Path file = folder.resolve(FILE);
		if (Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES) {
			List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()
					.map(line -> line.replaceAll("\\p{Cntrl}|\uFEFF", "").strip()).filter(line -> !line.isEmpty())
					.limit(MOST_LINES).toList();
			if (lines.size() >= 2) {
				return new Letterhead(Optional.empty(), lines.get(0), lines.get(1), lines.subList(2, lines.size()));
			}
		}
		Words words = Words.of(Told.class, Words.INDONESIAN);
		String office = fleet.sites().stream().filter(site -> site.kind() == SiteKind.DINAS).findFirst().map(Site::name)
				.orElse(words.say("paper.office"));
		return new Letterhead(Optional.empty(), words.say("paper.government"), office.toUpperCase(Locale.ROOT), List.of());
	}
}
