package id.posko.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.FileMode;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.RemoteResourceInfo;
import net.schmizz.sshj.sftp.Response.StatusCode;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;

/**
 * Files of machines, over SFTP (draft-ietf-secsh-filexfer-02) and the machine's own SHA-256. A copy that was cut goes on
 * where it ended, and counts only when its whole is what it should be. Any thread; blocks the one that asks and ends by
 * interrupt. {@code patience} is how long a machine may not answer.
 */
@Component(service = RemoteFiles.class)
public final class RemoteFiles {

	/** A transfer is ended by silence, not by its length. */
	private static final Duration ANY = Duration.ofDays(30);
	private static final Pattern SHA256 = Pattern.compile("\\\\?([0-9A-Fa-f]{64})\\b");
	private static final byte[] NOTHING = {};

	private final Connections connections;

	@Activate
	public RemoteFiles(@Reference Connections connections) {
		this.connections = connections;
	}

	/** A file in a folder; {@code modified} by the machine's clock, to the second. */
	public record Found(String name, long bytes, Instant modified) {
	}

	/** A file that was copied whole; {@code resumedAt} bytes of it were there from before. */
	public record Copied(long bytes, long resumedAt, String sha256) {
	}

	/** The files in a folder, not its folders. */
	public Remote<List<Found>> list(Target target, String folder, Duration patience)
			throws IOException, InterruptedException {
		return on(target, folder, patience, sftp -> new Remote.Got<>(sftp.ls(folder).stream()
				.filter(is -> is.getAttributes().getType() == FileMode.Type.REGULAR).map(RemoteFiles::found).toList()));
	}

	private static Found found(RemoteResourceInfo is) {
		FileAttributes attributes = is.getAttributes();
		return new Found(is.getName(), attributes.getSize(), Instant.ofEpochSecond(attributes.getMtime()));
	}

	/** The last bytes of a file, at most so many. */
	public Remote<byte[]> tail(Target target, String path, int most, Duration patience)
			throws IOException, InterruptedException {
		return part(target, path, Math.negateExact(most), most, patience);
	}

	/** The first bytes of a file, at most so many. */
	public Remote<byte[]> head(Target target, String path, int most, Duration patience)
			throws IOException, InterruptedException {
		return part(target, path, 0, most, patience);
	}

	/** @param from counted from the end if it is negative */
	private Remote<byte[]> part(Target target, String path, long from, int most, Duration patience)
			throws IOException, InterruptedException {
		return on(target, path, patience, sftp -> {
			try (RemoteFile file = sftp.open(path)) {
				long start = from < 0 ? Math.max(0, file.length() + from) : from;
				try (var in = file.new ReadAheadRemoteFileInputStream(4, start)) {
					return new Remote.Got<>(in.readNBytes(most));
				}
			}
		});
	}

	/**
	 * A file's SHA-256 as the machine itself reads it: sha256sum, shasum or PowerShell.
	 *
	 * @param timeout the longest that reading it may take
	 */
	public Remote<String> sha256(Target target, RemoteShell shell, String path, Duration timeout)
			throws InterruptedException {
		return switch (connections.run(target, shell.sha256(path), NOTHING, timeout)) {
		case Outcome.Ran(_, byte[] output, byte[] errors, _, _) -> {
			Matcher digits = SHA256.matcher(new String(output, StandardCharsets.UTF_8).strip());
			yield digits.lookingAt() ? new Remote.Got<>(digits.group(1).toLowerCase(Locale.ROOT))
					: new Remote.Refused<>(path, new String(errors, StandardCharsets.UTF_8).strip());
		}
		case Outcome why -> new Remote.Failed<>(why);
		};
	}

	/**
	 * Fetches a file. What has come stands in a file beside the target that ends in {@code .part} and has the first
	 * digits of the hash in its name, so that what is left of another file is never gone on with.
	 *
	 * @param sha256 of the whole, as {@link #sha256} gave it
	 * @param progress is told the bytes that are there, on another thread
	 * @throws IOException if it can not be written here; what has come stays
	 */
	public Remote<Copied> fetch(Target target, String path, Path to, String sha256, Duration patience,
			LongConsumer progress) throws IOException, InterruptedException {
		Receipt receipt = new Receipt(to, sha256);
		return on(target, path, patience, sftp -> {
			try (RemoteFile file = sftp.open(path)) {
				return receipt.of(file, progress);
			}
		});
	}

