package id.posko.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

import javax.sql.DataSource;

import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Our own tables. All work on them runs on threads of this object, for an interrupt in the middle of reading or
 * writing closes the database's file; those who ask wait, also when they are interrupted, and keep their interrupt.
 * Readers never wait for the writer, and see what was committed when each statement began.
 */
final class Database implements AutoCloseable {

	private static final int READERS = 3;

	private final Jdbi jdbi;
	private final String afterCommit;
	private final ExecutorService readers = Executors.newFixedThreadPool(READERS, threads("read"));
	private final ExecutorService writer = Executors.newSingleThreadExecutor(threads("write"));

	/** @param afterCommit the statement that makes what is committed safe on disk; empty where a commit does that */
	Database(DataSource source, String afterCommit) {
		jdbi = Jdbi.create(source);
		this.afterCommit = afterCommit;
	}

	private static ThreadFactory threads(String name) {
		return Thread.ofPlatform().daemon().name("posko-store-" + name + "-", 1).factory();
	}

	/** @throws UncheckedIOException if the database can not be read */
	<T> T read(Function<Handle, T> work) {
		return await(readers.submit(() -> asked(work)));
	}

	/**
	 * One transaction: all of it, safe on disk when this returns, or nothing.
	 *
	 * @throws UncheckedIOException if it can not be written: the storage is full or fails
	 */
	<T> T write(Function<Handle, T> work) {
		return await(writer.submit(() -> asked(handle -> {
			T result = handle.inTransaction(work::apply);
			if (!afterCommit.isEmpty()) {
				handle.execute(afterCommit);
			}
			return result;
		})));
	}

	/** As {@link #read}, for ports that say {@link IOException}. */
	<T> T reading(Function<Handle, T> work) throws IOException {
		try {
			return read(work);
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	/** As {@link #write}, for ports that say {@link IOException}. */
	<T> T writing(Function<Handle, T> work) throws IOException {
		try {
			return write(work);
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private <T> T asked(Function<Handle, T> work) {
		try (Handle handle = open()) {
			return work.apply(handle);
		} catch (JdbiException e) {
			throw StorageFault.of(e).<RuntimeException>map(UncheckedIOException::new).orElse(e);
		}
	}

	/** H2 closes its file when a write fails; the first to come after that is told so, the next opens it again. */
	private Handle open() {
		try {
			return jdbi.open();
		} catch (ConnectionException _) {
			return jdbi.open();
		}
	}

	private static <T> T await(Future<T> answer) {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return answer.get();
				} catch (InterruptedException _) {
					interrupted = true;
				}
			}
		} catch (ExecutionException e) {
			throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
		} finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** Ends after the work that was begun. */
	@Override
	public void close() {
		writer.close();
		readers.close();
	}
}
