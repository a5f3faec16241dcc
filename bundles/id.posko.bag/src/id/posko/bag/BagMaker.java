package id.posko.bag;

import java.io.ByteArrayInputStream;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes a new bag of RFC 8493. Every file is written through to the medium before the next; bagit.txt comes last, so
 * that what was left unfinished is no bag. Names are kept to what every system can bear.
 */
public final class BagMaker {

	private static final int LONGEST_LINE = 79;

	private final Path bag;
	private final Algorithm algorithm;
	private final List<BagInfo.Field> info = new ArrayList<>();
	private final Set<String> taken = new HashSet<>();
	private final StringBuilder manifest = new StringBuilder();
	private long octets;

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
		Files.createDirectory(bag.resolve(Payload.FOLDER));
	}

	/** A line of bag-info.txt; line ends in the value become blanks. */
	public BagMaker say(String label, String value) {
		if (!label.matches("[^\\s:][^:\\r\\n]*")) {
			throw new IllegalArgumentException("label: " + label);
		}
		info.add(new BagInfo.Field(label, value.replaceAll("[\\r\\n\\u0085\\u2028\\u2029]+", " ").strip()));
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
		String path = Payload.FOLDER + "/" + BagPath.composed(name);
		if (BagPath.escapes(path) || !BagPath.isPortable(path) || !taken.add(BagPath.folded(path))) {
			throw new IllegalArgumentException("name: " + name);
		}
		Path file = bag.resolve(path);
		Files.createDirectories(file.getParent());
		MessageDigest digest = algorithm.digest();
		octets += write(file, content, digest);
		line(manifest, digest, path);
		return this;
	}

	/** Completes the bag. */
	public void finish() throws IOException {
		say(BagInfo.OXUM, octets + "." + taken.size());
		StringBuilder text = new StringBuilder();
		info.forEach(field -> text.append(folded(field)));
		TreeMap<String, String> tags = new TreeMap<>();
		tags.put("manifest-" + algorithm.word() + ".txt", manifest.toString());
		tags.put("bag-info.txt", text.toString());
		tags.put(Declaration.FILE,
				"BagIt-Version: " + Version.V1_0.number() + "\nTag-File-Character-Encoding: UTF-8\n");
		StringBuilder tagManifest = new StringBuilder();
		for (var tag : tags.entrySet()) {
			MessageDigest digest = algorithm.digest();
			digest.update(octets(tag.getValue()));
			line(tagManifest, digest, tag.getKey());
		}
		String declaration = tags.remove(Declaration.FILE);
		tags.put("tagmanifest-" + algorithm.word() + ".txt", tagManifest.toString());
		for (var tag : tags.entrySet()) {
			write(tag.getKey(), tag.getValue());
		}
		write(Declaration.FILE, declaration);
	}

	private static void line(StringBuilder manifest, MessageDigest digest, String name) {
		manifest.append(HexFormat.of().formatHex(digest.digest())).append("  ").append(BagPath.encoded(name)).append('\n');
	}

	/** Long values go on in lines that begin with a blank (RFC 8493, section 2.2.2). */
	private static String folded(BagInfo.Field field) {
		StringBuilder lines = new StringBuilder(field.label()).append(": ");
		int length = lines.length();
		boolean isFirst = true;
		for (String word : field.value().split(" ")) {
			if (!isFirst && length + word.length() >= LONGEST_LINE) {
				lines.append("\n ");
				length = 1;
			} else if (!isFirst) {
				lines.append(' ');
				length++;
			}
			lines.append(word);
			length += word.length();
			isFirst = false;
		}
		return lines.append('\n').toString();
	}

	private static byte[] octets(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private void write(String name, String text) throws IOException {
		write(bag.resolve(name), new ByteArrayInputStream(octets(text)), algorithm.digest());
	}

	private static long write(Path file, InputStream content, MessageDigest digest) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			long length = content.transferTo(new DigestOutputStream(Channels.newOutputStream(channel), digest));
			channel.force(true);
			return length;
		}
	}
}
