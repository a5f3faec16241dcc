package id.posko.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Says now and then how far a file is. */
final class SealProgress implements LongConsumer {

	private static final long SAID_EVERY = Duration.ofSeconds(5).toNanos();

	private final Call call;
	private final Path file;
	private final long size;
	private long said = System.nanoTime();

	SealProgress(Call call, Path file) {
		this.call = call;
		this.file = file;
		size = call.resolve(file).toFile().length();
	}

	@Override
	public void accept(long bytes) {
		if (System.nanoTime() - said >= SAID_EVERY) {
			said = System.nanoTime();
			call.say("seal.progress", file, bytes >> 20, size >> 20);
		}
	}
}
