package id.posko.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.cli.Prompt.Question;
import id.posko.seal.Identity;
import id.posko.seal.Joining;
import id.posko.seal.KeyReading;
import id.posko.seal.Recipient;
import id.posko.seal.Share;
import id.posko.seal.ShareReading;
import id.posko.transfer.seal.KeyMaking;
import id.posko.transfer.seal.OfficeKey;
import id.posko.transfer.seal.SealDesk;
import id.posko.transfer.seal.SealTold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posko key new|show|split|join}: the keys of sealed copies. A passphrase is never an argument. */
@Component(service = Verb.class, property = Verb.NAME + "=key")
public final class KeyVerb implements Verb {

	private static final int LONGEST_SHARE = 1 << 16;

	private final SealDesk desk;

	@Activate
	public KeyVerb(@Reference SealDesk desk) {
		this.desk = desk;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Keys(call);
	}

	@Command(name = "key")
	final class Keys implements Callable<Integer> {

		private final Call call;
		private final SealTold told;

		@Spec
		private CommandSpec spec;

		private Keys(Call call) {
			this.call = call;
			told = new SealTold(call.locale());
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "new")
		int make(@Parameters(paramLabel = "office|recovery", descriptionKey = "key.name") OfficeKey key)
				throws IOException, InterruptedException {
			desk.permit(call.by(), key.code());
			if (desk.recipient(key).isPresent()) {
				return told(new KeyMaking.Exists(desk.publicFile(key)));
			}
			return keep(key.code(), passphrase -> desk.make(call.by(), key, passphrase));
		}

		private interface Keeping {
			KeyMaking with(char[] passphrase) throws IOException;
		}

		private int keep(String name, Keeping keeping) throws IOException, InterruptedException {
			Optional<char[]> passphrase = call.prompt().ask(Question.NEW_PASSPHRASE, name);
			if (passphrase.isEmpty()) {
				return Call.WRONG_USE;
			}
			try {
				return told(keeping.with(passphrase.get()));
			} catch (IOException e) {
				return failed(e);
			} finally {
				Arrays.fill(passphrase.get(), '\0');
			}
		}

		private int told(KeyMaking making) {
			boolean isMade = making instanceof KeyMaking.Made;
			(isMade ? call.out() : call.err()).println(told.sentence(making));
			return isMade ? Call.WELL : Call.WRONG_USE;
		}

		private int failed(IOException fault) {
			call.say("key.failed", fault.getMessage());
			return Call.NOT_WELL;
		}

		@Command(name = "show")
		int show(@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			for (OfficeKey key : OfficeKey.values()) {
				Optional<Recipient> recipient = desk.recipient(key);
				if (json) {
					call.out().println(new JsonLine().put("key", key.code()).put("recipient", recipient.map(Recipient::text))
							.put("file", desk.privateFile(key)).put("here", Files.exists(desk.privateFile(key))));
				} else {
					call.out().println(recipient.map(text -> call.words().say("key.line", key.code(), text))
							.orElseGet(() -> call.words().say("key.missing", key.code())));
				}
			}
			return Call.WELL;
		}

		@Command(name = "split")
		int split(@Parameters(paramLabel = "FILE", arity = "2", descriptionKey = "key.shares") Path[] files,
				@Option(names = "--key", paramLabel = "KEYFILE", descriptionKey = "key.file") Path key)
				throws IOException, InterruptedException {
			Optional<Identity> opened = new OpenedKey(call, desk).of(key == null ? desk.privateFile(OfficeKey.RECOVERY)
					: call.resolve(key));
			if (opened.isEmpty()) {
				return Call.WRONG_USE;
			}
			try (Identity identity = opened.get()) {
				Optional<Path> there = desk.split(call.by(), identity, call.resolve(files[0]), call.resolve(files[1]),
						call.locale());
				if (there.isPresent()) {
					return told(new KeyMaking.Exists(there.get()));
				}
				call.say("key.split", files[0], files[1]);
				return Call.WELL;
			} catch (IOException e) {
				return failed(e);
			}
		}

		@Command(name = "join")
		int join(@Parameters(paramLabel = "FILE", arity = "2", index = "0..1", descriptionKey = "key.shares") Path[] files,
				@Parameters(paramLabel = "KEYFILE", index = "2", descriptionKey = "key.joined") Path key)
				throws IOException, InterruptedException {
			desk.permit(call.by(), key.getFileName().toString());
			Optional<Share> one = share(files[0]);
			Optional<Share> other = share(files[1]);
			if (one.isEmpty() || other.isEmpty()) {
				return Call.WRONG_USE;
			}
			try (Share first = one.get(); Share second = other.get()) {
				Joining joining = Share.join(first, second);
				if (!(joining instanceof Joining.Joined(Identity identity))) {
					call.err().println(told.sentence(joining));
					return Call.WRONG_USE;
				}
				try (identity) {
					return keep(key.getFileName().toString(),
							passphrase -> desk.join(call.by(), identity, call.resolve(key), passphrase));
				}
			}
		}

		/** Empty if it is none, and then why was said. */
		private Optional<Share> share(Path file) throws IOException {
			try (var in = Files.newInputStream(call.resolve(file))) {
				ShareReading reading = Share.read(new String(in.readNBytes(LONGEST_SHARE), StandardCharsets.UTF_8));
				if (reading instanceof ShareReading.Read(Share share)) {
					return Optional.of(share);
				}
				call.say("key.share", file, told.sentence(reading));
			} catch (NoSuchFileException _) {
				call.err().println(told.sentence(new KeyReading.NoFile(file)));
			}
			return Optional.empty();
		}
	}
}
