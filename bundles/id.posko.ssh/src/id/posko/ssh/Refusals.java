package id.posko.ssh;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import id.posko.kit.Secrets;

/**
 * Which logins were refused, so that none is tried twice: many servers lock an account after three wrong ones. Kept
 * beside the secrets (name {@code ssh.refused/user@[host]:port}), for a restart must not try again either. Another
 * password or key is tried, and so is the same one after that entry is forgotten.
 */
final class Refusals {

	private static final Logger LOG = System.getLogger(Refusals.class.getName());

	private final Secrets secrets;
	/** Those that could not be kept. */
	private final Map<String, String> unkept = new ConcurrentHashMap<>();

	Refusals(Secrets secrets) {
		this.secrets = secrets;
	}

	private static String name(Target target) {
		return "ssh.refused/" + target.entry();
	}

	boolean isRefused(Target target, Credential credential) throws IOException {
		Optional<String> kept = secrets.secret(name(target)).map(String::new);
		return kept.or(() -> Optional.ofNullable(unkept.get(name(target)))).filter(credential.mark()::equals).isPresent();
	}

	void refused(Target target, Credential credential) {
		try {
			secrets.keep(name(target), credential.mark().toCharArray());
		} catch (IOException e) {
			unkept.put(name(target), credential.mark());
			LOG.log(Level.WARNING, "The refused login {0} is remembered until the end only: {1}", target.entry(),
					e.getMessage());
		}
	}

	void accepted(Target target) throws IOException {
		unkept.remove(name(target));
		if (secrets.secret(name(target)).isPresent()) {
			secrets.forget(name(target));
		}
	}
}
