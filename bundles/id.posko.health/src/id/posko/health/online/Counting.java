package id.posko.health.online;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import id.posko.health.Cause;
import id.posko.health.Evidence;
import id.posko.health.State;
import id.posko.health.counter.CounterReader;
import id.posko.health.counter.CounterRule;
import id.posko.health.counter.CounterSeries;
import id.posko.health.counter.CounterVerdict;
import id.posko.health.counter.Trend;
import id.posko.kit.Device;
import id.posko.kit.RegionCode;

/**
 * Step 5: does the NID Scheduler's counter grow? By the readings of the last hour; where a source can read it, it is
 * read now, and once more after the least gap if that does not tell.
 */
final class Counting {

	/** Waits that long; ends by interrupt. */
	@FunctionalInterface
	interface Pause {
		void of(Duration time) throws InterruptedException;
	}

	static final String COUNTER = "NID Scheduler";
	private static final Duration WINDOW = Duration.ofHours(1);
	private static final Duration FIRST_READ = Duration.ofSeconds(15);
	private static final Set<Trend> TELLING = EnumSet.of(Trend.RISING, Trend.IDLE, Trend.STUCK, Trend.FELL);

	private final CounterReader reader;
	private final CounterRule rule;
	private final InstantSource clock;
	private final Pause pause;

	Counting(CounterReader reader, CounterRule rule, InstantSource clock, Pause pause) {
		this.reader = reader;
		this.rule = rule;
		this.clock = clock;
		this.pause = pause;
	}

	/** @param servers the machines of the office that the scheduler can run on */
	Measured ask(RegionCode site, List<Device> servers) throws InterruptedException {
		String from = servers.stream().findFirst().map(Device::name).orElse(StepResult.CONSOLE);
		try {
			Optional<Device> server = servers.stream().filter(reader::hasSource).findFirst();
			return server.isPresent() ? read(site, server.get()) : judged(from, series(site));
		} catch (IOException e) {
			return new Measured(from, State.UNKNOWN, Cause.of("check_failed", String.valueOf(e.getMessage())), Evidence.NONE);
		}
	}

	private Measured read(RegionCode site, Device server) throws IOException, InterruptedException {
		CounterReader.Taken taken = reader.read(server, FIRST_READ);
		CounterSeries series = series(site);
		if (taken.reading().isPresent() && !TELLING.contains(series.trend())) {
			pause.of(rule.leastGap());
			taken = reader.read(server, OnlineStep.STANDARD.minus(FIRST_READ).minus(rule.leastGap()));
			series = series(site);
		}
		Measured judged = judged(server.name(), series);
		if (taken.reading().isEmpty() && judged.state() == State.NOT_MEASURED) {
			return new Measured(server.name(), State.NOT_MEASURED, taken.remarks().getFirst(), Evidence.NONE);
		}
		for (Cause remark : taken.remarks()) {
			judged = judged.with(remark);
		}
		return judged;
	}

	private CounterSeries series(RegionCode site) throws IOException {
		return reader.series(site, clock.instant().minus(WINDOW), rule);
	}

	private Measured judged(String from, CounterSeries series) {
		Instant now = clock.instant();
		CounterVerdict verdict = CounterVerdict.now(series, now);
		return new Measured(from, verdict.state(), verdict.cause(),
				series.last().map(last -> Evidence.of(last.reader())).orElse(Evidence.NONE));
	}
}
