package id.posko.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** One statement for many rows, sent in portions. */
final class Batch {

	private static final int PORTION = 1000;

	private Batch() {
	}

	/** Gives those for which no row was there to be changed. */
	static <T> List<T> execute(Handle handle, String sql, List<T> rows, BiConsumer<PreparedBatch, T> binding) {
		List<T> missed = new ArrayList<>();
		for (int from = 0; from < rows.size(); from += PORTION) {
			List<T> portion = rows.subList(from, Math.min(from + PORTION, rows.size()));
			try (PreparedBatch batch = handle.prepareBatch(sql)) {
				for (T row : portion) {
					binding.accept(batch, row);
					batch.add();
				}
				int[] counts = batch.execute();
				for (int i = 0; i < counts.length; i++) {
					if (counts[i] == 0) {
						missed.add(portion.get(i));
					}
				}
			}
		}
		return missed;
	}
}
