package id.posko.bag;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes the tag files of a bag, through to the medium; bagit.txt comes last, so that what was left unfinished is no
 * bag. Manifests are written line by line.
 */
final class TagWriter implements AutoCloseable {

	private static final String INFO = "bag-info.txt";

	private record Manifest(Algorithm algorithm, FileChannel channel, Writer lines) {
	}

	private final Path folder;
	private final Declaration declaration;
	private final List<Algorithm> algorithms;
	private final CharsetEncoder encoder;
	private final List<Manifest> manifests = new ArrayList<>();
	private long files;
	private long octets;

	/** @param folder where none of them lies */
	TagWriter(Path folder, Declaration declaration, List<Algorithm> algorithms) throws IOException {
		this.folder = folder;
		this.declaration = declaration;
		this.algorithms = algorithms;
		encoder = declaration.encoding().newEncoder();
		for (Algorithm algorithm : algorithms) {
			FileChannel channel = open(Manifests.file(true, algorithm));
			manifests.add(new Manifest(algorithm, channel, writer(channel)));
		}
	}

	private FileChannel open(String name) throws IOException {
		return FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
	}

	private Writer writer(FileChannel channel) {
		return new BufferedWriter(Channels.newWriter(channel, declaration.encoding().newEncoder(), 1 << 14));
	}

	/** A file of the payload. @return whether manifests can say its name; else it is not listed */
	boolean list(String name, long length, byte[][] hashes) throws IOException {
		Optional<String> written = BagPath.encoded(name, declaration.version());
		if (written.isEmpty() || !encoder.canEncode(name)) {
			return false;
		}
		for (int i = 0; i < hashes.length; i++) {
			line(manifests.get(i).lines(), hashes[i], written.get());
		}
		files++;
		octets += length;
		return true;
	}

	private static void line(Writer manifest, byte[] hash, String name) throws IOException {
		manifest.append(HexFormat.of().formatHex(hash)).append("  ").append(name).append('\n');
	}

	/**
	 * Completes them.
	 *
	 * @param info to which Payload-Oxum is added
	 * @param others tag files that stay, with where they lie
	 */
	void finish(BagInfo info, Map<String, Path> others) throws IOException {
		for (Manifest manifest : manifests) {
			manifest.lines().flush();
			manifest.channel().force(true);
			manifest.channel().close();
		}
		Map<String, Path> tags = new TreeMap<>(others);
		for (Manifest manifest : manifests) {
			String name = Manifests.file(true, manifest.algorithm());
			tags.put(name, folder.resolve(name));
		}
		write(INFO, info.with(BagInfo.OXUM, octets + "." + files).text(), declaration.encoding());
		tags.put(INFO, folder.resolve(INFO));
		Map<String, byte[][]> hashes = new TreeMap<>();
		for (var tag : tags.entrySet()) {
			hashes.put(tag.getKey(), Digests.of(tag.getValue(), algorithms));
		}
		Digests bagit = new Digests(algorithms);
		bagit.write(declaration.text().getBytes(StandardCharsets.UTF_8));
		hashes.put(Declaration.FILE, bagit.hashes());
		for (int i = 0; i < algorithms.size(); i++) {
			StringBuilder lines = new StringBuilder();
			for (var tag : hashes.entrySet()) {
				lines.append(HexFormat.of().formatHex(tag.getValue()[i])).append("  ")
						.append(BagPath.encoded(tag.getKey(), declaration.version()).orElseThrow()).append('\n');
			}
			write(Manifests.file(false, algorithms.get(i)), lines.toString(), declaration.encoding());
		}
		write(Declaration.FILE, declaration.text(), StandardCharsets.UTF_8);
	}

	private void write(String name, String text, Charset encoding) throws IOException {
		try (FileChannel channel = open(name)) {
			ByteBuffer octetsOfIt = encoding.newEncoder().encode(CharBuffer.wrap(text));
			while (octetsOfIt.hasRemaining()) {
				channel.write(octetsOfIt);
			}
			channel.force(true);
		}
	}

	@Override
	public void close() throws IOException {
		for (Manifest manifest : manifests) {
			manifest.channel().close();
		}
	}
}
