package id.posko.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import id.posko.health.Answer;
import id.posko.health.BoardListener;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Checks;
import id.posko.health.DeviceHealth;
import id.posko.health.Evidence;
import id.posko.health.HealthBoard;
import id.posko.health.Notice;
import id.posko.health.Pace;
import id.posko.health.Patience;
import id.posko.health.Rounds;
import id.posko.health.Sample;
import id.posko.health.State;
import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;

/**
 * Verdicts through the board, rounds through the schedule, and one cut told once. No network, no clock: time is what
 * the bench says.
 */
public final class RoundsBench {

	private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
	private static final int SITES = 600;
	private static final int DEVICES = 60_000;
	private static final int CUT_SITES = 30;
	private static final int ROUNDS = 20;
	private static final int JITTER = 500;
	private static final int CUT_FROM = 9;
	private static final int CUT_TO = 14;
	private static final int WARM_UP = 5;
	private static final int RUNS = 15;
	private static final double VERDICTS_A_SECOND = 1e6;
	private static final int ORDERS = 1_000;
	private static final int CHILDREN = 1_000;

	private static final Answer LOST = new Answer.Failed(Cause.of("silent", Duration.ofSeconds(4)),
			Evidence.of("bench"));
	private static final Check ECHO = new Check() {
		@Override
		public String id() {
			return "icmp";
		}

		@Override
		public boolean suits(Device device) {
			return device.address().isPresent();
		}

		@Override
		public Answer ask(Device device, Duration timeout) {
			return good(20);
		}
	};
	private static final Checks CHECKS = new Checks(List.of(ECHO));

	private final Consumer<String> print;
	private boolean right = true;

	private RoundsBench(Consumer<String> print) {
		this.print = print;
	}

	/** Counts what a board tells. */
	private static final class Told implements BoardListener {
		int down;
		int back;
		int others;
		long answers;
		long changes;

		@Override
		public void noticed(List<Notice> notices) {
			for (Notice notice : notices) {
				switch (notice.kind()) {
					case DOWN -> down++;
					case BACK -> back++;
					case FLAPPING, STEADY -> others++;
				}
			}
		}

		@Override
		public void answered(List<Sample> samples) {
			answers += samples.size();
		}

		@Override
		public void changed(List<DeviceHealth> healths) {
			changes += healths.size();
		}

		String notices() {
			return down + " down, " + back + " back, " + others + " others";
		}
	}

	private record Asked(Device device, HealthBoard.Intake intake) {
	}

	/** One measured run: wall clock and CPU of the whole process, in seconds. */
	private record Cost(double wall, double cpu) {
	}

	/** @return whether every limit held and every answer was right */
	public static boolean run(Consumer<String> print) {
		RoundsBench bench = new RoundsBench(print);
		print.accept(Machine.line());
		bench.verdicts();
		bench.schedule();
		bench.orders();
		return bench.right;
	}

	private void verdicts() {
		Fleet fleet = Offices.fleet(SITES, DEVICES / SITES);
		Device[] devices = fleet.devices().toArray(Device[]::new);
		Answer[] good = IntStream.range(0, 1_024).mapToObj(i -> good(5 + i % 300)).toArray(Answer[]::new);
		List<Cost> costs = new ArrayList<>();
		for (int run = 0; run < WARM_UP + RUNS; run++) {
			Cost cost = verdicts(fleet, devices, good, run);
			if (run >= WARM_UP) {
				costs.add(cost);
			}
		}
		double verdicts = (double) DEVICES * ROUNDS;
		double[] perWall = costs.stream().mapToDouble(cost -> verdicts / cost.wall()).sorted().toArray();
		double[] perCpu = costs.stream().mapToDouble(cost -> verdicts / cost.cpu()).sorted().toArray();
		boolean fast = perCpu[RUNS / 2] >= VERDICTS_A_SECOND;
		right &= fast;
		print.accept(String.format(Locale.ROOT, "verdicts: %d devices, n = %d runs of %.1f million, one thread",
				DEVICES, RUNS, verdicts / 1e6));
		print.accept(figures("  a second of wall clock", perWall));
		print.accept(figures("  a second of CPU, collector and compiler included", perCpu)
				+ String.format(Locale.ROOT, ", limit %.1f million: %s", VERDICTS_A_SECOND / 1e6, word(fast)));
	}

	private static String figures(String what, double[] sorted) {
		return String.format(Locale.ROOT, "%s: median %.2f million (%.2f to %.2f)", what,
				sorted[sorted.length / 2] / 1e6, sorted[0] / 1e6, sorted[sorted.length - 1] / 1e6);
	}

	private static <T> void swap(T[] order, int i, int j) {
		T other = order[i];
		order[i] = order[j];
		order[j] = other;
	}

