package id.posko.seal;

import java.io.IOException;

/** Ends the reading of a sealed file. */
final class BadSeal extends IOException {

	private static final long serialVersionUID = 1L;

	private final transient Flaw flaw;

	BadSeal(Flaw flaw) {
		super(flaw.toString());
		this.flaw = flaw;
	}

	Flaw flaw() {
		return flaw;
	}
}
