package id.posko.transfer.offline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import id.posko.transfer.copy.Copy;
import id.posko.transfer.copy.Names;
import id.posko.transfer.copy.Plan;

/** The tag files of a bag whose payload was copied and proven already (RFC 8493, section 2). */
final class BagTags {

	static final String PAYLOAD = "data";
	private static final String MANIFEST = "manifest-sha256.txt";
	private static final String INFO = "bag-info.txt";
	private static final String DECLARATION = "bagit.txt";
	private static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

	private BagTags() {
	}

	/**
	 * Writes them to a folder, and a plan that copies them into the bag, the declaration last.
	 *
	 * @param info labels and values without line ends
	 */
	static Plan write(Path folder, Copy payload, Map<String, String> info, Path plan)
			throws IOException, InterruptedException {
		Files.createDirectories(folder);
		long[] oxum = new long[2];
		try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(MANIFEST))) {
			payload.proofs((_, row, octets, sha256) -> {
				out.write(line(sha256, PAYLOAD + "/" + Names.shown(row.to())));
				oxum[0] += octets;
				oxum[1]++;
			});
		}
		try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(INFO))) {
			for (var field : info.entrySet()) {
				out.write(field.getKey() + ": " + field.getValue().replaceAll("\\s+", " ").strip() + "\n");
			}
			out.write("Payload-Oxum: " + oxum[0] + "." + oxum[1] + "\n");
		}
		Files.writeString(folder.resolve(DECLARATION), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
		StringBuilder tags = new StringBuilder();
		for (String name : List.of(INFO, DECLARATION, MANIFEST)) {
			tags.append(line(hash(folder.resolve(name)), name));
		}
		Files.writeString(folder.resolve(TAG_MANIFEST), tags);
		try (Plan.Maker maker = new Plan.Maker(plan)) {
			for (String name : List.of(MANIFEST, INFO, TAG_MANIFEST, DECLARATION)) {
				maker.add(new Plan.Row(Files.size(folder.resolve(name)), name, name));
			}
			return maker.finish();
		}
	}

	private static String line(byte[] hash, String name) {
		return HexFormat.of().formatHex(hash) + "  " + name.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
				+ "\n";
	}

	private static byte[] hash(Path file) throws IOException {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
				in.transferTo(java.io.OutputStream.nullOutputStream());
			}
			return digest.digest();
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
