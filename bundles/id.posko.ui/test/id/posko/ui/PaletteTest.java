package id.posko.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class PaletteTest {

	@Test
	void styleSheetsUseColoursOfThePaletteOnly() throws IOException {
		assertEquals(Set.of(), strange("light.css", false));
		assertEquals(Set.of(), strange("dark.css", true));
	}

	private static Set<String> strange(String sheet, boolean dark) throws IOException {
		Set<String> used = Pattern.compile("#[0-9a-fA-F]{6}").matcher(Files.readString(Path.of("css", sheet))).results()
				.map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
		assertTrue(used.size() > 3);
		used.removeAll(Arrays.stream(Tone.values()).map(tone -> tone.hex(dark)).toList());
		return used;
	}

	/** WCAG 2.2, 1.4.3: normal text needs a contrast of 4.5 to 1. */
	@Test
	void textCanBeReadOnEveryGround() {
		for (boolean dark : List.of(false, true)) {
			for (Tone text : List.of(Tone.TEXT, Tone.MUTED, Tone.ACCENT, Tone.GOOD, Tone.WARN, Tone.BAD, Tone.CUT,
					Tone.UNSURE, Tone.PAUSED, Tone.NONE)) {
				assertTrue(contrast(text.hex(dark), Tone.SURFACE.hex(dark)) >= 4.5, text + " dark=" + dark);
			}
			for (Tone ground : List.of(Tone.WINDOW, Tone.FRAME, Tone.RAISED, Tone.HOVER, Tone.SELECTED)) {
				assertTrue(contrast(Tone.TEXT.hex(dark), ground.hex(dark)) >= 7, ground + " dark=" + dark);
			}
			assertTrue(contrast(Tone.MUTED.hex(dark), Tone.FRAME.hex(dark)) >= 4.5, "status bar dark=" + dark);
			for (Tone title : List.of(Tone.MUTED, Tone.ACCENT)) {
				assertTrue(contrast(title.hex(dark), Tone.RAISED.hex(dark)) >= 4.5, "title " + title + " dark=" + dark);
			}
			assertTrue(contrast(Tone.ON_ACCENT.hex(dark), Tone.ACCENT.hex(dark)) >= 4.5, "button dark=" + dark);
		}
	}

	private static double contrast(String one, String other) {
		double a = luminance(one);
		double b = luminance(other);
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}

	private static double luminance(String hex) {
		int rgb = Integer.parseInt(hex.substring(1), 16);
		return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
	}

	private static double linear(int channel) {
		double c = channel / 255.0;
		return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
	}
}
