package id.posko.transfer.copy;

/** How far a file is, as far as it is proven. */
public enum State {
	/** It has yet to be copied. */
	OPEN,
	/** tersalin: written, but a pulled plug may take it away again. */
	COPIED,
	/** tersimpan: flushed to the device. */
	STORED,
	/** terbaca ulang: read from the device again, found the same, and under its own name there. */
	READ_BACK,
	/** It can not be copied; another run tries again. */
	FLAWED
}
