package id.posko.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.seal.Identity;
import id.posko.seal.Unsealing;
import id.posko.transfer.seal.OfficeKey;
import id.posko.transfer.seal.SealDesk;
import id.posko.transfer.seal.SealTold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code posko unseal FILE}: what was sealed, whole or not at all. */
@Component(service = Verb.class, property = Verb.NAME + "=unseal")
public final class UnsealVerb implements Verb {

	private final SealDesk desk;

	@Activate
	public UnsealVerb(@Reference SealDesk desk) {
		this.desk = desk;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Unseal(call);
	}

	@Command(name = "unseal")
	final class Unseal implements Callable<Integer> {

		private final Call call;

		@Parameters(paramLabel = "FILE", descriptionKey = "seal.file")
		private Path file;
		@Option(names = "--out", paramLabel = "FILE", descriptionKey = "seal.out")
		private Path out;
		@Option(names = "--key", paramLabel = "KEYFILE", descriptionKey = "seal.key")
		private Path key;

		private Unseal(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() throws IOException, InterruptedException {
			Path keyFile = key == null ? desk.privateFile(OfficeKey.OFFICE) : call.resolve(key);
			Optional<Identity> opened = new OpenedKey(call, desk).of(keyFile);
			if (opened.isEmpty()) {
				return Call.WRONG_USE;
			}
			try (Identity identity = opened.get()) {
				Unsealing unsealing = desk.unseal(call.by(), call.resolve(file), identity,
						Optional.ofNullable(out).map(call::resolve), new SealProgress(call, file));
				call.err().println(new SealTold(call.locale()).sentence(unsealing));
				return switch (unsealing) {
				case Unsealing.Opened _ -> Call.WELL;
				case Unsealing.Exists _, Unsealing.NoFile _ -> Call.WRONG_USE;
				case Unsealing.Refused _, Unsealing.Busy _, Unsealing.Full _, Unsealing.Failed _ -> Call.NOT_WELL;
				};
			}
		}
	}
}
