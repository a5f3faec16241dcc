package id.posko.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;

import id.posko.kit.Words;

class WordsTest {

	private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

	private static Set<String> keys(Locale locale) {
		return Words.of(Cause.class, locale).bundle().keySet();
	}

	@Test
	void durationsAreSaidInTheReadersForm() {
		Spoken id = new Spoken(Words.INDONESIAN);
		Spoken en = new Spoken(Locale.ENGLISH);
		assertEquals("0,4 ms", id.duration(Duration.ofNanos(430_000)));
		assertEquals("612 ms", id.duration(Duration.ofMillis(612)));
		assertEquals("1,2 detik", id.duration(Duration.ofMillis(1_250)));
		assertEquals("1.2 s", en.duration(Duration.ofMillis(1_250)));
		assertEquals("2 s", en.duration(Duration.ofSeconds(2)));
		assertEquals("12 menit", id.duration(Duration.ofSeconds(750)));
		assertEquals("2 jam 5 menit", id.duration(Duration.ofMinutes(125)));
		assertEquals("3 hari", id.duration(Duration.ofHours(75)));
		assertEquals("1 day", en.duration(Duration.ofHours(25)));
	}

	@Test
	void timesOfAnotherDayCarryTheirDate() {
		Spoken id = new Spoken(Words.INDONESIAN, WIB);
		Instant morning = Instant.parse("2026-03-02T02:12:00Z");
		assertEquals("09.12", id.time(morning, morning.plusSeconds(60)));
		assertEquals("2 Mar 2026 09.12", id.time(morning, morning.plusSeconds(86_400)));
	}

	@Test
	void aStoredCauseIsSaidInEitherLanguage() {
		Cause slow = Cause.of("slow", Duration.ofMillis(612), Duration.ofMillis(400));
		assertEquals(List.of("PT0.612S", "PT0.4S"), slow.arguments());
		assertEquals("Balasan lambat: 612 ms, batas jalur ini 400 ms.", slow.sentence(Words.INDONESIAN));
		assertEquals("Slow reply: 612 ms, limit of this line 400 ms.", slow.sentence(Locale.ENGLISH));
	}

	@Test
	void textArgumentsStayAsTheyAre() {
		assertTrue(Cause.of("host_unreachable", "PT Maju").sentence(Locale.ENGLISH).contains("PT Maju"));
		assertTrue(Cause.of("host_unreachable", "PT").sentence(Locale.ENGLISH).contains("says PT"));
	}

	@Test
	void bothLanguagesHaveTheSameKeys() {
		assertEquals(keys(Locale.ROOT), keys(Locale.ENGLISH));
		assertFalse(keys(Locale.ROOT).isEmpty());
	}

	@Test
	void noticesAreWholeSentences() {
		Office office = new Office().with("modem", "").with("pc", "modem").with("afis", "modem").opened();
		office.hears("modem", Office.GOOD, Office.LOST, Office.LOST, Office.LOST);
		String down = office.notices.getFirst().sentence(Words.INDONESIAN);
		assertTrue(down.startsWith("modem Panggul mati sejak "), down);
		assertTrue(down.endsWith("Tidak ada balasan dalam 4 detik. 2 alat di belakangnya tidak terjangkau."), down);
		office.after(700).hears("modem", Office.GOOD);
		String back = office.notices.getLast().sentence(Locale.ENGLISH);
		assertTrue(back.endsWith("after 11 min. 2 devices behind it will be checked again."), back);
		for (State state : State.values()) {
			assertTrue(keys(Locale.ROOT).contains("state." + state));
		}
	}
}
