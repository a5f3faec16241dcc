package id.posko.probe.ups;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import id.posko.health.Cause;
import id.posko.kit.Access;
import id.posko.kit.Device;
import id.posko.kit.Secrets;
import id.posko.probe.apcupsd.InformationServer;
import id.posko.probe.nut.Upsd;
import id.posko.probe.snmp.Login;
import id.posko.probe.snmp.SnmpSession;

/**
 * How a UPS of the inventory is read, by its settings:
 *
 * <pre>
 * ups.protocol     snmp | nut | apcupsd; without it by the address' port (3493, 3551), else snmp
 * ups.name         name of the UPS at its NUT server; without it the server's first
 * snmp.version     1 | 2c | 3; without it 3 if there is a user, else 2c
 * snmp.community   without it public
 * snmp.user        of SNMPv3
 * snmp.auth        MD5 | SHA | SHA-224 | SHA-256 | SHA-384 | SHA-512; without it SHA
 * snmp.priv        DES | AES | AES-192 | AES-256; without it AES
 * snmp.secret      name of the secret that holds the passphrase of authentication
 * snmp.secret.priv name of the secret that holds the passphrase of privacy; without it the same one
 * </pre>
 */
final class UpsSettings {

	/** What the settings came to. */
	sealed interface Choice {

		/** The secrets in it are to be overwritten by {@link #forget}. */
		record Chosen(UpsAccess access) implements Choice {
		}

		record Wrong(Cause cause) implements Choice {
		}
	}

	private final Optional<Secrets> secrets;

	UpsSettings(Optional<Secrets> secrets) {
		this.secrets = secrets;
	}

	/** @throws IOException if the secrets can not be read */
	Choice of(Device device) throws IOException {
		Access access = device.access();
		OptionalInt port = device.address().orElseThrow().port();
		String protocol = access.get("ups.protocol").map(p -> p.toLowerCase(Locale.ROOT)).orElse(switch (port.orElse(0)) {
		case Upsd.PORT -> "nut";
		case InformationServer.PORT -> "apcupsd";
		default -> "snmp";
		});
		return switch (protocol) {
		case "nut" -> nut(access.get("ups.name").orElse(""), port);
		case "apcupsd" -> new Choice.Chosen(new UpsAccess.Apcupsd(port.orElse(InformationServer.PORT)));
		case "snmp" -> snmp(access, port.orElse(SnmpSession.PORT));
		default -> wrong("ups.protocol", protocol);
		};
	}

	private static Choice nut(String name, OptionalInt port) {
		return UpsAccess.Nut.of(port, name).<Choice>map(Choice.Chosen::new).orElseGet(() -> wrong("ups.name", name));
	}

	private Choice snmp(Access access, int port) throws IOException {
		String version = access.get("snmp.version").orElse(access.get("snmp.user").isPresent() ? "3" : "2c");
		String community = access.get("snmp.community").orElse("public");
		return switch (version) {
		case "1", "2c" -> new Choice.Chosen(new UpsAccess.Snmp(port, new Login.Community(version.equals("1"), community)));
		case "3" -> user(access, port);
		default -> wrong("snmp.version", version);
		};
	}

	private Choice user(Access access, int port) throws IOException {
		Optional<String> name = access.get("snmp.user");
		String auth = access.get("snmp.auth").orElse("SHA").toUpperCase(Locale.ROOT);
		String privacy = access.get("snmp.priv").orElse("AES").toUpperCase(Locale.ROOT);
		Optional<String> secret = access.get("snmp.secret");
		if (name.isEmpty() || secret.isEmpty()) {
			return wrong(name.isEmpty() ? "snmp.user" : "snmp.secret", "");
		}
		if (!Login.User.AUTH.contains(auth) || !Login.User.PRIVACY.contains(privacy)) {
			return Login.User.AUTH.contains(auth) ? wrong("snmp.priv", privacy) : wrong("snmp.auth", auth);
		}
		Optional<char[]> first = secret(secret.get());
		Optional<char[]> second = secret(access.get("snmp.secret.priv").orElse(secret.get()));
		if (first.isEmpty() || second.isEmpty()) {
			return new Choice.Wrong(Cause.of("secret_missing", first.isEmpty() ? secret.get()
					: access.get("snmp.secret.priv").orElseThrow()));
		}
		Login.User user = new Login.User(name.get(), auth, first.get(), privacy, second.get());
		return user.isLongEnough() ? new Choice.Chosen(new UpsAccess.Snmp(port, user))
				: new Choice.Wrong(Cause.of("snmp_short_passphrase", Login.User.SHORTEST));
	}

	private Optional<char[]> secret(String name) throws IOException {
		return secrets.isPresent() ? secrets.get().secret(name) : Optional.empty();
	}

	private static Choice wrong(String setting, String value) {
		return new Choice.Wrong(Cause.of("setting_wrong", setting, value));
	}

	/** Overwrites the passphrases. */
	static void forget(UpsAccess access) {
		if (access instanceof UpsAccess.Snmp(_, Login.User user)) {
			user.forget();
		}
	}
}
