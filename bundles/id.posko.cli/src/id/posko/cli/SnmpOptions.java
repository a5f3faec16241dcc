package id.posko.cli;

import java.util.Locale;
import java.util.Optional;

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

	/** SNMPv3 with passphrases from the environment or a prompt; empty if that can not be, which was said then. */
	Optional<Login> user(Call call) {
		if (!isProtocolKnown(call)) {
			return Optional.empty();
		}
		Optional<char[]> authPassphrase = Optional.ofNullable(System.getenv(AUTH_VARIABLE)).map(String::toCharArray)
				.or(() -> Optional.ofNullable(System.console()).map(c -> c.readPassword("%s ", call.words().say("ups.ask_auth"))));
		if (authPassphrase.isEmpty()) {
			call.say("ups.no_passphrase", AUTH_VARIABLE);
			return Optional.empty();
		}
		return user(call, authPassphrase.get(), Optional.ofNullable(System.getenv(PRIVACY_VARIABLE))
				.map(String::toCharArray).orElseGet(() -> authPassphrase.get().clone()));
	}

	/** SNMPv3 with these passphrases; empty if that can not be, which was said then. */
	Optional<Login> user(Call call, char[] authPassphrase, char[] privacyPassphrase) {
		if (!isProtocolKnown(call)) {
			return Optional.empty();
		}
		Login.User login = new Login.User(user, auth.toUpperCase(Locale.ROOT), authPassphrase,
				privacy.toUpperCase(Locale.ROOT), privacyPassphrase);
		if (!login.isLongEnough()) {
			login.forget();
			call.say("ups.short_passphrase", Login.User.SHORTEST);
			return Optional.empty();
		}
		return Optional.of(login);
	}

	private boolean isProtocolKnown(Call call) {
		boolean isAuthKnown = Login.User.AUTH.contains(auth.toUpperCase(Locale.ROOT));
		boolean isPrivacyKnown = Login.User.PRIVACY.contains(privacy.toUpperCase(Locale.ROOT));
		if (!isAuthKnown || !isPrivacyKnown) {
			call.say("ups.bad_protocol", isAuthKnown ? privacy : auth);
		}
		return isAuthKnown && isPrivacyKnown;
	}
}
