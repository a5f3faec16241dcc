package id.posko.probe.discovery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snmp4j.Snmp;

import id.posko.health.EchoAnswer;
import id.posko.kit.DeviceKind;
import id.posko.kit.discovery.Discovered;
import id.posko.kit.discovery.Discovery.Ending;
import id.posko.kit.discovery.Discovery.Manners;
import id.posko.kit.discovery.Discovery.Wish;
import id.posko.kit.discovery.Range;
import id.posko.probe.icmp.Namespace;
import id.posko.probe.icmp.SystemEcho;
import id.posko.probe.snmp.SnmpSession;

/** A network of two namespaces: 20 addresses of a /24 live, nobody has the others. The sweep is a process inside. */
@Timeout(180)
class DeadNeighboursTest {

	private static final int LIVE = 20;

	@BeforeAll
	static void possible() throws Exception {
		Namespace.assumePossible();
	}

	/** What runs inside: questions a second, and whether silent addresses are asked as well. */
	static final class Inside {

		public static void main(String[] words) throws Exception {
			Sweeps found = new Sweeps();
			try (SystemEcho echo = new SystemEcho(); SnmpSession session = new SnmpSession()) {
				Range range = ((Range.Reading.Right) Range.read("10.77.0.0/24", false, false)).range();
				Wish wish = new Wish(range, "public", Set.of(), Boolean.parseBoolean(words[1]),
						new Manners(Integer.parseInt(words[0]), Duration.ofSeconds(2), Duration.ofMinutes(3)));
				Ending ending = new NetworkDiscovery(echo, session).sweep(wish, found);
				Discovered gateway = found.met.get("10.77.0.1");
				if (found.met.size() != LIVE + 1 || found.progress.size() != 254
						|| !found.met.values().stream().allMatch(Discovered::isSettled)
						|| gateway.guess().orElseThrow().kind() != DeviceKind.MODEM) {
					throw new IllegalStateException(ending + " " + found.met);
				}
				Path said = Path.of(words[2]);
				Files.writeString(said, ((Ending.Done) ending).progress().since().toString());
			}
		}
	}

	/** Test runners have loaders of their own. */
	private static String classPath() {
		return Stream.of(Inside.class, NetworkDiscovery.class, EchoAnswer.class, Range.class, Snmp.class)
				.map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath()).distinct()
				.collect(Collectors.joining(File.pathSeparator));
	}

	private static Duration sweep(String perSecond, boolean isThorough) throws Exception {
		try (Namespace here = new Namespace(); Namespace there = new Namespace()) {
			here.ip("link add toThere type veth peer name toHere netns " + there.name);
			here.ip("addr add 10.77.0.1/24 dev toThere");
			here.ip("link set toThere up");
			there.ip("link set toHere up");
			for (int i = 0; i < LIVE; i++) {
				there.ip("addr add 10.77.0." + (20 + i) + "/24 dev toHere");
			}
			Path said = Files.createTempFile("posko-sweep", ".txt");
			Process process = new ProcessBuilder("ip", "netns", "exec", here.name,
					Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
					"-cp", classPath(), Inside.class.getName(), perSecond,
					Boolean.toString(isThorough), said.toString()).redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (!process.waitFor(150, TimeUnit.SECONDS) || process.exitValue() != 0) {
				throw new IOException(output);
			}
			Duration took = Duration.parse(Files.readString(said));
			Files.delete(said);
			return took;
		}
	}

	@Test
	void aNetworkOfMostlyNobodyIsSweptWithinItsTime() throws Exception {
		Duration took = sweep("1000", false);
		assertTrue(took.compareTo(Duration.ofSeconds(40)) < 0, took.toString());
	}

	/** A neighbour that nobody is gets one question of TCP, not one for each port: this machine says that it is not there. */
	@Test
	void askingTheSilentAsWellEndsAtTheFirstWordThatNobodyIsThere() throws Exception {
		Duration took = sweep("1000", true);
		assertTrue(took.compareTo(Duration.ofSeconds(60)) < 0, took.toString());
	}
}
