package id.posko.transfer.backup;

import java.io.IOException;
import java.util.Locale;

/** A machine or its file could not be asked; the reason is for people. */
final class Unreached extends IOException {

	private static final long serialVersionUID = 1;

	private final transient Reason reason;

	Unreached(Reason reason) {
		super(reason.sentence(Locale.ROOT));
		this.reason = reason;
	}

	Reason reason() {
		return reason;
	}
}
