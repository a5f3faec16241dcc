package id.posko.ssh;

/** What came of asking a machine for its host key only; nothing else was said to it. */
public sealed interface Look {

	/** It has proved to hold this key, whether that is pinned or not; nothing was pinned now. */
	record Shown(HostKey key) implements Look {
	}

	record Failed(Outcome why) implements Look {
	}
}
