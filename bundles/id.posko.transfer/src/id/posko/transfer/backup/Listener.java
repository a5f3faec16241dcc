package id.posko.transfer.backup;

import id.posko.transfer.Progress;

/** Who watches a backup at work; told on any thread, and must not block. */
public interface Listener {

	Listener NOBODY = new Listener() {
		@Override
		public void line(String line) {
			// nobody reads it
		}

		@Override
		public void progress(Progress progress) {
			// nobody sees it
		}
	};

	/** A line that the command has printed. */
	void line(String line);

	/** How much of its files is here. */
	void progress(Progress progress);
}
