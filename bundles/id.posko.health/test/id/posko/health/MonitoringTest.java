package id.posko.health;

import static id.posko.health.Office.PLACE;
import static id.posko.health.Office.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import id.posko.health.online.StepTask;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.LinkKind;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.Task;

/** All parts together on real threads, against real sockets on loopback. */
@Timeout(60)
class MonitoringTest {

	private static final Pace QUICK = new Pace(Duration.ofMillis(50), Duration.ofMillis(10), Duration.ofMillis(20),
			Duration.ofMillis(10), Duration.ofMillis(30), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofMinutes(5), 64,
			Duration.ofSeconds(1));

	/** Connects; a refused connection is a lost answer. */
	private static final Check CONNECT = new Check() {
		@Override
		public String id() {
			return "tcp";
		}

		@Override
		public boolean suits(Device device) {
			return device.address().isPresent();
		}

		@Override
		public Answer ask(Device device, Duration timeout) {
			Address address = device.address().orElseThrow();
			long start = System.nanoTime();
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(address.host(), address.port().orElseThrow()),
						(int) timeout.toMillis());
				return new Answer.Answered(Evidence.of("tcp", address.host(),
						Duration.ofNanos(System.nanoTime() - start)));
			} catch (IOException e) {
				return new Answer.Failed(Cause.of("connection_refused", address.port().orElseThrow()),
						Evidence.of("tcp"));
			}
		}
	};

	private static final class Devices implements Inventory {
		private volatile Fleet fleet = Fleet.EMPTY;
		private volatile Consumer<Fleet> listener = _ -> {
		};

		@Override
		public Fleet fleet() {
			return fleet;
		}

		@Override
		public Subscription onChange(Consumer<Fleet> then) {
			listener = then;
			return () -> listener = _ -> {
			};
		}

		void set(Device... devices) {
			fleet = new Fleet(List.of(new Site(PLACE, "Panggul", SiteKind.KECAMATAN, LinkKind.FIBRE)),
					Arrays.asList(devices));
			listener.accept(fleet);
		}
	}

	private final Devices inventory = new Devices();
	private final Memory memory = new Memory();
	private final BlockingQueue<Notice> notices = new LinkedBlockingQueue<>();
	private ServerSocket modem;
	private Monitoring monitoring;

	@BeforeEach
	void listen() throws IOException {
		modem = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
		inventory.set(device("modem", modem.getLocalPort(), ""));
	}

	@AfterEach
	void end() throws IOException {
		if (monitoring != null) {
			monitoring.close();
		}
		modem.close();
	}

	private static Device device(String name, int port, String parent) {
		return new Device(key(name), DeviceKind.CLIENT_PC, Address.tryParse("127.0.0.1:" + port), "", "", 0,
				parent.isEmpty() ? Optional.empty() : Optional.of(key(parent)), "");
	}

	private Monitoring open(Check check) {
		monitoring = new Monitoring(inventory, new Checks(List.of(check)), memory,
				new Settings(Patience.DEFAULT, QUICK, Retention.DEFAULT), InstantSource.system());
		monitoring.board().listen(new BoardListener() {
			@Override
			public void noticed(List<Notice> happened) {
				notices.addAll(happened);
			}
		});
		return monitoring;
	}

	private Collection<Device> devices() {
		return inventory.fleet().devices();
	}

	private State state(String name) {
		return monitoring.board().health(key(name)).orElseThrow().state();
	}

	@Test
	void roundsSeeAnOutageAndItsEnd() throws Exception {
		open(CONNECT).start();
		assertTrue(monitoring.checkNow(devices(), _ -> {
		}).await());
		assertEquals(State.UP, state("modem"));
		int port = modem.getLocalPort();
		modem.close();
		assertEquals(Notice.Kind.DOWN, notices.take().kind());
		modem = new ServerSocket(port, 50, InetAddress.ofLiteral("127.0.0.1"));
		assertEquals(Notice.Kind.BACK, notices.take().kind());
		monitoring.close();
		assertEquals(List.of(State.UP, State.DOWN, State.UP), memory.transitions.stream().map(Transition::to).toList());
		assertTrue(memory.samples.stream().anyMatch(Sample::lost));
	}

	@Test
	void nothingIsAskedBeforeTheStart() {
		open(CONNECT);
		assertEquals(State.NOT_MEASURED, state("modem"));
		assertEquals(0, memory.samples.size());
	}

	@Test
	void aStepOfAnSopAsksItsDeviceNow() throws Exception {
		CheckAction action = new CheckAction(inventory, open(CONNECT));
		Task task = StepTask.of("health.check", "", Map.of(Subject.DEVICE, key("modem").toString()));
		List<String> told = Collections.synchronizedList(new ArrayList<>());
		Deed.Found well = assertInstanceOf(Deed.Found.class, action.act(task, Answers.NONE, told::add));
		assertTrue(well.result().isWell() && told.size() == 1, well + " " + told);
		modem.close();
		Deed.Found dead = assertInstanceOf(Deed.Found.class, action.act(task, Answers.NONE, told::add));
		assertTrue(!dead.result().isWell() && dead.result().sentence().contains("modem: Mati"), dead.toString());
		assertInstanceOf(Deed.Found.class, action.act(StepTask.of("health.check", "CLIENT_PC", Map.of()), Answers.NONE,
				told::add));
		for (Task none : List.of(StepTask.of("health.check", "", Map.of(Subject.DEVICE, "tidak ada")),
				StepTask.of("health.check", "WEBSITE", Map.of()), StepTask.of("health.check", "", Map.of()))) {
			assertInstanceOf(Deed.NotYet.class, action.act(none, Answers.NONE, told::add));
		}
	}

	/** SOP Pengelolaan Website, step 3: "kendali operasional website". */
	@Test
	void theControlOfTheWebsiteAsksTheWebsites() throws Exception {
		CheckAction action = new CheckAction(inventory, open(CONNECT));
		try (ServerSocket web = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
			Device site = new Device(key("situs"), DeviceKind.WEBSITE, Address.tryParse("127.0.0.1:" + web.getLocalPort()), "",
					"", 0, Optional.empty(), "");
			inventory.set(device("modem", modem.getLocalPort(), ""), site);
			for (Map<Subject, String> matter : List.of(Map.<Subject, String>of(), Map.of(Subject.PERIOD, "2026"),
					Map.of(Subject.DEVICE, site.key().toString()))) {
				List<String> told = new ArrayList<>();
				Deed.Found found = assertInstanceOf(Deed.Found.class,
						action.act(StepTask.of("health.check", "WEBSITE", matter), Answers.NONE, told::add));
				assertTrue(found.result().isWell(), found.toString());
				assertEquals(1, told.size(), told.toString());
			}
		}
		assertFalse(assertInstanceOf(Deed.Found.class, action.act(StepTask.of("health.check", "WEBSITE", Map.of()),
				Answers.NONE, _ -> {
				})).result().isWell(), "nobody listens any more");
	}

	@Test
	void checkNowFindsTheCutWithoutRounds() throws Exception {
		int dead = modem.getLocalPort();
		modem.close();
		inventory.set(device("modem", dead, ""), device("pc", dead, "modem"));
		BlockingQueue<DeviceHealth> settled = new LinkedBlockingQueue<>();
		assertTrue(open(CONNECT).checkNow(devices(), settled::add).await());
		assertEquals(2, settled.size());
		assertEquals(State.DOWN, state("modem"));
		assertEquals(State.UNREACHABLE, state("pc"));
		assertEquals(CutPath.Finding.CUT,
				monitoring.path(inventory.fleet().device(key("pc")).orElseThrow()).finding());
		assertEquals(1, notices.size());
	}

	@Test
	void aRestartGoesOnWhereItEnded() throws Exception {
		open(CONNECT).checkNow(devices(), _ -> {
		}).await();
		var since = monitoring.board().health(key("modem")).orElseThrow().verdict().since();
		monitoring.close();
		open(CONNECT);
		assertEquals(State.UP, state("modem"));
		monitoring.checkNow(devices(), _ -> {
		}).await();
		assertEquals(since, monitoring.board().health(key("modem")).orElseThrow().verdict().since());
		monitoring.close();
		assertEquals(1, memory.transitions.size());
	}

	@Test
	void aDeviceThatIsAddedIsAskedWithoutARestart() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		open(CONNECT).start();
		monitoring.board().listen(new BoardListener() {
			@Override
			public void answered(List<Sample> samples) {
				if (samples.stream().anyMatch(sample -> sample.device().equals(key("afis")))) {
					asked.countDown();
				}
			}
		});
		inventory.set(device("modem", modem.getLocalPort(), ""), device("afis", modem.getLocalPort(), "modem"));
		asked.await();
		assertEquals(State.UP, state("afis"));
	}

	@Test
	void aStopEndsAHangingQuestionAtOnce() throws Exception {
		CountDownLatch hanging = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		open(new Check() {
			@Override
			public String id() {
				return "hang";
			}

			@Override
			public boolean suits(Device device) {
				return true;
			}

			@Override
			public Answer ask(Device device, Duration timeout) throws InterruptedException {
				hanging.countDown();
				try {
					new CountDownLatch(1).await();
				} finally {
					interrupted.countDown();
				}
				return Office.GOOD;
			}
		});
		Request request = monitoring.checkNow(devices(), _ -> {
		});
		hanging.await();
		monitoring.stop();
		assertTrue(interrupted.await(5, TimeUnit.SECONDS));
		assertFalse(request.await());
	}
}
