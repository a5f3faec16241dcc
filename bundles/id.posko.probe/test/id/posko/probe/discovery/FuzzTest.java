package id.posko.probe.discovery;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import id.posko.kit.discovery.Door;
import id.posko.kit.discovery.Door.Service;
import id.posko.kit.discovery.Sign;
import id.posko.probe.TextServer;
import id.posko.probe.snmp.SnmpSession;

/** Damaged greetings: each visit ends, with signs that can be shown. 100,000 inputs with -Dposko.long=true. */
class FuzzTest {

	private static final int INPUTS = Boolean.getBoolean("posko.long") ? 100_000 : 1_600;
	private static final List<Service> SERVICES = List.of(Service.SSH, Service.RTSP, Service.NUT, Service.APCUPSD);
	private static final List<byte[]> GOOD = List.of(octets("hello\r\nSSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"),
			octets("RTSP/1.0 200 OK\r\nCSeq: 1\r\nServer: Hikvision/5\r\nPublic: OPTIONS, DESCRIBE\r\n\r\n"),
			octets("BEGIN LIST UPS\nUPS kit1 \"UPS meja rekam\"\nUPS kit2 \"x\"\nEND LIST UPS\n"),
			octets(line("APC      : 001,036,0876\n") + line("MODEL    : BX650\n") + line("STATUS   : ONLINE\n") + line("")));

	private static String line(String text) {
		return "\0" + (char) text.length() + text;
	}

	private static byte[] octets(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] damaged(byte[] good, Random dice) {
		byte[] bad = good.clone();
		for (int i = dice.nextInt(5); i > 0; i--) {
			int at = dice.nextInt(bad.length);
			switch (dice.nextInt(4)) {
			case 0 -> bad[at] = (byte) dice.nextInt(256);
			case 1 -> bad[at] ^= (byte) (1 << dice.nextInt(8));
			case 2 -> bad = Arrays.copyOf(bad, Math.max(1, at));
			default -> {
				byte[] longer = Arrays.copyOf(bad, bad.length * 2 - at);
				System.arraycopy(bad, at, longer, bad.length, bad.length - at);
				bad = longer;
			}
			}
		}
		return bad;
	}

	@Test
	void greetings() throws Exception {
		Random dice = new Random(17);
		Rules rules = Rules.read();
		AtomicReference<byte[]> next = new AtomicReference<>();
		int[] read = new int[SERVICES.size()];
		try (SnmpSession session = new SnmpSession();
				TextServer server = new TextServer((_, out) -> out.write(next.get()))) {
			for (int i = 0; i < INPUTS; i++) {
				int service = i % SERVICES.size();
				next.set(damaged(GOOD.get(service), dice));
				List<Sign> signs = new ArrayList<>();
				Visit visit = new Visit(InetAddress.ofLiteral("127.0.0.1"), rules,
						new Turns(1_000_000, Duration.ofMinutes(1)), session);
				visit.knock(Map.of(new Door(server.port(), SERVICES.get(service)), "x"), Optional.empty(),
						Duration.ofSeconds(5), Duration.ofSeconds(5), device -> signs.addAll(device.signs()));
				assertTrue(signs.stream().allMatch(s -> s.value().chars().noneMatch(Character::isISOControl)), signs.toString());
				assertNotNull(visit.discovered(true));
				read[service] += signs.size() > 1 ? 1 : 0;
			}
		}
		assertTrue(Arrays.stream(read).allMatch(n -> n > 0 && n < INPUTS), Arrays.toString(read));
	}
}
