package id.posko.procedure.ui;

import id.posko.kit.Words;
import id.posko.report.Fault;

/** Why a file could not be written, in a sentence. */
final class Faults {

	private Faults() {
	}

	static String sentence(Fault fault, Words words) {
		return words.say("fault." + fault.code(), fault.arguments().toArray());
	}
}
