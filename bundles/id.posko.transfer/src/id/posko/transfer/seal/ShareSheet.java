package id.posko.transfer.seal;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import id.posko.kit.Words;
import id.posko.seal.Recipient;
import id.posko.seal.Share;
import id.posko.transfer.Progress;

/** One official's share as a page to print: what it is after {@code #}, then its groups. */
final class ShareSheet {

	private final Words words;

	ShareSheet(Locale locale) {
		words = Words.of(Progress.class, locale);
	}

	/** Into a new file that nobody but this user may read. */
	void write(Path file, Share share, Recipient key) throws IOException {
		FileAttribute<?>[] rights = File.separatorChar == '/'
				? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
		char[] groups = share.text();
		ByteBuffer text = StandardCharsets.UTF_8.encode(CharBuffer.wrap(groups));
		Set<StandardOpenOption> asNew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		try (FileChannel channel = FileChannel.open(file, asNew, rights)) {
			channel.write(StandardCharsets.UTF_8.encode(words.say("share.head", share.number(), share.key(), key.text())
					.lines().map(line -> "# " + line + "\n").reduce("", String::concat)));
			channel.write(text);
			channel.force(true);
		} catch (FileAlreadyExistsException e) {
			throw e;
		} catch (IOException e) {
			Files.deleteIfExists(file);
			throw e;
		} finally {
			Arrays.fill(groups, '\0');
			Arrays.fill(text.array(), (byte) 0);
		}
	}
}
