package id.posko.ui.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import id.posko.ui.table.Line.Entry;
import id.posko.ui.table.Line.Group;

/**
 * The rows of a table by key, and their arranging. News comes from any thread; one thread at a time arranges, and
 * when few rows changed it costs one pass over the rows, and comparing of those few only.
 */
final class Rows<K, R> {

	/** What is to be shown: never changed. */
	record Snapshot<K, R>(List<Line<K, R>> lines, int shown, int total) {

		int indexOf(Line.Id id) {
			for (int i = 0; i < lines.size(); i++) {
				if (lines.get(i).id().equals(id)) {
					return i;
				}
			}
			return -1;
		}
	}

	private final Function<R, K> keyOf;
	private final List<Column<R>> columns;
	private final Object lock = new Object();
	private Map<K, Optional<R>> news = new LinkedHashMap<>();
	private boolean isReplaced;

	private final Map<K, Entry<K, R>> all = new HashMap<>();
	private List<Entry<K, R>> arranged = List.of();
	private Arrangement<R> by = Arrangement.none();
	private long nextNumber;

	Rows(Function<R, K> keyOf, List<Column<R>> columns) {
		this.keyOf = keyOf;
		this.columns = columns;
	}

	void put(Collection<? extends R> rows) {
		synchronized (lock) {
			rows.forEach(row -> news.put(keyOf.apply(row), Optional.of(row)));
		}
	}

	void remove(Collection<? extends K> keys) {
		synchronized (lock) {
			keys.forEach(key -> news.put(key, Optional.empty()));
		}
	}

	void replace(Collection<? extends R> rows) {
		synchronized (lock) {
			news = new LinkedHashMap<>();
			isReplaced = true;
			put(rows);
		}
	}

	boolean hasNews() {
		synchronized (lock) {
			return isReplaced || !news.isEmpty();
		}
	}

	Snapshot<K, R> arrange(Arrangement<R> wanted) {
		Map<K, Optional<R>> changes;
		boolean replaces;
		synchronized (lock) {
			changes = news;
			replaces = isReplaced;
			news = new LinkedHashMap<>();
			isReplaced = false;
		}
		if (replaces) {
			Map<K, Optional<R>> leaving = new LinkedHashMap<>();
			all.keySet().stream().filter(key -> !changes.containsKey(key))
					.forEach(key -> leaving.put(key, Optional.empty()));
			take(leaving);
		}
		List<Entry<K, R>> fresh = take(changes);
		Comparator<Entry<K, R>> order = Comparator.comparing((Entry<K, R> e) -> e.row, wanted.order())
				.thenComparingLong(e -> e.number);
		if (wanted.keepsRows(by)) {
			fresh.removeIf(entry -> entry.isGone || !isShown(entry, wanted));
			fresh.sort(order);
			arranged = merge(arranged, fresh, order);
		} else {
			arranged = new ArrayList<>(all.values());
			arranged.removeIf(entry -> !isShown(entry, wanted));
			arranged.sort(order);
		}
		by = wanted;
		return new Snapshot<>(lines(), arranged.size(), all.size());
	}

	private List<Entry<K, R>> take(Map<K, Optional<R>> changes) {
		List<Entry<K, R>> fresh = new ArrayList<>(changes.size());
		changes.forEach((key, change) -> {
			Entry<K, R> old = all.get(key);
			if (old != null && change.isPresent() && change.get().equals(old.row)) {
				return;
			}
			if (old != null) {
				old.isGone = true;
				all.remove(key);
			}
			if (change.isPresent()) {
				Entry<K, R> entry = new Entry<>(key, change.get(), old == null ? nextNumber++ : old.number);
				all.put(key, entry);
				fresh.add(entry);
			}
		});
		return fresh;
	}

	private boolean isShown(Entry<K, R> entry, Arrangement<R> wanted) {
		return wanted.narrowed().test(entry.row)
				&& (wanted.isWordless() || wanted.words().stream().allMatch(entry.searched(columns)::contains));
	}

	/** Looks up the places of the few new ones, so that the many others need not be compared. */
	private static <E extends Entry<?, ?>> List<E> merge(List<E> sorted, List<E> fresh, Comparator<E> order) {
		List<E> merged = new ArrayList<>(sorted.size() + fresh.size());
		List<E> rest = sorted;
		for (E entry : fresh) {
			int found = Collections.binarySearch(rest, entry, order);
			int place = found < 0 ? -found - 1 : found;
			addThoseLeft(merged, rest.subList(0, place));
			merged.add(entry);
			rest = sorted.subList(sorted.size() - rest.size() + place, sorted.size());
		}
		addThoseLeft(merged, rest);
		return merged;
	}

	private static <E extends Entry<?, ?>> void addThoseLeft(List<E> to, List<E> from) {
		for (E entry : from) {
			if (!entry.isGone) {
				to.add(entry);
			}
		}
	}

	private List<Line<K, R>> lines() {
		if (by.groupedBy().isEmpty()) {
			return Collections.unmodifiableList(arranged);
		}
		Function<R, String> groupOf = by.groupedBy().get().text();
		List<Line<K, R>> lines = new ArrayList<>(arranged.size());
		int start = 0;
		while (start < arranged.size()) {
			String name = groupOf.apply(arranged.get(start).row);
			int end = start + 1;
			while (end < arranged.size() && groupOf.apply(arranged.get(end).row).equals(name)) {
				end++;
			}
			boolean isOpen = !by.closed().contains(name);
			lines.add(new Group<>(name, end - start, isOpen));
			if (isOpen) {
				lines.addAll(arranged.subList(start, end));
			}
			start = end;
		}
		return lines;
	}
}
