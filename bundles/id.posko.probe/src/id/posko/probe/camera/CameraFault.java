package id.posko.probe.camera;

import java.io.IOException;

import id.posko.health.Cause;

/** The camera answered, but not as it should: ends a conversation from any depth. */
final class CameraFault extends IOException {

	private static final long serialVersionUID = 1;

	private final transient Cause cause;

	CameraFault(String code, Object... arguments) {
		super(code);
		cause = Cause.of(code, arguments);
	}

	Cause why() {
		return cause;
	}

	/** What came, as far as a person can read it: at most 60 characters. */
	static String excerpt(String text) {
		String start = text.substring(0, Math.min(60, text.length())).replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "·");
		return start.isBlank() ? "-" : start.strip();
	}
}
