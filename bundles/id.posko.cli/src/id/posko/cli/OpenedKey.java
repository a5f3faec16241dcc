package id.posko.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import id.posko.cli.Prompt.Question;
import id.posko.seal.Identity;
import id.posko.seal.KeyFile;
import id.posko.seal.KeyReading;
import id.posko.transfer.seal.SealDesk;
import id.posko.transfer.seal.SealTold;

/** Opens a private key's file for the caller, who types its passphrase. */
record OpenedKey(Call call, SealDesk desk) {

	/** Empty if it is not opened, and then why was said; the caller closes it. */
	Optional<Identity> of(Path file) throws IOException, InterruptedException {
		desk.permit(call.by(), file.getFileName().toString());
		Optional<char[]> passphrase = Files.isRegularFile(file) && KeyFile.isSealed(file)
				? call.prompt().ask(Question.PASSPHRASE, file.getFileName().toString()) : Optional.of(new char[0]);
		if (passphrase.isEmpty()) {
			return Optional.empty();
		}
		try {
			KeyReading reading = desk.open(call.by(), file, passphrase.get());
			if (reading instanceof KeyReading.Read(Identity identity)) {
				return Optional.of(identity);
			}
			call.err().println(new SealTold(call.locale()).sentence(reading));
			return Optional.empty();
		} finally {
			Arrays.fill(passphrase.get(), '\0');
		}
	}
}
