package id.posko.bag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** A process to be killed: makes a folder a bag, or changes and renews one, until it is. */
final class CutOff {

	private CutOff() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path bag = Path.of(arguments[1]);
		Terms terms = new Terms(Version.V1_0, List.of(Algorithm.SHA256), LocalDate.EPOCH, 2);
		Random dice = new Random(Long.parseLong(arguments[2]));
		System.out.write('.');
		System.out.flush();
		if (arguments[0].equals("create")) {
			new Bagging(bag, terms, new BagInfo(List.of()), _ -> {
			}).inPlace();
			return;
		}
		while (true) {
			Path file = bag.resolve("data/" + dice.nextInt(20));
			if (!Files.deleteIfExists(file)) {
				Files.writeString(file, "x" + dice.nextLong());
			}
			new Renewal(bag, terms, _ -> {
			}).renew();
		}
	}

	/** Starts it in a process of its own; it writes one octet when it begins. */
	static Process start(Path errors, String... arguments) throws IOException {
		List<String> command = new java.util.ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes(CutOff.class) + ":" + classes(Bagging.class),
				CutOff.class.getName()));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectError(errors.toFile()).start();
	}

	static String classes(Class<?> of) {
		return Path.of(java.net.URI.create(of.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
	}
}
