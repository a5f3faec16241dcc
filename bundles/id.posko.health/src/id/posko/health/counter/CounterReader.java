package id.posko.health.counter;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import id.posko.health.Cause;
import id.posko.kit.Device;
import id.posko.kit.RegionCode;
import id.posko.kit.Tallies;

/**
 * Takes readings of counters, by a source or from a person, with the records that wait where somebody knows them, and
 * keeps them. Blocks the thread that asks, ends by interrupt.
 */
@Component(service = CounterReader.class)
public final class CounterReader {

	private final Counters counters;
	private final List<CounterSource> sources;
	private final List<Tallies> tallies;

	/**
	 * What came of one reading.
	 *
	 * @param reading as it is kept
	 * @param remarks why there is none, or why nobody knows what waits
	 */
	public record Taken(Optional<CounterReading> reading, List<Cause> remarks) {
	}

	@Activate
	public CounterReader(@Reference Counters counters,
			@Reference(policyOption = ReferencePolicyOption.GREEDY) List<CounterSource> sources,
			@Reference(policyOption = ReferencePolicyOption.GREEDY) List<Tallies> tallies) {
		this.counters = counters;
		this.sources = List.copyOf(sources);
		this.tallies = List.copyOf(tallies);
	}

	/** Whether a source can read the counter of that machine. */
	public boolean hasSource(Device machine) {
		return sources.stream().anyMatch(source -> source.suits(machine));
	}

	/** Of the office's counter, on a machine that has a source. @param timeout the longest that this takes */
	public Taken read(Device machine, Duration timeout) throws IOException, InterruptedException {
		long start = System.nanoTime();
		CounterSource source = sources.stream().filter(each -> each.suits(machine)).findFirst().orElseThrow();
		return switch (source.read(machine, timeout.multipliedBy(2).dividedBy(3))) {
		case CounterSource.Read.Value(CounterReading reading) ->
			keep(machine.site(), reading, timeout.minusNanos(System.nanoTime() - start));
		case CounterSource.Read.Nothing(Cause cause) -> new Taken(Optional.empty(), List.of(cause));
		};
	}

	/** A reading that is made; what waits is asked for where it does not say it. */
	Taken keep(RegionCode site, CounterReading made, Duration timeout) throws IOException, InterruptedException {
		CounterReading reading = made;
		List<Cause> remarks = List.of();
		if (made.backlog().isEmpty()) {
			try {
				reading = made.waiting(backlog(site, timeout));
			} catch (IOException e) {
				remarks = List.of(Cause.of("counter_backlog_unknown", String.valueOf(e.getMessage())));
			}
		}
		counters.add(site, reading);
		return new Taken(Optional.of(reading), remarks);
	}

	private OptionalLong backlog(RegionCode site, Duration timeout) throws IOException, InterruptedException {
		for (Tallies each : tallies) {
			OptionalLong count = each.count(site, Optional.empty(), Tallies.WAITING, timeout);
			if (count.isPresent()) {
				return count;
			}
		}
		return OptionalLong.empty();
	}

	/** What is kept of that office since then. */
	public CounterSeries series(RegionCode site, Instant since, CounterRule rule) throws IOException {
		return new CounterSeries(counters.since(site, since), rule);
	}
}
