package id.posko.transfer.seal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DataFolder.OpenFolder;
import id.posko.seal.Identity;
import id.posko.seal.KeyFile;
import id.posko.seal.KeyReading;
import id.posko.seal.Recipient;
import id.posko.seal.Sealer;
import id.posko.seal.Sealing;
import id.posko.seal.Share;
import id.posko.seal.Unsealer;
import id.posko.seal.Unsealing;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.Permission;

/**
 * Who may seal and open copies, and the keys for it, in {@code keys} of the data folder: {@code office.pub}, the public
 * part, {@code office.key.age}, the private one sealed by a passphrase; {@code recovery} as well. All is journalled.
 */
@Component(service = SealDesk.class)
public final class SealDesk {

	/** Characters of a passphrase. */
	static final int LEAST = 10;
	private static final String FOLDER = "keys";

	private final Acts acts;
	private final Path folder;

	@Activate
	public SealDesk(@Reference Acts acts, @Reference OpenFolder folder) {
		this.acts = acts;
		this.folder = folder.path().resolve(FOLDER);
	}

	/** Before he is asked for a passphrase. */
	public void permit(Actor by, String object) {
		acts.permit(by, Permission.SEAL, Optional.empty(), object);
	}

	public Path publicFile(OfficeKey key) {
		return folder.resolve(key.code() + ".pub");
	}

	public Path privateFile(OfficeKey key) {
		return folder.resolve(key.code() + ".key.age");
	}

	/** Empty if it was not made yet. */
	public Optional<Recipient> recipient(OfficeKey key) throws IOException {
		Path file = publicFile(key);
		return Files.exists(file) ? Recipient.parse(Files.readString(file)) : Optional.empty();
	}

	/** Of the keys that were made. */
	public List<Recipient> recipients() throws IOException {
		List<Recipient> all = new ArrayList<>();
		for (OfficeKey key : OfficeKey.values()) {
			recipient(key).ifPresent(all::add);
		}
		return all;
	}

	/** @param passphrase the caller overwrites it when done */
	public KeyMaking make(Actor by, OfficeKey key, char[] passphrase) throws IOException {
		permit(by, key.code());
		if (Files.exists(publicFile(key))) {
			return new KeyMaking.Exists(publicFile(key));
		}
		Files.createDirectories(folder);
		try (Identity identity = Identity.make()) {
			KeyMaking making = keep(by, "key made", identity, privateFile(key), passphrase);
			if (making instanceof KeyMaking.Made) {
				Files.writeString(publicFile(key), identity.recipient() + "\n", StandardOpenOption.CREATE_NEW,
						StandardOpenOption.WRITE, StandardOpenOption.SYNC);
			}
			return making;
		}
	}

	private KeyMaking keep(Actor by, String act, Identity identity, Path file, char[] passphrase) throws IOException {
		if (passphrase.length < LEAST) {
			return new KeyMaking.TooShort(LEAST);
		}
		if (Files.exists(file)) {
			return new KeyMaking.Exists(file);
		}
		acts.done(by, act, file.getFileName().toString(), identity.recipient().text(), 1);
		try {
			KeyFile.write(file, identity, passphrase);
			return new KeyMaking.Made(identity.recipient(), file);
		} catch (FileAlreadyExistsException _) {
			return new KeyMaking.Exists(file);
		}
	}

	/** @param passphrase the caller overwrites it when done */
	public KeyReading open(Actor by, Path keyFile, char[] passphrase) {
		String name = keyFile.getFileName().toString();
		permit(by, name);
		KeyReading reading = KeyFile.read(keyFile, passphrase);
		acts.done(by, reading instanceof KeyReading.Read ? "key opened" : "key not opened", name, "", 1);
		return reading;
	}

	/**
	 * Seals it for the office's keys and others; {@link #recipients} and {@code also} must not both be empty.
	 *
	 * @param progress
	 *            takes the bytes of the file that are through
	 */
	public Sealing seal(Actor by, Path file, Path to, List<Recipient> also, LongConsumer progress)
			throws IOException, InterruptedException {
		permit(by, String.valueOf(file.getFileName()));
		List<Recipient> recipients = Stream.concat(recipients().stream(), also.stream()).distinct().toList();
		String who = recipients.stream().map(Recipient::text).collect(Collectors.joining(" "));
		return Sealer.seal(file, to, recipients, progress, sealed -> acts.done(by, "file sealed",
				sealed.file().getFileName().toString(), "sha256 " + sealed.sha256() + " for " + who, sealed.size()));
	}

	/**
	 * @param out
	 *            what it becomes; empty: beside it, by the name that it had
	 * @param progress
	 *            takes the bytes of the sealed file that are through
	 */
	public Unsealing unseal(Actor by, Path file, Identity key, Optional<Path> out, LongConsumer progress)
			throws IOException, InterruptedException {
		String name = String.valueOf(file.getFileName());
		permit(by, name);
		acts.done(by, "sealed file opened", name, key.recipient().text(), Files.exists(file) ? Files.size(file) : 0);
		return Unsealer.unseal(file, key, out, progress);
	}

	/**
	 * Writes each of the two shares of a key, with what a reader must know, into a new file of its own.
	 *
	 * @return empty if all is written; else the file that was there already, and nothing is written
	 */
	public Optional<Path> split(Actor by, Identity key, Path first, Path second, Locale locale) throws IOException {
		permit(by, key.recipient().text());
		for (Path file : List.of(first, second)) {
			if (Files.exists(file) || first.equals(second)) {
				return Optional.of(file);
			}
		}
		acts.done(by, "key split", key.recipient().text(), "", 2);
		List<Share> shares = Share.split(key);
		try (Share one = shares.get(0); Share other = shares.get(1)) {
			ShareSheet sheet = new ShareSheet(locale);
			sheet.write(first, one, key.recipient());
			boolean areBoth = false;
			try {
				sheet.write(second, other, key.recipient());
				areBoth = true;
			} finally {
				if (!areBoth) {
					Files.delete(first);
				}
			}
		}
		return Optional.empty();
	}

	/**
	 * Keeps a key that was joined from its shares.
	 *
	 * @param passphrase
	 *            the caller overwrites it when done
	 */
	public KeyMaking join(Actor by, Identity joined, Path file, char[] passphrase) throws IOException {
		permit(by, joined.recipient().text());
		return keep(by, "key joined", joined, file, passphrase);
	}
}
