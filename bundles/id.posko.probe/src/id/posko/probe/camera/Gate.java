package id.posko.probe.camera;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import id.posko.health.Cause;

/**
 * What a camera demands before it answers. A password that it refused is sent a second time only where it said that
 * just the nonce was too old: most cameras lock their users out after some wrong ones.
 */
final class Gate {

	private static final SecureRandom DICE = new SecureRandom();

	private final Optional<Login> login;
	private final Cause closed;
	private List<String> challenges = List.of();
	private int answered;
	private int renewed;
	private boolean refused;

	/** @param closed the reason if it demands a login where there is none to give */
	Gate(Optional<Login> login, Cause closed) {
		this.login = login;
		this.closed = closed;
	}

	/** The field of a request, with the end of its line; nothing while none is demanded. */
	String field(String method, String uri) throws CameraFault {
		if (challenges.isEmpty()) {
			return "";
		}
		byte[] cnonce = new byte[12];
		DICE.nextBytes(cnonce);
		answered++;
		return "Authorization: " + login.orElseThrow()
				.answer(challenges, method, uri, answered, HexFormat.of().formatHex(cnonce)).orElseThrow(() -> new CameraFault("camera_login_unknown",
						CameraFault.excerpt(String.join(", ", challenges))))
				+ "\r\n";
	}

	/** Takes the demand of a reply 401, or ends here. */
	void demanded(Head reply) throws CameraFault {
		if (login.isEmpty()) {
			throw new CameraFault(closed.code(), closed.arguments().toArray());
		}
		List<String> now = reply.all("WWW-Authenticate");
		boolean isFirst = challenges.isEmpty();
		if (isFirst && now.isEmpty()) {
			throw new CameraFault("camera_login_unknown", "-");
		}
		if (!isFirst && (!Login.isStale(now) || ++renewed > 2)) {
			refused = true;
			throw new CameraFault("camera_login_refused", login.get().user());
		}
		challenges = now;
		answered = 0;
	}

	/** Whether it refused the user and password as such. */
	boolean hasRefused() {
		return refused;
	}
}
