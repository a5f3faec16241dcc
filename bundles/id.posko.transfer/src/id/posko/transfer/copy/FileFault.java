package id.posko.transfer.copy;

import java.io.IOException;

/** One file can not be copied; the others can. */
final class FileFault extends IOException {

	private static final long serialVersionUID = 1;

	final Flaw.Kind kind;
	final long offset;

	FileFault(Flaw.Kind kind, long offset, String reason) {
		super(reason);
		this.kind = kind;
		this.offset = offset;
	}
}
