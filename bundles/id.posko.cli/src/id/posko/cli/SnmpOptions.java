package id.posko.cli;

import java.io.Console;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import id.posko.kit.Secrets;
import id.posko.probe.snmp.Login;
import picocli.CommandLine.Option;

/** How an SNMP agent is spoken to, as options of a command. */
final class SnmpOptions {

	private static final String AUTH_VARIABLE = "POSKO_SNMP_AUTH";
	private static final String PRIVACY_VARIABLE = "POSKO_SNMP_PRIV";

	@Option(names = "--community", paramLabel = "C", descriptionKey = "ups.community")
	private String community;
	@Option(names = "--v1", descriptionKey = "ups.v1")
	private boolean first;
	@Option(names = "--v3", paramLabel = "USER", descriptionKey = "ups.v3")
	private String user;
	@Option(names = "--secret", paramLabel = "NAME", descriptionKey = "ups.secret")
	private String secret;
	@Option(names = "--secret-priv", paramLabel = "NAME", descriptionKey = "ups.secret_priv")
	private String privacySecret;
	@Option(names = "--auth", paramLabel = "PROTO", defaultValue = "SHA", descriptionKey = "ups.auth")
	private String auth;
	@Option(names = "--priv", paramLabel = "PROTO", defaultValue = "AES", descriptionKey = "ups.priv")
	private String privacy;

	/** How many of the ways v1 or v2c, and v3 were named. */
	int ways() {
		return (community == null && !first ? 0 : 1) + (user == null ? 0 : 1);
	}

	boolean isUser() {
		return user != null;
	}

	/** SNMPv1 or v2c. @param usual community where none was named */
	Login community(String usual) {
		return new Login.Community(first, community == null ? usual : community);
	}

	/**
	 * SNMPv3 with passphrases of the names that were given, else from the environment or a prompt; empty if that can not
	 * be, which was said then.
	 */
	Optional<Login> user(Call call, Optional<Secrets> secrets) throws IOException {
		if (!isProtocolKnown(call)) {
			return Optional.empty();
		}
		Optional<char[]> passphrase = secret == null ? entered(call) : kept(call, secrets, secret);
		if (passphrase.isEmpty()) {
			return Optional.empty();
		}
		String variable = secret == null ? System.getenv(PRIVACY_VARIABLE) : null;
		Optional<char[]> own = privacySecret != null ? kept(call, secrets, privacySecret)
				: Optional.of(variable == null ? passphrase.get().clone() : variable.toCharArray());
		if (own.isEmpty()) {
			return Optional.empty();
		}
		Login.User login = new Login.User(user, auth(), passphrase.get(), privacy(), own.get());
		if (!login.isLongEnough()) {
			login.forget();
			call.say("ups.short_passphrase", Login.User.SHORTEST);
			return Optional.empty();
		}
		return Optional.of(login);
	}

	private static Optional<char[]> kept(Call call, Optional<Secrets> secrets, String name) throws IOException {
		Optional<char[]> kept = secrets.isEmpty() ? Optional.empty() : secrets.get().secret(name);
		if (kept.isEmpty()) {
			call.say("secret.none", name);
		}
		return kept;
	}

	private static Optional<char[]> entered(Call call) {
		Optional<char[]> entered = Optional.ofNullable(System.getenv(AUTH_VARIABLE)).map(String::toCharArray)
				.or(() -> Optional.ofNullable(System.console()).filter(Console::isTerminal)
						.map(c -> c.readPassword("%s ", call.words().say("ups.ask_auth"))));
		if (entered.isEmpty()) {
			call.say("ups.no_passphrase", AUTH_VARIABLE);
		}
		return entered;
	}

	private String auth() {
		return auth.toUpperCase(Locale.ROOT);
	}

	private String privacy() {
		return privacy.toUpperCase(Locale.ROOT);
	}

	private boolean isProtocolKnown(Call call) {
		boolean isAuthKnown = Login.User.AUTH.contains(auth());
		boolean isPrivacyKnown = Login.User.PRIVACY.contains(privacy());
		if (!isAuthKnown || !isPrivacyKnown) {
			call.say("ups.bad_protocol", isAuthKnown ? privacy : auth);
		}
		return isAuthKnown && isPrivacyKnown;
	}
}
