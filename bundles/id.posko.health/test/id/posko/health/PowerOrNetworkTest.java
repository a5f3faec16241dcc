package id.posko.health;

import static id.posko.health.PowerOrNetwork.Outcome.NETWORK;
import static id.posko.health.PowerOrNetwork.Outcome.OPEN;
import static id.posko.health.PowerOrNetwork.Outcome.POWER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import id.posko.health.PowerOrNetwork.Outcome;
import id.posko.kit.Words;

/** The rules, over every combination of signs. */
class PowerOrNetworkTest {

	private static final Instant AT = Instant.parse("2026-03-02T02:12:00Z");
	private static final Optional<Supply> MAINS = Optional.of(new Supply(false, AT, AT, OptionalDouble.empty()));
	private static final Optional<Supply> BATTERY = Optional
			.of(new Supply(true, AT.plusSeconds(60), AT, OptionalDouble.of(97.4)));
	private static final boolean[] EITHER = { false, true };

	private static List<Signs> all() {
		List<Signs> all = new ArrayList<>();
		for (Optional<Supply> ups : List.of(Optional.<Supply>empty(), MAINS, BATTERY)) {
			for (boolean isRead : EITHER) {
				for (int dark = 0; dark < 3; dark++) {
					for (int lit = 0; lit < 3; lit++) {
						for (boolean elsewhere : EITHER) {
							for (boolean above : EITHER) {
								for (boolean others : EITHER) {
									all.add(new Signs(ups, isRead && ups.equals(BATTERY), "Munjungan 2", dark, lit, elsewhere,
											above ? Optional.of("Relai Gunung") : Optional.empty(), others));
								}
							}
						}
					}
				}
			}
		}
		return all;
	}

	private static Predicate<Signs> battery() {
		return signs -> signs.ups().equals(BATTERY);
	}

	/** The rule table once more, each row for itself: what it needs and what it says. */
	private enum RuleRow {
		CUT_ABOVE(s -> s.cutAbove().isPresent(), NETWORK, true),
		BATTERY_READ_NOW(battery().and(Signs::isRead), POWER, true),
		BATTERY_AND_DARK_FEEDER(battery().and(s -> s.dark() > 0 && s.lit() == 0), POWER, true),
		BATTERY_ALONE(battery(), POWER, false),
		DARK_FEEDER_AND_MORE(s -> s.dark() > 0 && s.lit() == 0 && s.isDarkElsewhere(), OPEN, false),
		DARK_FEEDER(s -> s.dark() > 0 && s.lit() == 0, POWER, false),
		FEEDER_BOTH(s -> s.dark() > 0 && s.lit() > 0, OPEN, false),
		LIT_FEEDER(s -> s.lit() > 0, NETWORK, false),
		MAINS_AND_ONLY_THIS_LINE(s -> s.ups().equals(MAINS) && s.othersAnswer() && !s.isDarkElsewhere(), NETWORK, false),
		NOTHING(_ -> true, OPEN, false);

		private final Predicate<Signs> holds;
		private final Outcome outcome;
		private final boolean isCertain;

		RuleRow(Predicate<Signs> holds, Outcome outcome, boolean isCertain) {
			this.holds = holds;
			this.outcome = outcome;
			this.isCertain = isCertain;
		}
	}

	@Test
	void everyCombinationIsDecidedByTheFirstRowThatHolds() {
		List<RuleRow> used = new ArrayList<>();
		for (Signs signs : all()) {
			RuleRow row = List.of(RuleRow.values()).stream().filter(r -> r.holds.test(signs)).findFirst().orElseThrow();
			used.add(row);
			PowerOrNetwork seen = PowerOrNetwork.of(signs);
			assertEquals(row.outcome + " " + row.isCertain, seen.outcome() + " " + seen.isCertain(), row + " " + signs);
		}
		assertTrue(used.containsAll(List.of(RuleRow.values())), used.toString());
	}

	@Test
	void eachSaysWhatWasSeenInBothLanguages() {
		for (Signs signs : all()) {
			PowerOrNetwork seen = PowerOrNetwork.of(signs);
			boolean isBlind = signs.equals(new Signs(Optional.empty(), false, "Munjungan 2", 0, 0, false, Optional.empty(),
					signs.othersAnswer()));
			assertEquals(isBlind, seen.reasons().isEmpty(), signs.toString());
			assertEquals(!isBlind, seen.told(Locale.ENGLISH, AT).isPresent());
			for (Locale locale : List.of(Words.INDONESIAN, Locale.ENGLISH)) {
				String sentence = seen.sentence(locale, AT);
				assertEquals(-1, sentence.indexOf('{'), sentence);
				assertTrue(sentence.endsWith("."), sentence);
			}
		}
	}

	@Test
	void certaintyShowsInTheSentence() {
		assertEquals("Listrik padam? UPS terakhir memakai baterai sejak 09.12, isi 97 % pada 09.13.",
				said(new Signs(BATTERY, false, "", 0, 0, false, Optional.empty(), true)));
		assertEquals("Listrik padam: UPS terakhir memakai baterai sejak 09.12, isi 97 % pada 09.13, "
				+ "2 kantor lain di penyulang Munjungan 2 juga padam.",
				said(new Signs(BATTERY, false, "Munjungan 2", 2, 0, false, Optional.empty(), true)));
		assertEquals("Jaringan putus? UPS masih memakai listrik pada 09.12, alat di luar kantornya menjawab.",
				said(new Signs(MAINS, false, "", 0, 0, false, Optional.empty(), true)));
		assertEquals("Jaringan putus: jalurnya putus di Relai Gunung.",
				said(new Signs(Optional.empty(), false, "", 0, 0, true, Optional.of("Relai Gunung"), true))
						.replace(", kantor di luar penyulangnya juga hilang pada saat itu", ""));
		assertEquals("Listrik atau jaringan? Belum dapat dipastikan.", said(new Signs(Optional.empty(), false, "", 0, 0, false, Optional.empty(), true)));
	}

	private static String said(Signs signs) {
		String sentence = PowerOrNetwork.of(signs).sentence(Words.INDONESIAN, AT);
		String time = new Spoken(Words.INDONESIAN).time(AT, AT);
		return sentence.replace(time, "09.12").replace(new Spoken(Words.INDONESIAN).time(AT.plusSeconds(60), AT), "09.13");
	}

	@Test
	void aSelfTestAndARejectedSourceSayNothingOfTheMains() {
		Reading test = Reading.state("output.source", "test", "here", "1");
		Reading rejected = Reading.rejected("output.source", Unit.NONE, "here", "99", "unknown_code");
		assertEquals(Optional.empty(), Supply.of(new Found(AT, Cause.ANSWERED, List.of(test))));
		assertEquals(Optional.empty(), Supply.of(new Found(AT, Cause.ANSWERED, List.of(rejected))));
		Reading battery = Reading.state("output.source", "battery", "here", "5");
		assertEquals(Optional.empty(), Supply.of(new Found(AT, Cause.ANSWERED, List.of(battery))), "a self-test");
		Supply used = Supply.of(new Found(AT, Cause.of("ups_on_battery", "PT2M"), List.of(battery))).orElseThrow();
		assertTrue(used.isBattery());
		assertEquals(AT.minusSeconds(120), used.since());
		assertFalse(Supply.of(new Found(AT, Cause.of("ups_load", "81"),
				List.of(Reading.state("output.source", "trim", "here", "12")))).orElseThrow().isBattery());
	}
}
