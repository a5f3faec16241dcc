package id.posko.health.counter;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Evidence;
import id.posko.health.Reading;
import id.posko.health.Unit;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;

/**
 * Does the NID Scheduler send? Its counter is read every {@code counter.minutes} (1 to 1440, else 5) where a source can
 * read it, and what is kept of it is judged; in the rounds between, that judgement stands. It is about the scheduler
 * alone: whether the machine answers is for its other checks to say.
 */
@Component(service = Check.class)
public final class CounterCheck implements Check {

	private static final int USUAL_MINUTES = 5;
	/** Rounds do not come to the second. */
	private static final Duration EARLY = Duration.ofSeconds(20);
	private static final Duration WINDOW = Duration.ofDays(7);

	private final List<CounterSource> sources;
	private final InstantSource clock;
	private final Map<DeviceKey, Told> told = new ConcurrentHashMap<>();

	/** Not there while no data folder is open, and then nothing is asked. */
	@Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
	private volatile CounterReader reader;

	private record Told(Instant at, Answer answer) {
	}

	@Activate
	public CounterCheck(@Reference List<CounterSource> sources) {
		this(sources, InstantSource.system());
	}

	CounterCheck(List<CounterSource> sources, InstantSource clock) {
		this.sources = List.copyOf(sources);
		this.clock = clock;
	}

	/** As the service registry would set it. */
	CounterCheck by(CounterReader other) {
		reader = other;
		return this;
	}

	@Override
	public String id() {
		return "counter";
	}

	@Override
	public boolean suits(Device device) {
		return sources.stream().anyMatch(source -> source.suits(device));
	}

	/** An office has one counter: two machines with a source would read two. */
	@Override
	public boolean suits(Device device, Fleet fleet) {
		return suits(device) && Schedulers.of(fleet, device.site()).stream().filter(this::suits).findFirst()
				.filter(device::equals).isPresent();
	}

	/** A login with its command or query, and the query for what waits. */
	@Override
	public Duration timeout(Duration line) {
		return line.multipliedBy(8).plusSeconds(12);
	}

	@Override
	public Answer ask(Device device, Duration timeout) throws InterruptedException {
		Optional<Duration> every = interval(device);
		if (every.isEmpty()) {
			return new Answer.Broken(Cause.of("setting_wrong", "counter.minutes",
					device.access().get("counter.minutes").orElse("")), Evidence.KEPT);
		}
		Instant now = clock.instant();
		Told before = told.get(device.key());
		if (before != null && !before.at().isAfter(now) && now.isBefore(before.at().plus(every.get()).minus(EARLY))) {
			return before.answer();
		}
		CounterReader by = reader;
		if (by == null) {
			return new Answer.Broken(Cause.NOT_YET, Evidence.KEPT);
		}
		Answer answer = read(by, device, timeout, CounterRule.DEFAULT.every(every.get()));
		told.put(device.key(), new Told(now, answer));
		return answer;
	}

	private static Optional<Duration> interval(Device device) {
		String written = device.access().get("counter.minutes").orElse(Integer.toString(USUAL_MINUTES));
		return written.matches("\\d{1,4}") && Integer.parseInt(written) >= 1 && Integer.parseInt(written) <= 1440
				? Optional.of(Duration.ofMinutes(Integer.parseInt(written))) : Optional.empty();
	}

	private Answer read(CounterReader by, Device device, Duration timeout, CounterRule rule) throws InterruptedException {
		try {
			CounterReader.Taken taken = by.read(device, timeout);
			if (taken.reading().isEmpty()) {
				return new Answer.Broken(taken.remarks().getFirst(), Evidence.KEPT);
			}
			return judged(by.series(device.site(), clock.instant().minus(WINDOW), rule));
		} catch (IOException e) {
			return new Answer.Broken(Cause.of("check_failed", String.valueOf(e.getMessage())), Evidence.KEPT);
		}
	}

	private Answer judged(CounterSeries series) {
		CounterVerdict verdict = CounterVerdict.now(series, clock.instant());
		Evidence evidence = Evidence.KEPT.with(findings(series));
		return switch (verdict.state()) {
		case UP -> new Answer.Answered(verdict.cause(), evidence);
		case DOWN, DEGRADED -> new Answer.Impaired(verdict.cause(), evidence);
		case UNREACHABLE, UNKNOWN, MAINTENANCE, NOT_MEASURED -> new Answer.Broken(verdict.cause(), evidence);
		};
	}

	private static List<Reading> findings(CounterSeries series) {
		List<Reading> findings = new ArrayList<>();
		series.last().ifPresent(last -> {
			findings.add(number("counter.value", last.value(), last.reader()));
			last.backlog().ifPresent(waiting -> findings.add(number("counter.backlog", waiting, last.reader())));
		});
		return findings;
	}

	private static Reading number(String quantity, long value, String reader) {
		return Reading.number(quantity, value, Unit.NONE, reader, Long.toString(value));
	}
}