	/**
	 * Every device has its place in the round, as {@link Rounds} gives it, and answers somewhat sooner or later than
	 * its neighbours. More than half of them lose one answer; then some lines are cut for a while.
	 */
	private Cost verdicts(Fleet fleet, Device[] devices, Answer[] good, int run) {
		HealthBoard board = new HealthBoard(Patience.DEFAULT);
		Told told = new Told();
		board.listen(told);
		board.adopt(fleet, CHECKS, START);
		Random random = new Random(run);
		Asked[] order = Arrays.stream(devices).map(device -> new Asked(device, board.intake(device.key())))
				.toArray(Asked[]::new);
		Collections.shuffle(Arrays.asList(order), random);
		Answer[] answers = new Answer[devices.length];
		long wall = 0;
		long cpu = 0;
		for (int round = 1; round <= ROUNDS; round++) {
			for (int i = 0; i < order.length; i++) {
				swap(order, i, Math.min(order.length - 1, i + random.nextInt(JITTER)));
				Device device = order[i].device();
				boolean cut = round >= CUT_FROM && round <= CUT_TO && siteNumber(device) < CUT_SITES;
				boolean unlucky = Math.floorMod(device.name().hashCode(), 35) == round;
				answers[i] = cut || unlucky ? LOST : good[random.nextInt(good.length)];
			}
			Instant at = START.plusSeconds(60L * round);
			long cpuBefore = cpu();
			long before = System.nanoTime();
			for (int i = 0; i < order.length; i++) {
				order[i].intake().answered("icmp", answers[i], at.plusNanos(i * 1_000_000L));
			}
			wall += System.nanoTime() - before;
			cpu += cpu() - cpuBefore;
			if (round == CUT_TO) {
				long unreachable = count(board, State.UNREACHABLE);
				expect(unreachable == CUT_SITES * (long) (DEVICES / SITES - 1), "unreachable " + unreachable);
			}
		}
		long up = count(board, State.UP);
		expect(up == DEVICES, "up " + up);
		expect(told.down == CUT_SITES && told.back == CUT_SITES && told.others == 0, told.notices());
		expect(told.answers == (long) DEVICES * ROUNDS && told.changes >= told.answers, told.answers + " samples");
		return new Cost(wall / 1e9, cpu / 1e9);
	}

	/** What the schedule itself costs: simulated time, checks that answer at once. */
	private void schedule() {
		Instant[] now = {START};
		HealthBoard board = new HealthBoard(Patience.DEFAULT);
		Told told = new Told();
		board.listen(told);
		Fleet fleet = Offices.fleet(SITES, DEVICES / SITES);
		board.adopt(fleet, CHECKS, START);
		Rounds rounds = new Rounds(board, Pace.DEFAULT, () -> now[0], Runnable::run);
		rounds.adopt(fleet, CHECKS);
		rounds.start();
		drive(rounds, now, Duration.ofMinutes(2));
		long before = told.answers;
		long cpuBefore = cpu();
		drive(rounds, now, Duration.ofMinutes(10));
		double seconds = (cpu() - cpuBefore) / 1e9;
		long visits = told.answers - before;
		expect(visits == 10L * DEVICES, visits + " visits in ten minutes");
		print.accept(String.format(Locale.ROOT,
				"schedule: %d devices every 60 s, n = %d visits, %.2f µs of CPU each: %.1f %% of one core", DEVICES,
				visits, 1e6 * seconds / visits, 100 * seconds / 600));
	}

	private static void drive(Rounds rounds, Instant[] now, Duration time) {
		Instant end = now[0].plus(time);
		while (now[0].isBefore(end)) {
			Instant next = rounds.tick(now[0]);
			Instant step = next.isAfter(now[0]) ? next : now[0].plusMillis(1);
			now[0] = step.isBefore(end) ? step : end;
		}
	}

	private void orders() {
		Fleet fleet = star();
		Device[] devices = fleet.devices().toArray(Device[]::new);
		int exact = 0;
		for (int seed = 0; seed < ORDERS; seed++) {
			Random random = new Random(seed);
			HealthBoard board = new HealthBoard(Patience.DEFAULT);
			Told told = new Told();
			board.listen(told);
			board.adopt(fleet, CHECKS, START);
			List<Device> once = Arrays.asList(devices.clone());
			Collections.shuffle(once, random);
			List<Device> thrice = new ArrayList<>(once);
			thrice.addAll(once);
			thrice.addAll(once);
			IntStream.range(0, 100).forEach(_ -> thrice.add(devices[random.nextInt(devices.length)]));
			Instant at = hear(board, once, good(20), START);
			Collections.shuffle(thrice, random);
			at = hear(board, thrice, LOST, at);
			boolean one = told.down == 1 && told.back == 0 && count(board, State.UNREACHABLE) == CHILDREN;
			Collections.shuffle(once, random);
			hear(board, once, good(20), at);
			exact += one && told.down == 1 && told.back == 1 && told.others == 0 ? 1 : 0;
		}
		print.accept("one root with " + CHILDREN + " children goes down and comes back: exactly one notice each in "
				+ exact + " of " + ORDERS + " random orders: " + word(exact == ORDERS));
		right &= exact == ORDERS;
	}

	private static Instant hear(HealthBoard board, List<Device> devices, Answer answer, Instant from) {
		Instant at = from;
		for (Device device : devices) {
			at = at.plusMillis(7);
			board.intake(device.key()).answered("icmp", answer, at);
		}
		return at;
	}

	private static long count(HealthBoard board, State state) {
		return board.healths().stream().filter(health -> health.state() == state).count();
	}

	private void expect(boolean holds, String otherwise) {
		if (!holds) {
			right = false;
			print.accept("WRONG: " + otherwise);
		}
	}

	private static String word(boolean good) {
		return good ? "held" : "NOT HELD";
	}

	private static long cpu() {
		return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
	}

	private static Answer good(long millis) {
		return new Answer.Answered(Evidence.of("bench", "127.0.0.1", Duration.ofMillis(millis)));
	}

	private static int siteNumber(Device device) {
		return device.kind() == DeviceKind.DATA_CENTRE ? SITES : Integer.parseInt(device.site().digits().substring(2))
				- 1_000;
	}

	private static Fleet star() {
		RegionCode code = new RegionCode("350301");
		List<Device> devices = new ArrayList<>();
		devices.add(Offices.device(code, DeviceKind.MODEM, "root", 0));
		for (int i = 1; i <= CHILDREN; i++) {
			devices.add(Offices.device(code, DeviceKind.AFIS_SERVER, "c" + i, i));
		}
		return new Fleet(List.of(new Site(code, "Panggul", SiteKind.KECAMATAN, LinkKind.VSAT)), devices);
	}
}
