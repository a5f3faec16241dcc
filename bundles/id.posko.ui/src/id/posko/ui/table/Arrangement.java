package id.posko.ui.table;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which rows are shown in which order.
 *
 * @param narrowed what the program leaves out (another part's selection)
 * @param words what the person typed: all of them must occur somewhere in a row
 * @param closed names of the groups of which the head alone is shown
 */
record Arrangement<R>(Predicate<R> narrowed, List<String> words, Optional<Column<R>> sortedBy, boolean descending,
		Optional<Column<R>> groupedBy, Set<String> closed) {

	static <R> Arrangement<R> none() {
		return new Arrangement<>(_ -> true, List.of(), Optional.empty(), false, Optional.empty(), Set.of());
	}

	Arrangement<R> narrowed(Predicate<R> by) {
		return new Arrangement<>(by, words, sortedBy, descending, groupedBy, closed);
	}

	Arrangement<R> searching(String text) {
		String trimmed = text.strip().toLowerCase();
		List<String> typed = trimmed.isEmpty() ? List.of() : List.of(trimmed.split("\\s+"));
		return new Arrangement<>(narrowed, typed, sortedBy, descending, groupedBy, closed);
	}

	Arrangement<R> sorted(Column<R> column, boolean isDescending) {
		return new Arrangement<>(narrowed, words, Optional.of(column), isDescending, groupedBy, closed);
	}

	Arrangement<R> unsorted() {
		return new Arrangement<>(narrowed, words, Optional.empty(), false, groupedBy, closed);
	}

	Arrangement<R> grouped(Optional<Column<R>> column) {
		return new Arrangement<>(narrowed, words, sortedBy, descending, column, Set.of());
	}

	Arrangement<R> closed(Set<String> groups) {
		return new Arrangement<>(narrowed, words, sortedBy, descending, groupedBy, Set.copyOf(groups));
	}

	boolean isWordless() {
		return words.isEmpty();
	}

	/** The same rows in the same order: only the opening of groups may differ. */
	boolean keepsRows(Arrangement<R> other) {
		return narrowed == other.narrowed && words.equals(other.words) && sortedBy.equals(other.sortedBy)
				&& descending == other.descending && groupedBy.equals(other.groupedBy);
	}

	/** Groups first, then what the person sorts by. */
	Comparator<R> order() {
		Comparator<R> chosen = sortedBy.map(Column::order).orElse((_, _) -> 0);
		Comparator<R> directed = descending ? chosen.reversed() : chosen;
		return groupedBy.map(by -> ofGroups(by).thenComparing(directed)).orElse(directed);
	}

	/** A column's order may go on inside a group: there it does not count. */
	private static <R> Comparator<R> ofGroups(Column<R> by) {
		return (one, other) -> {
			String name = by.text().apply(one);
			String otherName = by.text().apply(other);
			int order = name.equals(otherName) ? 0 : by.order().compare(one, other);
			return order == 0 ? name.compareTo(otherName) : order;
		};
	}
}
