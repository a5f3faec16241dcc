package id.posko.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.CutPath;
import id.posko.health.History;
import id.posko.health.Monitoring;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.OfficeCalendar;
import id.posko.kit.OfficeHours;
import id.posko.kit.Site;
import id.posko.ticket.BrokenPath;
import id.posko.ticket.Draft;
import id.posko.ticket.EvidenceBag;
import id.posko.ticket.Kind;
import id.posko.ticket.Move;
import id.posko.ticket.Outcome;
import id.posko.ticket.Recovered;
import id.posko.ticket.Refusal;
import id.posko.ticket.Ticket;
import id.posko.ticket.TicketDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posko ticket new|list|show|move|evidence}: tickets of broken lines and devices, and their clocks. */
@Component(service = Verb.class, property = Verb.NAME + "=ticket")
public final class TicketVerb implements Verb {

	private static final int PAGE = 100;

	private final TicketDesk desk;
	private final Inventory inventory;
	private final Monitoring monitoring;
	private final History history;
	private final OfficeHours hours;
	private final InstantSource clock = InstantSource.system();

	@Activate
	public TicketVerb(@Reference TicketDesk desk, @Reference Inventory inventory, @Reference Monitoring monitoring,
			@Reference History history, @Reference OfficeHours hours) {
		this.desk = desk;
		this.inventory = inventory;
		this.monitoring = monitoring;
		this.history = history;
		this.hours = hours;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Desk(call);
	}

	/** What {@code move} can do with a ticket. */
	enum Step {
		ASSIGN, NUMBER, WAIT, WORK, FINISH, CLOSE, REOPEN, MERGE, NOTE
	}

	@Command(name = "ticket")
	final class Desk implements Callable<Integer> {

		private final Call call;

		@Spec
		private CommandSpec spec;

