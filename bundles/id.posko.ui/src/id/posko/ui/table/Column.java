package id.posko.ui.table;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.function.Function;

import org.eclipse.swt.SWT;

import id.posko.ui.Mark;

/**
 * One column of a {@link LiveTable}. Its functions are asked on any thread and must be quick.
 *
 * @param key stands in kept settings, so it never changes
 * @param width in pixels at first
 * @param text what stands in the cell, is searched and copied
 * @param mark the shape before the text, or null
 * @param alignment {@code SWT.LEFT} or {@code SWT.RIGHT}
 * @param quiet drawn in the paler tone: not what the eye looks for first
 * @param atFirst whether it is shown until a person chooses
 */
public record Column<R>(String key, String title, int width, Function<R, String> text, Comparator<R> order,
		Function<R, Mark> mark, int alignment, boolean quiet, boolean atFirst) {

	/** A column of words, in the order of the alphabet. */
	public static <R> Column<R> text(String key, String title, int width, Function<R, String> text) {
		return new Column<>(key, title, width, text, Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER), null,
				SWT.LEFT, false, true);
	}

	/** A column of numbers; what has none comes last. */
	public static <R> Column<R> number(String key, String title, int width, Function<R, OptionalDouble> value,
			Function<R, String> text) {
		return new Column<>(key, title, width, text,
				Comparator.comparingDouble(row -> value.apply(row).orElse(Double.MAX_VALUE)), null, SWT.RIGHT, false,
				true);
	}

	/** A column of states: shape, word, colour. */
	public static <R> Column<R> mark(String key, String title, int width, Function<R, Mark> mark,
			Function<R, String> word, Comparator<R> order) {
		return new Column<>(key, title, width, word, order, mark, SWT.LEFT, false, true);
	}

	public Column<R> orderedBy(Comparator<R> newOrder) {
		return new Column<>(key, title, width, text, newOrder, mark, alignment, quiet, atFirst);
	}

	public Column<R> inQuietTone() {
		return new Column<>(key, title, width, text, order, mark, alignment, true, atFirst);
	}

	public Column<R> hiddenAtFirst() {
		return new Column<>(key, title, width, text, order, mark, alignment, quiet, false);
	}

	/** Numbers are not grouped: hardly two rows have the same. */
	boolean isGroupable() {
		return alignment == SWT.LEFT;
	}
}
