package id.posko.health.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import id.posko.kit.Words;

class DatesTest {

	private static final Dates INDONESIAN = new Dates(Words.INDONESIAN);
	private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2026, 8, 7));

	@Test
	void daysAreSaidAndReadAsPeopleHereWriteThem() {
		assertEquals("7 Agustus 2026", INDONESIAN.say(DAY.get()));
		for (String text : List.of("7 Agustus 2026", " 7  agustus 2026 ", "7 Agu 2026", "07/08/2026", "7-8-2026", "7.8.2026",
				"2026-08-07")) {
			assertEquals(DAY, INDONESIAN.read(text), text);
		}
		assertEquals(DAY, new Dates(Locale.ENGLISH).read("7 August 2026"));
		for (int day = 0; day < 400; day++) {
			LocalDate each = LocalDate.of(2027, 12, 1).plusDays(day);
			assertEquals(Optional.of(each), INDONESIAN.read(INDONESIAN.say(each)));
		}
	}

	@Test
	void whatIsNoDayIsNone() {
		for (String text : List.of("", "besok", "31 Februari 2026", "29/2/2026", "8/13/2026", "1 Maret 0026", "1 Maret 20266",
				"2026-8-7x", "-1 Maret 2026")) {
			assertEquals(Optional.empty(), INDONESIAN.read(text), text);
		}
	}
}
