package id.posko.bag;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is listed and what is found, written down in any order and given back name by name. The names are parted by
 * their hashes into 256 parts, of which one at a time is in memory; the others wait in a file of the system's temporary
 * folder, which is nobody else's and goes with the process. Names that some system takes for one are in the same part.
 * 256 MB of heap are enough for some 50 million names. One thread.
 */
final class Ledger implements AutoCloseable {

	/** Takes what a manifest lists once more. */
	@FunctionalInterface
	interface Twice {

		void listed(Entry entry, int manifest, long line, boolean isSame);
	}

	@FunctionalInterface
	interface Part {

		void take(Collection<Entry> entries) throws IOException, InterruptedException;
	}

	private static final int PARTS = 256;
	private static final int CHUNK = 1 << 14;
	private static final int LISTED = 0;
	private static final int FOUND = 1;
	private static final int FETCHED = 2;

	/** Where it lies in the file. */
	private record Chunk(long at, int length) {
	}

	private static final class Records {

		private final List<Chunk> written = new ArrayList<>();
		private final ByteArrayOutputStream latest = new ByteArrayOutputStream(0);
	}

	private final Manifests manifests;
	private final Records[] parts = new Records[PARTS];
	private FileChannel file;

	Ledger(Manifests manifests) {
		this.manifests = manifests;
		for (int i = 0; i < PARTS; i++) {
			parts[i] = new Records();
		}
	}

	private interface Writing {

		void to(DataOutputStream out) throws IOException;
	}

	void listed(String name, int manifest, long line, byte[] hash) throws IOException {
		write(LISTED, name, out -> {
			out.writeInt(manifest);
			out.writeLong(line);
			out.write(hash);
		});
	}

	/** @param hashes in the order of the algorithms; none if it was not read */
	void found(String name, byte[]... hashes) throws IOException {
		write(FOUND, name, out -> {
			out.writeBoolean(hashes.length > 0);
			for (byte[] hash : hashes) {
				out.write(hash);
			}
		});
	}

	void fetched(String name, long line, String address) throws IOException {
		write(FETCHED, name, out -> {
			out.writeLong(line);
			text(out, address);
		});
	}

	private void write(int kind, String name, Writing rest) throws IOException {
		Records part = parts[(BagPath.folded(name).hashCode() * 0x9E3779B9) >>> 24];
		DataOutputStream out = new DataOutputStream(part.latest);
		out.writeByte(kind);
		text(out, name);
		rest.to(out);
		if (part.latest.size() >= CHUNK) {
			spill(part);
		}
	}

	private static void text(DataOutputStream out, String text) throws IOException {
		byte[] octets = text.getBytes(StandardCharsets.UTF_8);
		out.writeInt(octets.length);
		out.write(octets);
	}

	private static String text(DataInputStream in) throws IOException {
		return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
	}

	private void spill(Records part) throws IOException {
		if (file == null) {
			file = FileChannel.open(Files.createTempFile("posko-bag", ".parts"), StandardOpenOption.READ,
					StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
		}
		ByteBuffer octets = ByteBuffer.wrap(part.latest.toByteArray());
		part.written.add(new Chunk(file.size(), octets.remaining()));
		for (long at = file.size(); octets.hasRemaining();) {
			at += file.write(octets, at);
		}
		part.latest.reset();
	}

	/** One part after the other. */
	void read(Twice twice, Part taker) throws IOException, InterruptedException {
		for (Records part : parts) {
			Map<String, Entry> entries = new HashMap<>();
			for (Chunk chunk : part.written) {
				ByteBuffer octets = ByteBuffer.allocate(chunk.length());
				while (octets.hasRemaining() && file.read(octets, chunk.at() + octets.position()) >= 0) {
					// until all of it is there
				}
				take(octets.array(), entries, twice);
			}
			take(part.latest.toByteArray(), entries, twice);
			taker.take(entries.values());
		}
	}

	private void take(byte[] records, Map<String, Entry> entries, Twice twice) throws IOException {
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(records));
		while (in.available() > 0) {
			int kind = in.readByte();
			Entry entry = entries.computeIfAbsent(text(in), name -> new Entry(name, manifests.algorithms().size()));
			switch (kind) {
			case LISTED -> listed(in, entry, twice);
			case FOUND -> {
				entry.isFound = true;
				if (in.readBoolean()) {
					entry.hashes = new byte[entry.listed.length][];
					for (int i = 0; i < entry.hashes.length; i++) {
						entry.hashes[i] = in.readNBytes(manifests.algorithms().get(i).octets());
					}
				}
			}
			default -> {
				entry.line = in.readLong();
				entry.address = text(in);
			}
			}
		}
	}

	private void listed(DataInputStream in, Entry entry, Twice twice) throws IOException {
		int manifest = in.readInt();
		long line = in.readLong();
		int algorithm = manifests.algorithm(manifest);
		byte[] hash = in.readNBytes(manifests.algorithms().get(algorithm).octets());
		if (entry.listed[algorithm] == null) {
			entry.listed[algorithm] = hash;
		} else {
			twice.listed(entry, manifest, line, java.util.Arrays.equals(entry.listed[algorithm], hash));
		}
	}

	@Override
	public void close() throws IOException {
		if (file != null) {
			file.close();
		}
	}
}
