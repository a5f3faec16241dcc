package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import id.posko.transfer.offline.Arrival;
import id.posko.transfer.offline.Arrival.Counts;
import id.posko.transfer.offline.Arrival.Judged;
import id.posko.transfer.offline.Arrival.Piece;
import id.posko.transfer.offline.Ledger;

/** What the tables of recordings that were brought in must do on every database. */
interface ArrivalCases {

	LocalDate DAY = LocalDate.of(2026, 11, 2);

	Database database();

	private static Arrival arrival(String id, LocalDate day, OptionalLong declared, String medium) {
		return new Arrival(id, Offices.code(1), "/media/é '", medium, "", "adb", declared, declared.isPresent(), day,
				Instant.parse("2026-11-02T01:00:00.123456Z"), new Counts(6, 1, 2, 1, 1, 1, 1L << 40));
	}

	@Test
	default void anArrivalIsReadAsItWasWrittenAndKnownByItsContent() throws IOException {
		Ledger ledger = new ArrivalRows(database());
		Arrival first = arrival("1", DAY, OptionalLong.of(7), "FD é");
		Arrival second = arrival("2", DAY.plusDays(1), OptionalLong.empty(), "");
		assertFalse(ledger.knowsLength(5));
		ledger.add(second, taker -> {
			taker.accept(new Piece(Judged.KNOWN, 5, "b\0", "", "bb"));
			taker.accept(new Piece(Judged.SUSPICIOUS, 6, "c.exe", "c.exe~", "ee"));
		});
		ledger.add(first, taker -> IntStream.range(0, 2500).forEach(
				i -> taker.accept(new Piece(Judged.FRESH, i, "😀".repeat(1200) + i, "t" + i, i == 7 ? "bb" : "c" + i))));
		assertEquals(List.of(first, second), ledger.arrivals(DAY, DAY.plusDays(1)));
		assertEquals(List.of(second), ledger.arrivals(DAY.plusDays(1), DAY.plusDays(9)));
		assertTrue(ledger.knowsLength(2499));
		assertFalse(ledger.knowsLength(2500));
		assertEquals(Optional.of(first), ledger.broughtIn("c0"));
		assertEquals(Optional.of(first), ledger.broughtIn("bb"), "the first that brought it");
		assertEquals(Optional.empty(), ledger.broughtIn("x"));
		assertEquals(Optional.empty(), ledger.broughtIn("ee"), "it went to quarantine, not in");
	}

	@Test
	default void anImportThatWentOnStandsThereOnceAndAFailingOneNotAtAll() throws IOException {
		Ledger ledger = new ArrivalRows(database());
		Arrival arrival = arrival("1", DAY, OptionalLong.empty(), "");
		ledger.add(arrival, taker -> taker.accept(new Piece(Judged.FRESH, 5, "a", "a", "aa")));
		assertThrows(IllegalStateException.class, () -> ledger.add(arrival, taker -> {
			taker.accept(new Piece(Judged.FRESH, 9, "b", "b", "bb"));
			throw new IllegalStateException("the medium is gone");
		}));
		assertTrue(ledger.knowsLength(5));
		ledger.add(arrival, taker -> taker.accept(new Piece(Judged.FRESH, 6, "a", "a", "ab")));
		assertEquals(List.of(arrival), ledger.arrivals(DAY, DAY));
		assertFalse(ledger.knowsLength(5));
		assertEquals(Optional.of(arrival), ledger.broughtIn("ab"));
	}
}