	/**
	 * Sends a file, to a name that ends in {@code .part} until the machine has read it back as a whole. A file that is
	 * there already under the name is left as it is: the same one is as good as sent, another one is refused.
	 *
	 * @param timeout the longest that the machine may read it for its hash
	 * @throws IOException if it can not be read here
	 */
	public Remote<Copied> send(Target target, RemoteShell shell, Path from, String path, Duration patience,
			Duration timeout, LongConsumer progress) throws IOException, InterruptedException {
		String sha256 = Sha256.of(from, Files.size(from));
		Remote<String> there = sha256(target, shell, path, timeout);
		if (there instanceof Remote.Got<String>(String is) && is.equals(sha256)) {
			return new Remote.Got<>(new Copied(Files.size(from), Files.size(from), sha256));
		}
		String part = path + "." + sha256.substring(0, 16) + ".part";
		Remote<Long> resume = resume(target, shell, from, part, patience, timeout);
		if (!(resume instanceof Remote.Got<Long>(Long begun))) {
			return resume.instead();
		}
		Remote<Copied> sent = on(target, part, patience, sftp -> {
			Sending.send(sftp, from, part, begun, progress);
			return new Remote.Got<>(new Copied(Files.size(from), begun, sha256));
		});
		if (!(sent instanceof Remote.Got)) {
			return sent;
		}
		Remote<String> arrived = sha256(target, shell, part, timeout);
		if (!(arrived instanceof Remote.Got<String>(String is))) {
			return arrived.instead();
		}
		return on(target, path, patience, sftp -> {
			if (!is.equals(sha256)) {
				sftp.rm(part);
				return new Remote.Differs<>(sha256, is);
			}
			if (sftp.statExistence(path) != null) {
				return new Remote.Refused<>(path, "exists");
			}
			sftp.rename(part, path);
			return sent;
		});
	}

	/** How many bytes of what was sent before are the beginning of this file. */
	private Remote<Long> resume(Target target, RemoteShell shell, Path from, String part, Duration patience,
			Duration timeout) throws IOException, InterruptedException {
		Remote<Long> size = on(target, part, patience, sftp -> {
			FileAttributes is = sftp.statExistence(part);
			return new Remote.Got<>(is == null ? 0 : is.getSize());
		});
		if (!(size instanceof Remote.Got<Long>(Long begun)) || begun == 0) {
			return size;
		}
		boolean isSame = begun <= Files.size(from) && sha256(target, shell, part, timeout) instanceof Remote.Got<String>(
				String is) && is.equals(Sha256.of(from, begun));
		return new Remote.Got<>(isSame ? begun : 0L);
	}

	/** Moves bytes; what fails here, and not there, is thrown. */
	private <T> Remote<T> on(Target target, String path, Duration patience, Line.FileWork<Remote<T>> work)
			throws IOException, InterruptedException {
		HereFault[] here = new HereFault[1];
		Remote<T> result = connections.on(target, ANY, (line, progress) -> line.files(sftp -> {
			try {
				return work.on(sftp);
			} catch (HereFault e) {
				here[0] = e;
				return new Remote.Refused<T>(path, e.getMessage());
			} catch (SFTPException e) {
				if (isSilence(e)) {
					line.cut();
					return new Remote.Failed<T>(new Outcome.Silent(Stage.COMMAND, patience));
				}
				return there(path, e);
			}
		}, patience, progress), Remote.Failed<T>::new);
		if (here[0] != null) {
			throw here[0].getCause();
		}
		return result;
	}

	private static boolean isSilence(SFTPException e) {
		return Stream.iterate((Throwable) e, t -> t != null, Throwable::getCause).limit(20)
				.anyMatch(TimeoutException.class::isInstance);
	}

	private static <T> Remote<T> there(String path, SFTPException e) throws SFTPException {
		if (e.getStatusCode() == StatusCode.NO_SUCH_FILE || e.getStatusCode() == StatusCode.NO_SUCH_PATH) {
			return new Remote.Missing<>(path);
		}
		if (e.getStatusCode() == StatusCode.UNKNOWN) {
			throw e;
		}
		return new Remote.Refused<>(path, e.getStatusCode() + ": " + e.getMessage());
	}

	/** A fault of this machine's own files, among those of the other. */
	static final class HereFault extends IOException {

		private static final long serialVersionUID = 1;

		HereFault(IOException cause) {
			super(cause.getMessage(), cause);
		}

		@Override
		public synchronized IOException getCause() {
			return (IOException) super.getCause();
		}
	}
}
