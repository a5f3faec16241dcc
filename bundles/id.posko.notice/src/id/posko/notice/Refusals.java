package id.posko.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import id.posko.kit.Secrets;

/**
 * Which logins were refused, so that none is tried twice, not after a restart either: many servers lock an account
 * after some wrong ones. Kept beside the secrets as {@code notice.refused/USER@HOST:PORT}. Another password is tried,
 * and so is the same one after that entry is forgotten.
 */
record Refusals(Secrets secrets) {

	boolean isRefused(Setup.Mail mail, String password) throws IOException {
		return secrets.secret(name(mail)).map(String::new).filter(mark(password)::equals).isPresent();
	}

	void refused(Setup.Mail mail, String password) throws IOException {
		secrets.keep(name(mail), mark(password).toCharArray());
	}

	void accepted(Setup.Mail mail) throws IOException {
		if (secrets.secret(name(mail)).isPresent()) {
			secrets.forget(name(mail));
		}
	}

	private static String name(Setup.Mail mail) {
		String name = "notice.refused/" + mail.user().orElse("") + "@" + mail.host() + ":" + mail.port();
		return name.substring(0, Math.min(name.length(), 200));
	}

	private static String mark(String password) {
		try {
			return HexFormat.of().formatHex(
					MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e); // every Java has it
		}
	}
}
