package id.posko.transfer.backup;

/** How well a run went; the later, the worse. */
public enum Grade {
	GOOD,
	/** The tool says that it is whole, but it is not as the others were. */
	SUSPICIOUS, BAD
}
