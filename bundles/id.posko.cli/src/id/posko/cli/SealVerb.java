package id.posko.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.seal.Recipient;
import id.posko.seal.Sealing;
import id.posko.transfer.seal.OfficeKey;
import id.posko.transfer.seal.SealDesk;
import id.posko.transfer.seal.SealTold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code posko seal FILE… --to DIR}: sealed copies in the age format, for the office's keys and others. */
@Component(service = Verb.class, property = Verb.NAME + "=seal")
public final class SealVerb implements Verb {

	private final SealDesk desk;

	@Activate
	public SealVerb(@Reference SealDesk desk) {
		this.desk = desk;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Seal(call);
	}

	@Command(name = "seal")
	final class Seal implements Callable<Integer> {

		private final Call call;

		@Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "seal.files")
		private List<Path> files;
		@Option(names = "--to", paramLabel = "DIR", required = true, descriptionKey = "seal.to")
		private Path to;
		@Option(names = "--recipient", paramLabel = "age1…", descriptionKey = "seal.recipient")
		private List<String> recipients = List.of();
		@Option(names = "--json", descriptionKey = "json")
		private boolean json;

		private Seal(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() throws IOException, InterruptedException {
			List<Recipient> also = new ArrayList<>();
			for (String text : recipients) {
				Optional<Recipient> recipient = Recipient.parse(text);
				if (recipient.isEmpty()) {
					call.say("seal.bad_recipient", text);
					return Call.WRONG_USE;
				}
				also.add(recipient.get());
			}
			if (also.isEmpty() && desk.recipients().isEmpty()) {
				call.say("seal.no_keys");
				return Call.WRONG_USE;
			}
			for (OfficeKey key : OfficeKey.values()) {
				if (desk.recipient(key).isEmpty()) {
					call.say("seal.no_key", key.code());
				}
			}
			int worst = Call.WELL;
			for (Path file : files) {
				worst = Math.max(worst, seal(file, also));
			}
			return worst;
		}

		private int seal(Path file, List<Recipient> also) throws IOException, InterruptedException {
			Sealing sealing = desk.seal(call.by(), call.resolve(file), call.resolve(to), also, new SealProgress(call, file));
			String sentence = new SealTold(call.locale()).sentence(sealing);
			switch (sealing) {
			case Sealing.Sealed sealed -> {
				call.out().println(json ? json(file, sealed) : sentence);
				return Call.WELL;
			}
			case Sealing.Exists _, Sealing.NoFile _ -> {
				call.err().println(sentence);
				return Call.WRONG_USE;
			}
			case Sealing.Busy _, Sealing.Moving _, Sealing.Full _, Sealing.Failed _ -> {
				call.err().println(sentence);
				return Call.NOT_WELL;
			}
			}
		}

		private static JsonLine json(Path file, Sealing.Sealed sealed) {
			return new JsonLine().put("file", file).put("sealed", sealed.file()).put("size", sealed.size())
					.put("sha256", sealed.sha256()).put("plainSize", sealed.plainSize()).put("compressed", sealed.isCompressed());
		}
	}
}
