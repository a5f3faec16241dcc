package id.posko.ui.table;

import java.util.Optional;

import id.posko.ui.Glyph;

/** What a table says while it has no rows, and what can be done about it. */
public record EmptyState(Glyph glyph, String sentence, Optional<Step> step) {

	public record Step(String label, Runnable act) {
	}

	public static EmptyState of(Glyph glyph, String sentence) {
		return new EmptyState(glyph, sentence, Optional.empty());
	}

	public static EmptyState of(Glyph glyph, String sentence, String label, Runnable act) {
		return new EmptyState(glyph, sentence, Optional.of(new Step(label, act)));
	}
}
