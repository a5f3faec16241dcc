package id.posko.health;

import static id.posko.health.Office.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import id.posko.health.Availability.Part;
import id.posko.health.AvailabilityReport.Line;
import id.posko.health.AvailabilityReport.Loss;
import id.posko.health.AvailabilityReport.Share;
import id.posko.kit.Fleet;
import id.posko.kit.Words;

class AvailabilityReportTest {

	private static final Cause SILENT = Cause.of("silent", Duration.ofSeconds(4));
	private static final Cause REFUSED = Cause.of("connection_refused", 22);
	private static final Cause BEHIND = Cause.of("behind", "Modem");
	private static final Fleet FLEET = new Office().with("modem", "").with("pc", "modem").fleet();
	private static final Instant END = START.plusSeconds(1000);

	private final Memory memory = new Memory();

	private void turn(String device, State state, Cause cause, long second) throws IOException {
		Instant at = START.plusSeconds(second);
		memory.recordTransitions(List.of(new Transition(Office.key(device), State.UP, Verdict.of(state, cause,
				Evidence.NONE, at, Optional.of(Office.key("modem")), Optional.of(at)))));
	}

	private AvailabilityReport report() throws IOException, InterruptedException {
		return AvailabilityReport.of(FLEET, memory, START, END, 95);
	}

	private static Line line(AvailabilityReport report, String device) {
		return report.lines().stream().filter(line -> line.device().filter(d -> d.name().equals(device)).isPresent())
				.findFirst().orElseThrow();
	}

	@Test
	void outagesAreCountedByCauseAndCutAtTheInterval() throws Exception {
		turn("modem", State.DOWN, SILENT, -50);
		turn("modem", State.UP, Cause.ANSWERED, 100);
		turn("modem", State.DOWN, REFUSED, 200);
		turn("modem", State.DOWN, SILENT, 250);
		turn("modem", State.DEGRADED, Cause.of("slow"), 300);
		turn("modem", State.DOWN, SILENT, 950);
		Line modem = line(report(), "modem");
		assertEquals(List.of(new Loss(State.DOWN, SILENT, 3, Duration.ofSeconds(200)),
				new Loss(State.DOWN, REFUSED, 1, Duration.ofSeconds(50))), modem.losses());
		assertEquals(4, modem.outages());
		assertEquals(modem.availability().time(Part.DOWN), modem.lost());
		assertEquals(75, modem.answered().orElseThrow());
	}

	@Test
	void anOutageToldTwiceIsOne() throws Exception {
		turn("pc", State.UNREACHABLE, BEHIND, 10);
		turn("pc", State.UNREACHABLE, BEHIND, 20);
		turn("pc", State.UP, Cause.ANSWERED, 30);
		assertEquals(List.of(new Loss(State.UNREACHABLE, BEHIND, 1, Duration.ofSeconds(20))), line(report(), "pc").losses());
	}

	@Test
	void anOfficeIsTheSumOfItsDevices() throws Exception {
		turn("modem", State.UP, Cause.ANSWERED, 0);
		turn("pc", State.DOWN, SILENT, 0);
		Line office = report().lines().getFirst();
		assertEquals(Optional.empty(), office.device());
		assertEquals(50.0, office.availability().percent(Part.UP));
		assertEquals(50.0, office.availability().percent(Part.DOWN));
		assertEquals(1, office.outages());
		assertEquals(3, report().lines().size());
	}

	@Test
	void theStandardIsOfTheTimeThatWasMeasuredAndNotInMaintenance() throws Exception {
		turn("modem", State.UP, Cause.ANSWERED, 900);
		turn("modem", State.MAINTENANCE, Cause.of("maintenance"), 995);
		assertEquals(Optional.of(true), report().isMet(line(report(), "modem")));
		assertEquals(Optional.empty(), report().isMet(line(report(), "pc")));
		turn("pc", State.UP, Cause.ANSWERED, 0);
		turn("pc", State.DOWN, SILENT, 949);
		assertEquals(Optional.of(false), report().isMet(line(report(), "pc")));
	}

	@Test
	void sharesOfEveryRowSumToAHundred() throws Exception {
		Random random = new Random(4);
		for (int second = 0; second < 1000; second += 1 + random.nextInt(40)) {
			State state = State.values()[random.nextInt(State.values().length)];
			turn(random.nextBoolean() ? "modem" : "pc", state, SILENT, second);
		}
		for (Line line : report().lines()) {
			assertEquals(1000, line.availability().tenthsOfPercent().values().stream().mapToInt(Integer::intValue).sum());
			assertEquals(line.lost(), Stream.of(Part.DOWN, Part.UNREACHABLE).map(line.availability()::time)
					.reduce(Duration.ZERO, Duration::plus));
		}
	}

	@Test
	void theTableSaysItInTheReadersForm() throws Exception {
		turn("modem", State.UP, Cause.ANSWERED, 0);
		turn("modem", State.DOWN, SILENT, 875);
		AvailabilityTable table = new AvailabilityTable(Words.INDONESIAN, ZoneId.of("Asia/Jakarta"));
		List<String> modem = table.rows(report()).get(1);
		assertEquals(table.headings().size(), modem.size());
		assertEquals(List.of("35.03.01", "Panggul", "modem", "PC klien", "2026-03-02 08:00", "2026-03-02 08:16", "87,5",
				"12,5", "0,0", "0,0", "0,0", "100,0", "1", "0:02:05", "0:00:00", "0:00:00", "Tidak ada balasan dalam 4 detik: 1 kali, 2 menit",
				"87,5", "95,0", "Tidak tercapai"), modem);
		List<String> sums = new ArrayList<>();
		table.rows(report()).forEach(row -> sums.add(row.get(11)));
		assertTrue(sums.stream().allMatch("100,0"::equals), sums.toString());
	}

	@Test
	void lossesAreSplitByWhereAPersonHasToLook() throws Exception {
		turn("modem", State.DOWN, Cause.of("power_cut"), 0);
		turn("modem", State.DOWN, Cause.of("net_unreachable", "10.0.0.1"), 100);
		turn("modem", State.DOWN, SILENT, 300);
		turn("modem", State.MAINTENANCE, Cause.of("maintenance"), 350);
		turn("modem", State.UP, Cause.ANSWERED, 400);
		turn("pc", State.UNREACHABLE, BEHIND, 500);
		Line modem = line(report(), "modem");
		Line office = report().lines().getFirst();
		assertEquals(List.of(600L, 50L, 200L, 100L, 50L, 0L), seconds(modem));
		assertEquals(List.of(600L, 50L, 700L, 100L, 50L, 500L), seconds(office));
	}

	private static List<Long> seconds(Line line) {
		return Stream.of(Share.values()).map(share -> line.time(share).toSeconds()).toList();
	}

	@Test
	void itTellsHowFarItIsAndStopsByInterrupt() throws Exception {
		List<Double> told = new ArrayList<>();
		AvailabilityReport.of(FLEET, memory, START, END, 95, told::add);
		assertEquals(List.of(0.5, 1.0), told);
		Thread.currentThread().interrupt();
		assertThrows(InterruptedException.class, this::report);
	}
}
