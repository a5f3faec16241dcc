package id.posko.probe.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.State;
import id.posko.health.counter.CounterReader;
import id.posko.health.counter.CounterReading;
import id.posko.health.counter.Counters;
import id.posko.health.online.OnlineResult;
import id.posko.health.online.OnlineSop;
import id.posko.health.online.OnlineStep;
import id.posko.health.online.StepResult;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;
import id.posko.probe.Entrance;
import id.posko.probe.name.Names;
import id.posko.probe.tcp.TcpCheck;

/** The five checks of the SOP over OpenSSH's own server and the system's own ping, and a counter that grows. */
class OnlineSopOverSshTest {

	private static final RegionCode PLACE = new RegionCode("35.03.01");

	@TempDir
	Path folder;

	private static Device device(DeviceKind kind, String address) {
		return new Device(new DeviceKey(PLACE, kind.name()), kind, Address.tryParse(address), "", "", 0, Optional.empty(), "");
	}

	private record Fixed(Fleet fleet) implements Inventory {
		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			return () -> { };
		}
	}

	private record Notebook(TreeMap<Instant, CounterReading> readings) implements Counters {
		@Override
		public void add(RegionCode site, CounterReading reading) {
			readings.put(reading.at(), reading);
		}

		@Override
		public void remove(RegionCode site, Instant at) {
			readings.remove(at);
		}

		@Override
		public List<CounterReading> since(RegionCode site, Instant from) {
			return List.copyOf(readings.tailMap(from).values());
		}
	}

	@Test
	void allFiveAreMeasuredFromTheirOwnMachines() throws Exception {
		assumeTrue(Entrance.isPossible(), "no OpenSSH server: apt-get install openssh-server");
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/ping")), "no ping: apt-get install iputils-ping");
		Path count = Files.writeString(folder.resolve("count"), "40");
		Notebook notebook = new Notebook(new TreeMap<>());
		notebook.add(PLACE, new CounterReading(Instant.now().minusSeconds(60), 40, Optional.empty(), OptionalLong.empty(), "adb"));
		try (Entrance entrance = new Entrance(folder);
				Names names = new Names(InetAddress::getByName, InstantSource.system())) {
			Device afis = entrance.device(DeviceKind.AFIS_SERVER, "AFIS", Map.of("counter.pattern", "sent after Restart = (\\d+)",
					"counter.command", "echo Records sent after Restart = $(expr $(cat " + count + ") + 1)"));
			Site site = new Site(PLACE, "Panggul", SiteKind.KECAMATAN, LinkKind.VSAT);
			Fleet fleet = new Fleet(List.of(site), List.of(afis, entrance.device(DeviceKind.CLIENT_PC, "PC", Map.of()),
					device(DeviceKind.MODEM, "127.0.0.9"), device(DeviceKind.DATA_CENTRE, "127.0.0.10"),
					device(DeviceKind.NID_SERVER, "127.0.0.11")));
			OnlineResult result = new OnlineSop(new Fixed(fleet), new TcpCheck(names), new RemotePing(entrance.shell, names),
					new CounterReader(notebook, List.of(new RemoteCounter(entrance.shell)), List.of())).run(site);
			assertEquals(List.of("AFIS 127.0.0.9", "AFIS 127.0.0.10", "PC 127.0.0.1", "AFIS 127.0.0.11"),
					result.steps().stream().limit(4).map(step -> step.from() + " " + step.evidence().responder().orElse("")).toList());
			result.steps().forEach(step -> assertEquals(State.UP, step.state(), step.toString()));
			assertTrue(result.steps().stream().allMatch(StepResult::isInTime));
			assertEquals("counter_rising", result.steps().get(OnlineStep.COUNTER.number() - 1).cause().code());
			assertEquals(2, notebook.readings().size());
			assertEquals("Panggul siap mengirim: kelima pemeriksaan baik.", result.sentence(Words.INDONESIAN));
		}
	}
}
