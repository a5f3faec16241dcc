package id.posko.ui.table;

import java.io.Serializable;

/** What stands in one line of the table. Lines with equal ids are the same line in two arrangements. */
sealed interface Line<K, R> {

	Id id();

	/** Names a line: a row's key or a group's name. */
	record Id(Object of) implements Serializable {
	}

	/** One row: never changed; news about its key makes another entry and leaves this one behind. */
	final class Entry<K, R> implements Line<K, R> {
		final Id id;
		final R row;
		final long number;
		volatile boolean isGone;
		private String searched;

		Entry(K key, R row, long number) {
			this.id = new Id(key);
			this.row = row;
			this.number = number;
		}

		@Override
		public Id id() {
			return id;
		}

		/** The texts of all columns in small letters. For the arranging thread. */
		String searched(Iterable<Column<R>> columns) {
			if (searched == null) {
				StringBuilder all = new StringBuilder();
				columns.forEach(column -> all.append(column.text().apply(row)).append('\n'));
				searched = all.toString().toLowerCase();
			}
			return searched;
		}
	}

	/** The head of a group. */
	record Group<K, R>(String name, int count, boolean isOpen) implements Line<K, R> {

		record Named(String name) implements Serializable {
		}

		@Override
		public Id id() {
			return new Id(new Named(name));
		}
	}
}
