package id.posko.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import id.posko.health.EchoAnswer;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;

/** The lines of the sample kabupaten over an echo that answers at once. */
class SimulatedLinesTest {

	private static final Duration PATIENCE = Duration.ofMillis(100);
	private static final String CENTRE = "127.60.0.1";
	private static final String DINAS = "127.60.0.11";
	private static final String BANYUURIP = "127.60.1.1";
	private static final String BANYUURIP_AFIS = "127.60.1.10";
	private static final String BUMIHARJO = "127.60.2.1";

	private final Fleet fleet = Kabupaten.fleet();
	private final Faults faults = new Faults(fleet, InstantSource.system());
	private final Lines ways = new Lines(faults, fleet, new Random(1));
	private final SimulatedLines lines = new SimulatedLines(
			(target, _, then) -> then.accept(new EchoAnswer.Replied(Duration.ZERO, target, "test")), ways, fleet);

	@AfterEach
	void close() {
		ways.close();
	}

	private EchoAnswer ask(String host, Duration timeout) throws Exception {
		CompletableFuture<EchoAnswer> answer = new CompletableFuture<>();
		lines.ask(InetAddress.ofLiteral(host), timeout, answer::complete);
		return answer.get(10, TimeUnit.SECONDS);
	}

	private void isSilent(String host) throws Exception {
		assertInstanceOf(EchoAnswer.Silent.class, ask(host, PATIENCE), host);
	}

	private Duration roundTrip(String host) throws Exception {
		return assertInstanceOf(EchoAnswer.Replied.class, ask(host, Duration.ofSeconds(5)), host).roundTrip();
	}

	private void turn(String name, boolean isOn) {
		faults.turn(faults.named(name).orElseThrow(), isOn);
	}

	@Test
	void aCutLineSilencesItsOfficeAlone() throws Exception {
		turn("jalur-banyuurip", true);
		isSilent(BANYUURIP);
		isSilent(BANYUURIP_AFIS);
		roundTrip(BUMIHARJO);
		turn("jalur-banyuurip", false);
		turn("afis-banyuurip", true);
		roundTrip(BANYUURIP);
		isSilent(BANYUURIP_AFIS);
	}

	@Test
	void aCutCentreSilencesTheKecamatanButNotTheDinas() throws Exception {
		turn("jalur-pusat", true);
		isSilent(CENTRE);
		isSilent(BUMIHARJO);
		roundTrip(DINAS);
	}

	@Test
	void aSlowLineIsSlowForItsKind() throws Exception {
		assertTrue(roundTrip(BUMIHARJO).compareTo(LinkKind.FIBRE.slow()) < 0);
		turn("lambat-bumiharjo", true);
		assertTrue(roundTrip(BUMIHARJO).compareTo(LinkKind.FIBRE.slow()) > 0);
	}

	@Test
	void aLossyLineLosesAboutAThird() throws Exception {
		turn("hilang-bumiharjo", true);
		int lost = 0;
		for (int i = 0; i < 40; i++) {
			lost += ask(BUMIHARJO, Duration.ofMillis(20)) instanceof EchoAnswer.Silent ? 1 : 0;
		}
		assertTrue(lost > 4 && lost < 28, lost + " of 40 lost");
	}

	@Test
	void nobodyHasTheOtherAddressesOfTheKabupaten() throws Exception {
		isSilent("127.60.1.2");
		isSilent("127.60.99.1");
	}

	@Test
	void otherAddressesAreAskedAsTheyAre() throws Exception {
		turn("jalur-pusat", true);
		assertEquals(Duration.ZERO, roundTrip("127.0.0.1"));
	}
}