		private Desk(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "new")
		int open(@Parameters(paramLabel = "DEVICE", arity = "0..1", descriptionKey = "ticket.device") String name,
				@Option(names = "--site", paramLabel = "CODE", descriptionKey = "ticket.site") String code,
				@Option(names = "--title", paramLabel = "TEXT", descriptionKey = "ticket.title") String title,
				@Option(names = "--text", paramLabel = "TEXT", defaultValue = "", descriptionKey = "ticket.text") String text,
				@Option(names = "--anyway", descriptionKey = "ticket.anyway") boolean anyway,
				@Option(names = "--into", paramLabel = "NUMBER", descriptionKey = "ticket.into") Long into,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException, InterruptedException {
			if (name == null && (code == null || title == null) || name != null && code != null) {
				call.say("ticket.what");
				return Call.WRONG_USE;
			}
			Optional<Draft> draft = name == null ? ofOffice(code, title, text) : ofDevice(name, title, text);
			Optional<Ticket> other = into == null ? Optional.empty() : found(into);
			if (draft.isEmpty() || into != null && other.isEmpty()) {
				return Call.WRONG_USE;
			}
			return told(other.isPresent() ? desk.add(call.by(), into, other.get().version(), draft.get())
					: desk.open(call.by(), draft.get(), anyway), json);
		}

		private Optional<Draft> ofOffice(String code, String title, String text) {
			Optional<Site> site = new Selection(call, inventory.fleet()).site(code);
			return site.map(place -> new Draft(Kind.REPAIR, place.code(), Optional.empty(), title, text, List.of()));
		}

		/** With a title as it is told; without, of what its path shows when it is asked now. */
		private Optional<Draft> ofDevice(String name, String title, String text) throws IOException, InterruptedException {
			Fleet fleet = inventory.fleet();
			Optional<Device> device = new Selection(call, fleet).device(name);
			if (device.isEmpty()) {
				return Optional.empty();
			}
			if (title != null) {
				return device.map(broken -> new Draft(Kind.of(broken.kind()), broken.site(), Optional.of(broken.key()), title,
						text, List.of()));
			}
			CutPath path = monitoring.pathNow(device.get());
			Optional<Draft> draft = new BrokenPath(path, hours.calendar().zone(), clock.instant()).draft();
			if (draft.isEmpty()) {
				call.say("ticket.well", path.sentence(call.locale(), clock.instant()));
			}
			return draft;
		}

		@Command(name = "list")
		int list(@Option(names = "--all", descriptionKey = "ticket.all") boolean all,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			TicketLines lines = new TicketLines(call, hours.calendar(), clock.instant());
			List<Ticket> open = desk.open();
			List<Recovered> well = Recovered.of(open, monitoring.board()::health);
			for (Ticket ticket : all ? desk.page(Long.MAX_VALUE, PAGE) : open) {
				Optional<Instant> since = well.stream().filter(offer -> offer.ticket().number() == ticket.number())
						.map(Recovered::since).findFirst();
				call.out().println(json ? lines.json(ticket).put("recovered", since) : lines.line(ticket, since));
			}
			if (open.isEmpty() && !json) {
				call.say("ticket.none");
			}
			return open.stream().anyMatch(lines::isLate) ? Call.NOT_WELL : Call.WELL;
		}

		@Command(name = "show")
		int show(@Parameters(paramLabel = "NUMBER", descriptionKey = "ticket.number") long number,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			Optional<Ticket> ticket = found(number);
			if (ticket.isEmpty()) {
				return Call.WRONG_USE;
			}
			TicketLines lines = new TicketLines(call, hours.calendar(), clock.instant());
			call.out().println(json ? lines.whole(ticket.get()) : lines.page(ticket.get()));
			return lines.isLate(ticket.get()) ? Call.NOT_WELL : Call.WELL;
		}

		private Optional<Ticket> found(long number) throws IOException {
			Optional<Ticket> ticket = desk.find(number);
			if (ticket.isEmpty()) {
				refused(new Outcome.Refused(Refusal.UNKNOWN, number + ""));
			}
			return ticket;
		}

		@Command(name = "move")
		int move(@Parameters(paramLabel = "NUMBER", descriptionKey = "ticket.number") long number,
				@Parameters(paramLabel = "STEP", descriptionKey = "ticket.step") Step step,
				@Parameters(paramLabel = "TEXT", arity = "0..1", defaultValue = "", descriptionKey = "ticket.with") String text,
				@Option(names = "--seen", paramLabel = "V", descriptionKey = "ticket.seen") Integer seen,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			Optional<Ticket> ticket = found(number);
			if (ticket.isEmpty()) {
				return Call.WRONG_USE;
			}
			if (step == Step.MERGE && !text.matches("\\d{1,18}")) {
				call.say("wrong.value", "TEXT", text);
				return Call.WRONG_USE;
			}
			return told(desk.move(call.by(), number, seen == null ? ticket.get().version() : seen, move(step, text)), json);
		}

		private Move move(Step step, String text) {
			return switch (step) {
			case ASSIGN -> new Move.Assign(text.isEmpty() ? call.by().name() : text);
			case NUMBER -> new Move.Number(text);
			case WAIT -> new Move.Wait(text);
			case WORK -> new Move.Work(text);
			case FINISH -> new Move.Finish(text);
			case CLOSE -> new Move.Close(text);
			case REOPEN -> new Move.Reopen(text);
			case MERGE -> new Move.Merge(Long.parseLong(text));
			case NOTE -> new Move.Note(text);
			};
		}

		@Command(name = "evidence")
		int evidence(@Parameters(paramLabel = "NUMBER", descriptionKey = "ticket.number") long number,
				@Parameters(paramLabel = "OUT", descriptionKey = "ticket.out") Path out,
				@Option(names = "--attach", paramLabel = "FILE", descriptionKey = "ticket.attach") List<Path> attached)
				throws IOException {
			Optional<Ticket> ticket = found(number);
			List<Path> files = new ArrayList<>();
			for (Path file : attached == null ? List.<Path>of() : attached) {
				files.add(call.resolve(file));
				if (!Files.isRegularFile(files.getLast())) {
					call.say("file.missing", file);
					return Call.WRONG_USE;
				}
			}
			if (ticket.isEmpty()) {
				return Call.WRONG_USE;
			}
			OfficeCalendar calendar = hours.calendar();
			EvidenceBag bag = new EvidenceBag(inventory.fleet(), monitoring.board()::health, history::samples, calendar,
					clock.instant());
			try {
				desk.pack(call.by(), ticket.get(), bag, call.resolve(out), files, _ -> {
				});
			} catch (FileAlreadyExistsException _) {
				call.say("ticket.not_empty", out);
				return Call.WRONG_USE;
			}
			call.say("ticket.packed", number + "", out);
			return Call.WELL;
		}

		private int told(Outcome outcome, boolean json) throws IOException {
			TicketLines lines = new TicketLines(call, hours.calendar(), clock.instant());
			return switch (outcome) {
			case Outcome.Went(Ticket ticket) -> {
				call.out().println(json ? lines.json(ticket) : lines.line(ticket, Optional.empty()));
				yield Call.WELL;
			}
			case Outcome.Duplicate(List<Ticket> open) -> {
				open.forEach(ticket -> call.out().println(json ? lines.json(ticket) : lines.line(ticket, Optional.empty())));
				call.say("ticket.duplicate");
				yield Call.NOT_WELL;
			}
			case Outcome.Overtaken(Ticket ticket) -> {
				call.err().println(lines.told().overtaken(ticket));
				yield Call.NOT_WELL;
			}
			case Outcome.Refused refused -> refused(refused);
			};
		}

		private int refused(Outcome.Refused refused) throws IOException {
			call.err().println(new TicketLines(call, hours.calendar(), clock.instant()).told().refusal(refused));
			return Call.WRONG_USE;
		}
	}
}
