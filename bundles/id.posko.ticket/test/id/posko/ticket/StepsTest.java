package id.posko.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Checks;
import id.posko.health.Evidence;
import id.posko.health.Monitoring;
import id.posko.health.Settings;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.LinkKind;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.memory.UsualHours;
import id.posko.procedure.Means;
import id.posko.procedure.Procedure;
import id.posko.procedure.Step;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.procedure.file.Library;
import id.posko.procedure.run.Run;
import id.posko.ticket.step.CloseAction;
import id.posko.ticket.step.NumberAction;
import id.posko.ticket.step.OpenAction;
import id.posko.ticket.step.QueueAction;

/** The four steps of the SOP "pemeliharaan jaringan komunikasi data" run by themselves. */
@Timeout(60)
class StepsTest {

	private static final Answers NUMBER = new Answers(Map.of("Nomor tiket helpdesk", "JK-77"), Map.of());
	private static final Consumer<String> NOBODY = _ -> {
	};

	@TempDir
	Path folder;
	private volatile boolean isCut = true;
	private Book book;
	private Monitoring monitoring;
	private List<StepAction> actions;
	private Procedure sop;
	private Run run;

	private final Inventory inventory = new Inventory() {
		@Override
		public Fleet fleet() {
			return new Fleet(List.of(new Site(Book.PANGGUL, "Kecamatan Panggul", SiteKind.KECAMATAN, LinkKind.FIBRE)),
					List.of(device("Pusat", DeviceKind.DATA_CENTRE), device("Modem", DeviceKind.MODEM),
							device("Server", DeviceKind.AFIS_SERVER)));
		}

		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			return () -> {
			};
		}
	};

	private final Check check = new Check() {
		@Override
		public String id() {
			return "icmp";
		}

		@Override
		public boolean suits(Device device) {
			return true;
		}

		@Override
		public Answer ask(Device device, Duration timeout) {
			return isCut && device.kind() != DeviceKind.DATA_CENTRE
					? new Answer.Failed(Cause.of("silent", Duration.ofSeconds(2)), Evidence.of("icmp-raw"))
					: new Answer.Answered(Evidence.of("icmp-raw", "127.0.0.1", Duration.ofMillis(3)));
		}
	};

	private static Device device(String name, DeviceKind kind) {
		return new Device(new DeviceKey(Book.PANGGUL, name), kind, Address.tryParse("127.0.0.1"), "", "", 0,
				Optional.empty(), "");
	}

	@BeforeEach
	void open() throws IOException {
		book = new Book(folder);
		monitoring = new Monitoring(inventory, new Checks(List.of(check)), new NoPast(), Settings.DEFAULT,
				InstantSource.system());
		actions = List.of(new OpenAction(book.desk, inventory, monitoring, new UsualHours(), () -> book.now),
				new NumberAction(book.desk), new QueueAction(book.desk), new CloseAction(book.desk, inventory, monitoring));
		sop = new Library().find("trenggalek-jarkomdat").orElseThrow();
		run = Run.replay("7", sop, Map.of(Subject.DEVICE, "Server"), "adb", book.now, List.of());
	}

	@AfterEach
	void close() {
		monitoring.close();
	}

	private Deed act(int number, Answers answers) throws IOException, InterruptedException {
		Step step = sop.step(number).orElseThrow();
		Means.Action means = (Means.Action) step.means();
		StepAction action = actions.stream().filter(each -> each.id().equals(means.id())).findFirst().orElseThrow();
		return action.act(new Task(run, step, means, Book.ADB), answers, NOBODY);
	}

	private void found(String sentence, int step, Answers answers) throws IOException, InterruptedException {
		Deed.Found found = assertInstanceOf(Deed.Found.class, act(step, answers));
		assertTrue(found.result().isWell());
		assertEquals(sentence, found.result().sentence());
	}

	@Test
	void theSopsFourStepsTakeTheTicketFromTheBreakToItsEnd() throws Exception {
		found("Tiket 1: Baru, Jalur putus di Modem Kecamatan Panggul; nomor helpdesk -.", 1, Answers.NONE);
		found("Tiket 1: Baru, Jalur putus di Modem Kecamatan Panggul; nomor helpdesk -.", 1, Answers.NONE);
		assertEquals(Set.of(new Link(Link.Kind.RUN, "7")), Set.copyOf(book.find(1).orElseThrow().links().stream()
				.filter(link -> link.kind() == Link.Kind.RUN).toList()));
		found("Tiket 1: Baru, Jalur putus di Modem Kecamatan Panggul; nomor helpdesk JK-77.", 2, NUMBER);
		found("Tiket 1: Menunggu pusat, Jalur putus di Modem Kecamatan Panggul; nomor helpdesk JK-77.", 3, Answers.NONE);
		assertInstanceOf(Deed.NotYet.class, act(4, Answers.NONE));
		assertEquals(Status.WAITING, book.find(1).orElseThrow().status());
		isCut = false;
		found("Tiket 1: Ditutup, Jalur putus di Modem Kecamatan Panggul; nomor helpdesk JK-77.", 4, Answers.NONE);
	}

	@Test
	void anotherRunGoesOnWithTheOpenTicket() throws Exception {
		act(1, Answers.NONE);
		run = Run.replay("8", sop, Map.of(Subject.DEVICE, "Modem"), "adb", book.now, List.of());
		assertInstanceOf(Deed.NotYet.class, act(2, NUMBER));
		found("Tiket 1: Baru, Jalur putus di Modem Kecamatan Panggul; nomor helpdesk -.", 1, Answers.NONE);
		assertTrue(book.find(1).orElseThrow().links().contains(new Link(Link.Kind.RUN, "8")));
	}

	@Test
	void whatIsNotBrokenOrNotThereOpensNothing() throws Exception {
		isCut = false;
		assertInstanceOf(Deed.NotYet.class, act(1, Answers.NONE));
		run = Run.replay("9", sop, Map.of(Subject.DEVICE, "Kursi"), "adb", book.now, List.of());
		assertEquals(new Deed.NotYet("Alat \"Kursi\" tidak ada, atau ada beberapa yang bernama itu."), act(1, Answers.NONE));
		assertEquals(List.of(), book.desk.open());
	}
}
