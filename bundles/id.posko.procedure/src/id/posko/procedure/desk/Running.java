package id.posko.procedure.desk;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** An action at work on its own virtual thread. Closing it stops it. */
public final class Running implements AutoCloseable {

	private final CompletableFuture<Deed> deed = new CompletableFuture<>();
	private final Thread thread;

	private Running(StepAction action, Task task, Answers answers, Consumer<String> progress) {
		thread = Thread.ofVirtual().name("posko-step-" + action.id()).unstarted(() -> {
			try {
				deed.complete(action.act(task, answers, progress));
			} catch (InterruptedException _) {
				deed.complete(new Deed.Stopped());
			} catch (IOException e) {
				deed.complete(new Deed.Failed(String.valueOf(e.getMessage())));
			} catch (RuntimeException | Error e) {
				deed.completeExceptionally(e);
				throw e;
			}
		});
	}

	static Running begin(StepAction action, Task task, Answers answers, Consumer<String> progress) {
		Running running = new Running(action, task, answers, progress);
		running.thread.start();
		return running;
	}

	/** Waits for its end. An interrupt of the one who waits stops it too. */
	public Deed await() throws InterruptedException {
		try {
			return deed.get();
		} catch (InterruptedException e) {
			close();
			throw e;
		} catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
	}

	/** Told of the end on any thread. */
	public void onEnd(Consumer<Deed> listener) {
		deed.thenAccept(listener);
	}

	@Override
	public void close() {
		thread.interrupt();
	}
}
