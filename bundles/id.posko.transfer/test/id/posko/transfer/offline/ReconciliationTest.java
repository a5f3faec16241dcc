package id.posko.transfer.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import id.posko.kit.RegionCode;
import id.posko.kit.Tallies;
import id.posko.transfer.offline.Arrival.Counts;
import id.posko.transfer.offline.Reconciliation.Line;

class ReconciliationTest {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
	private static final RegionCode WANASARI = new RegionCode("35.60.01");
	private static final RegionCode MEKAR = new RegionCode("35.60.02");

	private final LedgerInMemory ledger = new LedgerInMemory();

	private void arrived(RegionCode site, LocalDate day, OptionalLong declared, Counts counts) {
		ledger.add(new Arrival(site + " " + day + ledger.arrivals.size(), site, "/x", "", "", "adb", declared, false, day,
				Instant.EPOCH, counts), _ -> {
				});
	}

	@Test
	void oneLineForEachOfficeAndDayAndWhatNobodyKnowsIsEmpty() throws Exception {
		arrived(MEKAR, DAY, OptionalLong.of(5), new Counts(5, 3, 1, 1, 0, 0, 9));
		arrived(WANASARI, DAY, OptionalLong.of(4), new Counts(3, 2, 0, 0, 1, 0, 9));
		arrived(WANASARI, DAY, OptionalLong.of(2), new Counts(2, 2, 0, 0, 0, 1, 9));
		arrived(MEKAR, DAY.plusDays(1), OptionalLong.empty(), new Counts(1, 1, 0, 0, 0, 0, 9));
		arrived(MEKAR, DAY.plusDays(9), OptionalLong.empty(), Counts.NONE);
		Tallies fails = (_, _, _, _) -> {
			throw new IOException("no answer");
		};
		Tallies knows = (site, day, stage, _) -> site.equals(MEKAR) && day.orElseThrow().equals(DAY)
				&& stage.equals("SENT_FOR_ENROLLMENT") ? OptionalLong.of(4) : OptionalLong.empty();
		OptionalLong none = OptionalLong.empty();
		List<Line> lines = new Reconciliation(ledger, List.of(fails, knows)).lines(DAY, DAY.plusDays(1));
		assertEquals(List.of(new Line(WANASARI, DAY, none, OptionalLong.of(6), 6, 4, none),
				new Line(MEKAR, DAY, none, OptionalLong.of(5), 5, 5, OptionalLong.of(4)),
				new Line(MEKAR, DAY.plusDays(1), none, none, 1, 1, none)), lines);
		assertFalse(lines.get(0).isEven());
		assertTrue(lines.get(1).isEven());
	}
}
