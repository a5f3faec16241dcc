package id.posko.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;

import id.posko.kit.Secrets;

import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import net.schmizz.sshj.userauth.password.PasswordUtils;

/** What we prove with who we are; forgotten by {@link #close}. */
sealed interface Credential extends AutoCloseable {

	/** The one method to be tried, of those that the server offers. */
	Optional<AuthMethod> method(Collection<String> offered);

	/** Another credential has another one; from it the credential can not be told if it is a good one. */
	String mark();

	@Override
	void close();

	sealed interface Found {

		record Ready(Credential credential) implements Found {
		}

		record Missing(Outcome why) implements Found {
		}
	}

	/** @throws IOException if secrets can not be read */
	static Found find(Target target, Secrets secrets, SSHClient client) throws IOException {
		Optional<char[]> secret = Optional.empty();
		if (target.secret().isPresent()) {
			secret = secrets.secret(target.secret().get());
			if (secret.isEmpty()) {
				return new Found.Missing(new Outcome.NoSecret(target.secret().get()));
			}
		}
		if (target.key().isPresent()) {
			return key(target.key().get(), secret, secrets, client);
		}
		return secret.<Found>map(password -> new Found.Ready(new Password(password)))
				.orElseGet(() -> new Found.Missing(new Outcome.NoSecret("ssh.secret")));
	}

	private static Found key(String name, Optional<char[]> passphrase, Secrets secrets, SSHClient client)
			throws IOException {
		Optional<char[]> text = secrets.secret(name);
		if (text.isEmpty()) {
			return new Found.Missing(new Outcome.NoSecret(name));
		}
		try {
			KeyProvider keys = client.loadKeys(new String(text.get()), null,
					passphrase.map(PasswordUtils::createOneOff).orElse(null));
			keys.getPrivate();
			return new Found.Ready(new Key(keys, Password.mark("key", text.get())));
		} catch (IOException | SSHRuntimeException | IllegalArgumentException | IllegalStateException e) {
			return new Found.Missing(new Outcome.BadKey(name, String.valueOf(e.getMessage())));
		} finally {
			Arrays.fill(text.get(), '\0');
			passphrase.ifPresent(characters -> Arrays.fill(characters, '\0'));
		}
	}

	/** By method {@code password} or, where a server asks by prompt only, by that. */
	record Password(char[] password) implements Credential {

		@Override
		public Optional<AuthMethod> method(Collection<String> offered) {
			if (offered.contains("password")) {
				return Optional.of(new AuthPassword(PasswordUtils.createOneOff(password.clone())));
			}
			return offered.contains("keyboard-interactive") ? Optional.of(new PasswordPrompt(password)) : Optional.empty();
		}

		@Override
		public String mark() {
			return mark("password", password);
		}

		@Override
		public void close() {
			Arrays.fill(password, '\0');
		}

		private static String mark(String kind, char[] secret) {
			ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
			try {
				MessageDigest digest = MessageDigest.getInstance("SHA-256");
				digest.update(kind.getBytes(StandardCharsets.UTF_8));
				digest.update((byte) 0);
				digest.update(bytes);
				return HexFormat.of().formatHex(digest.digest());
			} catch (NoSuchAlgorithmException e) {
				throw new IllegalStateException(e);
			} finally {
				Arrays.fill(bytes.array(), (byte) 0);
			}
		}
	}

	/** By method {@code publickey}. */
	record Key(KeyProvider keys, String mark) implements Credential {

		@Override
		public Optional<AuthMethod> method(Collection<String> offered) {
			return offered.contains("publickey") ? Optional.of(new AuthPublickey(keys)) : Optional.empty();
		}

		@Override
		public void close() {
			// the JDK's private keys can not be wiped
		}
	}
}
