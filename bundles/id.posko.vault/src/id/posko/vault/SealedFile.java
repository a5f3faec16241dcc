package id.posko.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import id.posko.kit.Secrets;
import id.posko.kit.Words;

/**
 * Secrets in one file of the user's configuration folder, sealed with a key file beside it, both for this user's eyes
 * alone and apart from the data folder, so that no copy or backup of that carries them. Every call reads the file anew:
 * several processes may use it at once. The platform's own secure storage was not taken: it seals each value without
 * authenticating it, leaves the names in the clear, and writes back what another process has changed since.
 */
@Component
public final class SealedFile implements Secrets {

	private static final int LONGEST_NAME = 200;
	/** A private key of RSA 16384 in text is about 13,000. */
	private static final int LONGEST_SECRET = 65_536;

	private final Path folder;
	private final Path file;
	private final Path keyFile;

	@Activate
	public SealedFile() {
		this(configuration(System.getProperty("os.name").startsWith("Windows"), System.getenv(),
				Path.of(System.getProperty("user.home"))));
	}

	SealedFile(Path folder) {
		this.folder = folder;
		file = folder.resolve("secrets");
		keyFile = folder.resolve("secrets.key");
	}

	/** {@code $XDG_CONFIG_HOME/posko} (XDG Base Directory), else {@code ~/.config/posko}; {@code %APPDATA%\Posko}. */
	static Path configuration(boolean windows, Map<String, String> environment, Path home) {
		if (windows) {
			String roaming = environment.getOrDefault("APPDATA", "");
			return (roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming)).resolve("Posko");
		}
		Path configured = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
		return (configured.isAbsolute() ? configured : home.resolve(".config")).resolve("posko");
	}

	@Override
	public Optional<char[]> secret(String name) throws IOException {
		Map<String, char[]> all = read();
		Optional<char[]> secret = Optional.ofNullable(all.remove(name));
		wipe(all);
		return secret;
	}

	@Override
	public List<String> names() throws IOException {
		Map<String, char[]> all = read();
		wipe(all);
		return List.copyOf(all.keySet());
	}

	@Override
	public void keep(String name, char[] secret) throws IOException {
		if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
			throw new IOException(say("name.bad", name));
		}
		if (secret.length > LONGEST_SECRET) {
			throw new IOException(say("secret.long", name, LONGEST_SECRET));
		}
		change(all -> all.put(name, secret.clone()));
	}

	@Override
	public void forget(String name) throws IOException {
		change(all -> all.remove(name));
	}

	@Override
	public String place() {
		return say("place", file.toString(), keyFile.toString());
	}

	private interface Edit {
		void on(Map<String, char[]> all);
	}

	private synchronized void change(Edit edit) throws IOException {
		OwnFiles.makeFolder(folder);
		try (FileChannel channel = FileChannel.open(folder.resolve("secrets.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); var _ = channel.lock()) {
			Map<String, char[]> all = read();
			try {
				edit.on(all);
				byte[] plain = bytes(all);
				OwnFiles.write(file, new Seal(key()).seal(plain));
				Arrays.fill(plain, (byte) 0);
			} finally {
				wipe(all);
			}
		}
	}

	private Map<String, char[]> read() throws IOException {
		try {
			byte[] sealed = Files.readAllBytes(file);
			byte[] plain = new Seal(key()).open(sealed)
					.orElseThrow(() -> new IOException(say("sealed.damaged", file, keyFile)));
			try {
				return secrets(plain);
			} finally {
				Arrays.fill(plain, (byte) 0);
			}
		} catch (NoSuchFileException e) {
			if (!e.getFile().equals(file.toString())) {
				throw e;
			}
			return new TreeMap<>();
		}
	}

	/** Made anew only while there is nothing that another key has sealed. */
	private byte[] key() throws IOException {
		if (Files.notExists(keyFile)) {
			if (Files.exists(file)) {
				throw new IOException(say("key.missing", keyFile, file));
			}
			byte[] fresh = new byte[Seal.KEY_BYTES];
			new SecureRandom().nextBytes(fresh);
			OwnFiles.write(keyFile, fresh);
		}
		if (OwnFiles.isOpenToOthers(keyFile)) {
			throw new IOException(say("key.open", keyFile));
		}
		byte[] key = Files.readAllBytes(keyFile);
		if (key.length != Seal.KEY_BYTES) {
			throw new IOException(say("key.damaged", keyFile));
		}
		return key;
	}

	private static byte[] bytes(Map<String, char[]> all) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		out.writeInt(all.size());
		for (Map.Entry<String, char[]> entry : all.entrySet()) {
			out.writeUTF(entry.getKey());
			ByteBuffer secret = StandardCharsets.UTF_8.encode(CharBuffer.wrap(entry.getValue()));
			out.writeInt(secret.remaining());
			out.write(secret.array(), secret.arrayOffset(), secret.remaining());
			Arrays.fill(secret.array(), (byte) 0);
		}
		return bytes.toByteArray();
	}

	private static Map<String, char[]> secrets(byte[] plain) throws IOException {
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain));
		Map<String, char[]> all = new TreeMap<>();
		for (int left = in.readInt(); left > 0; left--) {
			String name = in.readUTF();
			byte[] secret = in.readNBytes(in.readInt());
			CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(secret));
			all.put(name, Arrays.copyOf(characters.array(), characters.remaining()));
			Arrays.fill(secret, (byte) 0);
			Arrays.fill(characters.array(), '\0');
		}
		return all;
	}

	private static void wipe(Map<String, char[]> all) {
		all.values().forEach(secret -> Arrays.fill(secret, '\0'));
	}

	private static String say(String key, Object... arguments) {
		return Words.of(SealedFile.class, Locale.getDefault()).say(key, arguments);
	}
}
