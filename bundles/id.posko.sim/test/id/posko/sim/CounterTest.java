package id.posko.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.counter.CounterReading;
import id.posko.health.counter.CounterRule;
import id.posko.health.counter.CounterSeries;
import id.posko.health.counter.CounterSource;
import id.posko.health.counter.Trend;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Tallies;
import id.posko.memory.Folder;
import id.posko.memory.Pocket;
import id.posko.probe.name.Names;
import id.posko.probe.ssh.RemoteCounter;
import id.posko.probe.ssh.Shell;
import id.posko.ssh.Connections;
import id.posko.ssh.HostKeys;

/** The NID Scheduler of the sample kabupaten, read over SSH by the source that reads real ones. */
class CounterTest {

	@TempDir
	private Path scratch;
	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T02:00:00Z"));
	private final Fleet fleet = Kabupaten.fleet();
	private final Device server = fleet.named("35.60.01/Server AFIS").getFirst();
	private final Faults faults = new Faults(fleet, now::get);
	private final Lines lines = new Lines(faults, fleet, new Random(6));
	private final Pocket secrets = new Pocket();
	private final Names names = new Names();
	private final List<CounterReading> readings = new ArrayList<>();

	@AfterEach
	void close() {
		lines.close();
		names.close();
	}

	private Trend after(Duration time, CounterSource source) throws InterruptedException {
		now.updateAndGet(instant -> instant.plus(time));
		CounterReading read = assertInstanceOf(CounterSource.Read.Value.class, source.read(server, Duration.ofSeconds(20)))
				.reading();
		readings.add(new CounterReading(now.get(), read.value(), read.since(), OptionalLong.of(12), read.reader()));
		return new CounterSeries(readings, CounterRule.DEFAULT).trend();
	}

	private void turn(String name, boolean isOn) {
		faults.turn(faults.named(name).orElseThrow(), isOn);
	}

	@Test
	void aSimulationThatBeginsAgainGoesOnCounting() {
		now.set(Instant.parse("2026-11-21T05:00:00Z"));
		assertEquals(4500, new NidScheduler(server, faults, now::get).sent(), "a record in 4 seconds since midnight");
		now.set(Instant.parse("2026-11-22T02:00:00Z"));
		assertEquals(23_400, new NidScheduler(server, faults, now::get).sent(), "the night is not over");
		now.set(Instant.parse("2026-11-22T03:00:00Z"));
		assertEquals(2700, new NidScheduler(server, faults, now::get).sent(), "it was restarted at midnight");
	}

	@Test
	void itRisesStandsStillAndBeginsAnew() throws InterruptedException {
		try (SshMachines machines = new SshMachines(fleet, faults, lines, secrets, scratch, now::get);
				Connections connections = new Connections(new HostKeys(new Folder(scratch)), secrets)) {
			CounterSource source = new RemoteCounter(new Shell(connections, names));
			assertEquals(Trend.ONE_READING, after(Duration.ZERO, source));
			assertEquals(Trend.RISING, after(Duration.ofMinutes(1), source));
			turn("mandek-banyuurip", true);
			after(Duration.ofMinutes(1), source);
			assertEquals(Trend.WAITING, after(Duration.ofMinutes(10), source));
			assertEquals(Trend.STUCK, after(Duration.ofMinutes(25), source));
			assertEquals(OptionalLong.of(36 * 15), new SampleTallies(fleet, faults, now::get).count(server.site(), Optional.empty(),
					Tallies.WAITING, Duration.ZERO));
			turn("mandek-banyuurip", false);
			assertEquals(Trend.RISING, after(Duration.ofMinutes(1), source));
			turn("ulang-banyuurip", true);
			assertEquals(Trend.RESTARTED, after(Duration.ofMinutes(1), source));
			assertEquals(Trend.RISING, after(Duration.ofMinutes(1), source));
		}
	}
}
