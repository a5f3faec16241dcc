package id.posko.ui.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which columns are shown, in which order and how wide; kept in the settings as {@code key:width:shown,…}. */
final class Columns<R> {

	static final int LEAST_WIDTH = 48;
	private static final String SETTING = "columns";

	private final List<Column<R>> all;
	private final Map<String, String> settings;
	private final List<Shown<R>> order = new ArrayList<>();

	record Shown<R>(Column<R> column, int width, boolean isShown) {
	}

	Columns(List<Column<R>> all, Map<String, String> settings) {
		this.all = List.copyOf(all);
		this.settings = settings;
		order.addAll(first());
		Optional.ofNullable(settings.get(SETTING)).ifPresent(this::restore);
	}

	/** As it was before a person chose anything. */
	List<Shown<R>> first() {
		return all.stream().map(column -> new Shown<>(column, column.width(), column.atFirst())).toList();
	}

	private void restore(String kept) {
		List<Shown<R>> restored = new ArrayList<>();
		for (String entry : kept.split(",")) {
			String[] parts = entry.split(":");
			if (parts.length == 3 && parts[1].matches("\\d{1,4}")) {
				byKey(parts[0]).ifPresent(column -> restored.add(new Shown<>(column,
						Math.max(LEAST_WIDTH, Integer.parseInt(parts[1])), Boolean.parseBoolean(parts[2]))));
			}
		}
		order.stream().filter(s -> restored.stream().noneMatch(r -> r.column() == s.column())).toList()
				.forEach(restored::add);
		if (restored.stream().anyMatch(Shown::isShown)) {
			order.clear();
			order.addAll(restored);
		}
	}

	Optional<Column<R>> byKey(String key) {
		return all.stream().filter(column -> column.key().equals(key)).findFirst();
	}

	List<Column<R>> all() {
		return all;
	}

	List<Shown<R>> order() {
		return List.copyOf(order);
	}

	List<Shown<R>> shown() {
		return order.stream().filter(Shown::isShown).toList();
	}

	void arrange(Collection<Shown<R>> newOrder) {
		order.clear();
		order.addAll(newOrder);
		keep();
	}

	void setWidth(int position, int width) {
		Shown<R> at = shown().get(position);
		order.set(order.indexOf(at), new Shown<>(at.column(), Math.max(LEAST_WIDTH, width), true));
		keep();
	}

	/** Moves a shown column before another one (or to the end, when the target is the number of shown columns). */
	void move(int from, int to) {
		List<Shown<R>> shown = shown();
		Shown<R> moved = shown.get(from);
		Optional<Shown<R>> before = to < shown.size() ? Optional.of(shown.get(to)) : Optional.empty();
		if (before.isPresent() && before.get() == moved) {
			return;
		}
		order.remove(moved);
		order.add(before.map(order::indexOf).orElse(order.size()), moved);
		keep();
	}

	private void keep() {
		settings.put(SETTING, String.join(",", order.stream()
				.map(s -> s.column().key() + ":" + s.width() + ":" + s.isShown()).toList()));
	}
}
