package id.posko.bag;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Counts what was read, and tells it. Any thread. */
final class Meter {

	private final Consumer<Progress> progress;
	private final AtomicLong files = new AtomicLong();
	private final AtomicLong octets = new AtomicLong();
	private final long allFiles;
	private final long allOctets;

	private Meter(long allFiles, long allOctets, Consumer<Progress> progress) {
		this.progress = progress;
		this.allFiles = allFiles;
		this.allOctets = allOctets;
	}

	/** Believes Payload-Oxum: octets.files */
	static Meter of(String oxum, Consumer<Progress> progress) {
		int point = oxum.indexOf('.');
		return new Meter(Long.parseLong(oxum.substring(point + 1)), Long.parseLong(oxum.substring(0, point)), progress);
	}

	/** Counts first what there is. */
	static Meter of(Tree whole, Consumer<Progress> progress) throws IOException, InterruptedException {
		whole.walk((_, _, _) -> {
		});
		return new Meter(whole.files(), whole.octets(), progress);
	}

	static Meter silent() {
		return new Meter(0, 0, _ -> {
		});
	}

	/** Whether it saw the files that were counted before. */
	boolean isAll(Tree seen) {
		return seen.files() == allFiles && seen.octets() == allOctets;
	}

	void read(long more) {
		octets.addAndGet(more);
		tell();
	}

	void ended() {
		files.incrementAndGet();
		tell();
	}

	private void tell() {
		progress.accept(new Progress(files.get(), octets.get(), allFiles, allOctets));
	}
}
