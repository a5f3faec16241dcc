package id.posko.bench.window;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.nebula.widgets.nattable.NatTable;

import id.posko.bench.Linux;
import id.posko.bench.Machine;
import id.posko.health.BoardListener;
import id.posko.health.DeviceHealth;
import id.posko.health.HealthBoard;
import id.posko.health.Monitoring;
import id.posko.kit.Inventory;

/**
 * The product's board in a window, 60,000 rows and 1,000 changes a second: what the process uses of one core beyond
 * what it uses idle, the longest gap on the UI thread, and whether at the end the rows show what the board knows.
 */
public final class BoardWindow implements IApplication {

	private static final double MOST_OF_A_CORE = 0.25;
	private static final Duration LONGEST_GAP = Duration.ofMillis(50);
	private static final double LEAST_RATE = 1_000 * 0.98;
	private static final Duration IDLE = Duration.ofSeconds(6);
	private static final Duration WARM_UP = Duration.ofSeconds(20);
	private static final Duration SPAN = Duration.ofSeconds(2);
	private static final int SPANS = 10;
	private static final Duration TO_SETTLE = Duration.ofSeconds(10);

	@Override
	public Object start(IApplicationContext context) throws Exception {
		return OpenWindow.run(context, BoardWindow::measure);
	}

	private static boolean measure(OpenWindow window) throws IOException, InterruptedException {
		window.print(Machine.line());
		Monitoring monitoring = window.service(Monitoring.class);
		HealthBoard board = monitoring.board();
		ShownBoard shown = new ShownBoard((NatTable) window.ask(() -> window.find("board.table").orElseThrow()),
				window.service(Inventory.class).fleet());
		AtomicLong changes = new AtomicLong();
		board.listen(new BoardListener() {
			@Override
			public void changed(List<DeviceHealth> healths) {
				changes.addAndGet(healths.size());
			}
		});
		try (Heartbeat heart = new Heartbeat(window::later)) {
			TimeUnit.NANOSECONDS.sleep(WARM_UP.toNanos());
			monitoring.stop();
			boolean isRightBefore = untilRight(window, shown, board);
			expect(window, isRightBefore, "the rows after warming up: " + shown.wrong());
			TimeUnit.NANOSECONDS.sleep(SPAN.toNanos());
			heart.reset();
			double idle = share(IDLE);
			long idleGap = heart.longestGap();
			monitoring.start();
			long before = changes.get();
			long from = System.nanoTime();
			heart.reset();
			double[] shares = new double[SPANS];
			for (int i = 0; i < SPANS; i++) {
				shares[i] = share(SPAN) - idle;
			}
			double seconds = (System.nanoTime() - from) / 1e9;
			double rate = (changes.get() - before) / seconds;
			long gap = heart.longestGap();
			long work = heart.longestWork();
			long sleep = heart.longestSleep();
			monitoring.stop();
			boolean isRight = isRightBefore && untilRight(window, shown, board);
			double used = Arrays.stream(shares).average().orElseThrow();
			Arrays.sort(shares);
			boolean isFast = used <= MOST_OF_A_CORE;
			boolean isSmooth = gap <= LONGEST_GAP.toNanos();
			boolean isLoaded = rate >= LEAST_RATE;
			window.print(String.format(Locale.ROOT,
					"board: %d rows, %.0f changes a second heard in %.1f s, idle %.1f %% of a core with the knocking of this bench, longest gap then %.1f ms",
					Load.DEVICES, rate, seconds, 100 * idle, idleGap / 1e6));
			window.print(String.format(Locale.ROOT,
					"  CPU of the process beyond idle: %.1f %% of a core; n = %d spans of %d s, median %.1f %% (%.1f to %.1f), limit %.0f %%: %s",
					100 * used, SPANS, SPAN.toSeconds(), 100 * shares[SPANS / 2], 100 * shares[0],
					100 * shares[SPANS - 1], 100 * MOST_OF_A_CORE, word(isFast)));
			window.print(String.format(Locale.ROOT,
					"  longest gap on the UI thread %.1f ms (at most %.1f ms of CPU in one; a sleeping thread was woken up to %.1f ms late), limit %d ms: %s",
					gap / 1e6, work / 1e6, sleep / 1e6, LONGEST_GAP.toMillis(), word(isSmooth)));
			expect(window, isRight, "the rows at the end: " + shown.wrong());
			expect(window, isLoaded, "the load: " + rate + " changes a second");
			return isFast && isSmooth && isRight && isLoaded;
		}
	}

	/** CPU of this process in the next time, as a share of one core. */
	private static double share(Duration time) throws InterruptedException {
		long cpu = Linux.ownCpu();
		long from = System.nanoTime();
		TimeUnit.NANOSECONDS.sleep(time.toNanos());
		return (double) (Linux.ownCpu() - cpu) / (System.nanoTime() - from);
	}

	private static boolean untilRight(OpenWindow window, ShownBoard shown, HealthBoard board)
			throws InterruptedException {
		long end = System.nanoTime() + TO_SETTLE.toNanos();
		while (!window.ask(() -> shown.shows(board.healths()))) {
			if (System.nanoTime() > end) {
				return false;
			}
			TimeUnit.MILLISECONDS.sleep(250);
		}
		return true;
	}

	private static void expect(OpenWindow window, boolean holds, String what) {
		if (!holds) {
			window.print("WRONG: " + what);
		}
	}

	private static String word(boolean good) {
		return good ? "held" : "NOT HELD";
	}

	@Override
	public void stop() {
		// the window is closed by itself
	}
}
