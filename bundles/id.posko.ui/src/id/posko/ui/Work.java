package id.posko.ui;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Long work in the background: on virtual threads, stopped by interrupt, its outcome handed to the UI thread. The
 * status bar shows what {@link #running} tells. Any thread may start and stop work.
 */
public final class Work {

	/** What became of one piece of work. */
	public sealed interface Outcome<T> {

		record Done<T>(T result) implements Outcome<T> {
		}

		/** A person stopped it. */
		record Stopped<T>() implements Outcome<T> {
		}

		/** It threw: a bug. */
		record Failed<T>(Throwable bug) implements Outcome<T> {
		}
	}

	/** Says how far the work is. Any thread. */
	public interface Progress {

		/** @param share 0 to 1, empty where nobody knows */
		void say(String sentence, OptionalDouble share);
	}

	/** The work itself; it blocks and ends by interrupt. */
	public interface Task<T> {
		T run(Progress progress) throws InterruptedException;
	}

	/** One piece of work that runs. */
	public static final class Piece {

		private final String title;
		private volatile String sentence = "";
		private volatile OptionalDouble share = OptionalDouble.empty();
		private volatile Runnable stop = () -> {
		};

		private Piece(String title) {
			this.title = title;
		}

		public String title() {
			return title;
		}

		public String sentence() {
			return sentence;
		}

		public OptionalDouble share() {
			return share;
		}

		public void stop() {
			stop.run();
		}
	}

	private static final Duration END = Duration.ofSeconds(2);

	private final UiThread ui;
	private final Say say;
	private final List<Piece> running = new CopyOnWriteArrayList<>();
	private final List<Thread> threads = new CopyOnWriteArrayList<>();

	public Work(UiThread ui, Say say) {
		this.ui = ui;
		this.say = say;
	}

	/** Starts the work; {@code then} gets its outcome on the UI thread. */
	public <T> Piece start(String title, Task<T> task, Consumer<Outcome<T>> then) {
		Piece piece = new Piece(title);
		FutureTask<T> future = new FutureTask<>(() -> task.run((sentence, share) -> {
			piece.sentence = sentence;
			piece.share = share;
		}));
		piece.stop = () -> future.cancel(true);
		running.add(piece);
		threads.add(Thread.ofVirtual().name(title).start(() -> {
			future.run();
			threads.remove(Thread.currentThread());
			running.remove(piece);
			Outcome<T> outcome = outcome(future);
			ui.later(() -> then.accept(outcome));
		}));
		return piece;
	}

	/** Starts work of which a bug is the only outcome that nobody expects. */
	public <T> Piece start(String title, Task<T> task, Consumer<T> done, Runnable stopped) {
		return start(title, task, (Outcome<T> outcome) -> {
			switch (outcome) {
			case Outcome.Done<T>(T result) -> done.accept(result);
			case Outcome.Stopped<T>() -> stopped.run();
			case Outcome.Failed<T>(Throwable bug) -> say.bug(bug);
			}
		});
	}

	private static <T> Outcome<T> outcome(FutureTask<T> future) {
		return switch (future.state()) {
		case SUCCESS -> new Outcome.Done<>(future.resultNow());
		case CANCELLED -> new Outcome.Stopped<>();
		default -> future.exceptionNow() instanceof InterruptedException ? new Outcome.Stopped<>()
				: new Outcome.Failed<>(future.exceptionNow());
		};
	}

	/** What runs now, the oldest first. */
	public List<Piece> running() {
		return List.copyOf(running);
	}

	/** Stops all and waits for them to end, two seconds at most. */
	public void stopAll() throws InterruptedException {
		running.forEach(Piece::stop);
		for (Thread thread : threads) {
			thread.join(END);
		}
	}
}
