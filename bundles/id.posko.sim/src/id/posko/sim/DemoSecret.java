package id.posko.sim;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import id.posko.kit.Secrets;

/** A password of simulated devices, which lies with the console's secrets while they run. */
final class DemoSecret {

	private static final Logger LOG = System.getLogger(DemoSecret.class.getName());

	private final Secrets secrets;
	private final String name;

	DemoSecret(Secrets secrets, String name) {
		this.secrets = secrets;
		this.name = name;
	}

	/** Another one from now on. */
	void renew() {
		byte[] random = new byte[12];
		new SecureRandom().nextBytes(random);
		try {
			secrets.keep(name, Base64.getEncoder().encodeToString(random).toCharArray());
		} catch (IOException e) {
			LOG.log(Level.WARNING, "the demo''s secret {0} can not be kept: {1}", name, e.getMessage());
		}
	}

	/** Empty while there is none. */
	Optional<String> text() {
		try {
			Optional<char[]> kept = secrets.secret(name);
			Optional<String> text = kept.map(String::new);
			kept.ifPresent(characters -> Arrays.fill(characters, '\0'));
			return text;
		} catch (IOException e) {
			LOG.log(Level.WARNING, "the demo''s secret {0} can not be read: {1}", name, e.getMessage());
			return Optional.empty();
		}
	}

	void forget() {
		forget(name);
	}

	/** With all that are named so. */
	void forgetAll(String beginning) {
		try {
			secrets.names().stream().filter(other -> other.startsWith(beginning)).forEach(this::forget);
		} catch (IOException e) {
			LOG.log(Level.WARNING, "the demo''s secrets can not be read: {0}", e.getMessage());
		}
	}

	private void forget(String one) {
		try {
			secrets.forget(one);
		} catch (IOException e) {
			LOG.log(Level.WARNING, "the demo''s secret {0} can not be forgotten: {1}", one, e.getMessage());
		}
	}
}
