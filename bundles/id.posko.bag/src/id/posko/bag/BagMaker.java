package id.posko.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a new bag of RFC 8493 of what is handed to it. Every file is written through to the medium before the next;
 * bagit.txt comes last, so that what was left unfinished is no bag. Names are kept to what every system can bear, and
 * held in memory.
 */
public final class BagMaker implements AutoCloseable {

	private final Path bag;
	private final Algorithm algorithm;
	private final List<BagInfo.Field> info = new ArrayList<>();
	private final Set<String> taken = new HashSet<>();
	private final TagWriter tags;

	/**
	 * @param bag a folder that does not exist or is empty
	 * @throws FileAlreadyExistsException if something lies there
	 */
	public BagMaker(Path bag, Algorithm algorithm) throws IOException {
		this.bag = bag;
		this.algorithm = algorithm;
		Files.createDirectories(bag);
		try (Stream<Path> lying = Files.list(bag)) {
			if (lying.findAny().isPresent()) {
				throw new FileAlreadyExistsException(bag.toString());
			}
		}
		Files.createDirectory(bag.resolve(BagPath.PAYLOAD));
		tags = new TagWriter(bag, new Declaration(Version.V1_0, StandardCharsets.UTF_8), List.of(algorithm));
	}

	/** A line of bag-info.txt; line ends in the value become blanks. */
	public BagMaker say(String label, String value) {
		info.add(BagInfo.Field.of(label, value));
		return this;
	}

	/**
	 * Puts a file in.
	 *
	 * @param name below data, {@code /} between folders; a name that another system could not bear, that leads elsewhere
	 * or that some system takes for one that is in already is refused
	 * @throws IllegalArgumentException if the name is refused
	 */
	public BagMaker add(String name, InputStream content) throws IOException {
		String path = BagPath.PAYLOAD + "/" + BagPath.composed(name);
		if (BagPath.encoded(path, Version.V1_0).isEmpty() || !BagPath.isPortable(path)
				|| !taken.add(BagPath.folded(path))) {
			throw new IllegalArgumentException("name: " + name);
		}
		Path file = bag.resolve(path);
		Files.createDirectories(file.getParent());
		MessageDigest digest = algorithm.digest();
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			long length = content.transferTo(new DigestOutputStream(Channels.newOutputStream(channel), digest));
			channel.force(true);
			tags.list(path, length, new byte[][] { digest.digest() });
		}
		return this;
	}

	/** Completes the bag. */
	public void finish() throws IOException {
		tags.finish(new BagInfo(info), Map.of());
	}

	/** What was not finished stays no bag. */
	@Override
	public void close() throws IOException {
		tags.close();
	}
}
