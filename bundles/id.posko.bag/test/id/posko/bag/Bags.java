package id.posko.bag;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** Bags for the tests, whole ones and such as nobody should make. */
final class Bags {

	private Bags() {
	}

	/** With sub-folders, an empty file, and a name that must be encoded. */
	static Path whole(Path bag) throws IOException {
		try (BagMaker maker = new BagMaker(bag, Algorithm.SHA256)) {
			maker.say("Source-Organization", "Dinas Dukcapil Kabupaten Contoh").say("External-Description",
					"bukti tiket ".repeat(20));
			add(maker, "catatan.txt", "jalur putus");
			add(maker, "hasil ukur/100%.csv", "a;b\n1;2\n");
			add(maker, "hasil ukur/kosong.txt", "");
			add(maker, "gambar/kédap.txt", "x".repeat(300_000));
			maker.finish();
		}
		return bag;
	}

	static void add(BagMaker maker, String name, String content) throws IOException {
		maker.add(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
	}

	/** Written by hand: files of the payload, all with the content "x", and the lines of the SHA-256 manifest. */
	static Path byHand(Path bag, String version, List<String> files, List<String> lines) throws IOException {
		Files.createDirectories(bag.resolve("data"));
		for (String file : files) {
			Files.createDirectories(bag.resolve(file).getParent());
			Files.writeString(bag.resolve(file), "x");
		}
		Files.writeString(bag.resolve("bagit.txt"),
				"BagIt-Version: " + version + "\nTag-File-Character-Encoding: UTF-8\n");
		Files.write(bag.resolve("manifest-sha256.txt"), lines.stream().map(name -> hash("x") + "  " + name).toList());
		return bag;
	}

	static String hash(String content) {
		return HexFormat.of().formatHex(Algorithm.SHA256.digest().digest(content.getBytes(StandardCharsets.UTF_8)));
	}

	static Verdict verify(Path bag) throws IOException, InterruptedException {
		return new Verification(bag, 2, _ -> {
		}).of(Verification.Depth.VALID);
	}

	static List<Flaw.Kind> kinds(Path bag) throws IOException, InterruptedException {
		return verify(bag).flaws().stream().map(Flaw::kind).toList();
	}

	static void rewrite(Path file, Charset charset, String from, String to) throws IOException {
		Files.writeString(file, Files.readString(file, charset).replace(from, to), charset);
	}
}
