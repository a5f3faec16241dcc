package id.posko.procedure.desk;

import id.posko.kit.OfficeHours;
import id.posko.kit.RegionCode;
import id.posko.procedure.Field;
import id.posko.procedure.Means;
import id.posko.procedure.Procedure;
import id.posko.procedure.Step;
import id.posko.procedure.Subject;
import id.posko.procedure.file.MoveText;
import id.posko.procedure.run.CalendarTime;
import id.posko.procedure.run.Doer;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Move;
import id.posko.procedure.run.OfficeTime;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Refusal;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.report.Table;
import id.posko.report.document.Document;
import id.posko.staff.Account;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.Permission;
import id.posko.staff.Staff;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Where SOPs are started and moved: by whom may, with what the step asks, journalled before it is kept. Of two who
 * move one run at the same moment one wins and the other is told. The runs that it gives hide the numbers of persons.
 * Any thread; blocks.
 */
@Component(service = Desk.class)
public final class Desk {

	private static final char[] NO_PASSWORD = new char[0];

	private final Runs runs;
	private final EvidenceFiles files;
	private final Staff staff;
	private final Acts acts;
	private final List<StepAction> actions;
	private final OfficeHours hours;
	private final InstantSource clock;

	@Activate
	public Desk(@Reference Runs runs, @Reference EvidenceFiles files, @Reference Staff staff, @Reference Acts acts,
			@Reference(policyOption = ReferencePolicyOption.GREEDY) List<StepAction> actions,
			@Reference OfficeHours hours) {
		this(runs, files, staff, acts, actions, hours, InstantSource.system());
	}

	public Desk(Runs runs, EvidenceFiles files, Staff staff, Acts acts, List<StepAction> actions, OfficeHours hours,
			InstantSource clock) {
		this.runs = runs;
		this.files = files;
		this.staff = staff;
		this.acts = acts;
		this.actions = List.copyOf(actions);
		this.hours = hours;
		this.clock = clock;
	}

	/** As the office's calendar counts it now. */
	public OfficeTime office() throws IOException {
		return new CalendarTime(hours.calendar());
	}

	public Optional<Run> find(String id) throws IOException {
		return runs.find(id).map(Masked::of);
	}

	/** A run as it was kept, with the numbers of persons, for a reason that is journalled. */
	public Outcome reveal(Actor by, String id, String reason) throws IOException {
		Optional<Run> run = runs.find(id);
		if (run.isEmpty() || reason.isBlank()) {
			return new Outcome.Refused(run.isEmpty() ? Refusal.NO_RUN : Refusal.NO_REASON, id);
		}
		acts.permit(by, Permission.PERSON, Task.place(run.get().matter()), object(run.get()));
		acts.done(by, "sop persons", object(run.get()), Masked.of(reason.strip()), 1);
		return new Outcome.Went(run.get());
	}

	/** Whether a text of a run hides the number of a person. */
	public static boolean hides(String text) {
		return text.contains(Masked.HIDDEN);
	}

	public List<Run> all() throws IOException {
		return runs.all().stream().map(Masked::of).toList();
	}

	public Inbox inbox(Actor actor) throws IOException {
		return Inbox.of(runs.open().stream().map(Masked::of).toList(), acts.now(actor).orElse(actor), office(), now());
	}

	/** A run's steps as a table that leaves the console, which is journalled. */
	public Table sheet(Actor by, Run run, RunTable form) throws IOException {
		acts.permit(by, Permission.EXPORT, Task.place(run.matter()), object(run));
		acts.done(by, "sop sheet", object(run), "", run.turns().size());
		return form.of(run, office(), now());
	}

	/** A run as the paper that is signed; that it leaves the console is journalled. */
	public Document paper(Actor by, Run run, RunSheet form) throws IOException {
		acts.permit(by, Permission.EXPORT, Task.place(run.matter()), object(run));
		acts.done(by, "sop sheet", object(run), "", run.turns().size());
		Map<String, String> names = new HashMap<>();
		staff.all().forEach(account -> names.put(account.name(), account.fullName()));
		return form.of(run, office(), now(), name -> names.getOrDefault(name, name));
	}

	/**
	 * A file that somebody has handed in, to be looked at, which is journalled; empty if its bytes are gone or are not
	 * what was kept. Reads all of it.
	 */
	public Optional<Path> look(Actor by, Run run, Evidence.Attachment file) throws IOException {
		acts.permit(by, Permission.LOOK, Task.place(run.matter()), object(run));
		acts.done(by, "sop evidence", object(run) + " " + file.sha256(), "", 1);
		return files.find(file);
	}

	/**
	 * What somebody can do with the open step now, each with what stands in the way; what the step does not know is left
	 * out. That he asked is not journalled. Empty if the run is over.
	 */
	public Map<Way, Optional<Obstacle>> ways(Actor by, Run run) {
		Actor now = acts.now(by).orElseGet(() -> new Actor(by.name(), by.fullName(), List.of(), by.workstation()));
		return Ways.of(run, now, task(run, by).filter(task -> !task.means().asksOnly()).flatMap(task -> action(task.means())));
	}

	/** Whether he has to type his password to end the step. */
	public static boolean asksPassword(Actor by, Step step) {
		return step.approval().isPresent() && !by.name().equals(Account.LOCAL) && !Task.isOutside(step);
	}

	/** What stands in the way of starting an SOP for that. */
	public Optional<Obstacle> mayStart(Actor by, Map<Subject, String> matter) {
		return acts.now(by).filter(now -> now.may(Permission.RUN, Task.place(matter))).isPresent() ? Optional.empty()
				: Optional.of(new Obstacle.NotAllowed(Permission.RUN));
	}

	/** What the step's action asks besides the step's own fields; empty if no room brings it. */
	public Optional<List<Asked>> asks(Task task) throws IOException {
		Optional<StepAction> action = action(task.means());
		return action.isEmpty() ? Optional.empty() : Optional.of(action.get().asks(task));
	}

	/** The open step as a task; empty if it is done by hand or the run is over. */
	public static Optional<Task> task(Run run, Actor by) {
		return run.open().map(Turn::step).flatMap(step -> step.means() instanceof Means.Action means
				? Optional.of(new Task(run, step, means, by)) : Optional.empty());
	}

	/**
	 * @param matter what it is for: a region code, a device's {@code CODE/NAME}, a letter's number, date, sender …;
	 *        numbers of persons in a complaint are not kept
	 */
	public Outcome start(Actor by, Procedure sop, Map<Subject, String> matter) throws IOException {
		Optional<RegionCode> place = Task.place(matter);
		acts.permit(by, Permission.RUN, place, sop.id());
		if (!matter.values().stream().allMatch(MoveText::isText)) {
			return new Outcome.Refused(Refusal.BAD_TEXT, "");
		}
		Map<Subject, String> kept = new HashMap<>(matter);
		kept.computeIfPresent(Subject.COMPLAINT, (_, text) -> Masked.of(text));
		if (Run.start("", sop, kept, by.name(), now()) instanceof Outcome.Refused refused) {
			return refused; // and takes no number
		}
		Outcome outcome = Run.start(runs.newId(), sop, kept, by.name(), now());
		if (outcome instanceof Outcome.Went(Run run)) {
			acts.done(by, "sop start", object(run), Masked.of(matter.getOrDefault(Subject.LETTER, "")), 1);
			runs.begin(run);
		}
		return Masked.of(outcome);
	}

	/** Makes a move; for one that needs a password see {@link #finish}. */
	public Outcome move(Actor by, String id, Move move) throws IOException {
		Optional<Run> run = runs.find(id);
		return run.isEmpty() ? new Outcome.Refused(Refusal.NO_RUN, id)
				: Masked.of(move(by, run.get(), Formality.unsigned(move), NO_PASSWORD));
	}

	/** Keeps what there is of the open step, which stays open. @param number of the step that is meant */
	public Done keep(Actor by, String id, int number, Work work) throws IOException {
		return work(by, id, number, work, (run, step, evidence) -> move(by, run,
				new Move.Keep(step.number(), evidence, work.note()), NO_PASSWORD));
	}

	/**
	 * The open step is done.
	 *
	 * @param number of the step that is meant
	 * @param password of the one who acts, where the step is an approval; else empty
	 */
	public Done finish(Actor by, String id, int number, Work work, char[] password) throws IOException {
		return work(by, id, number, work, (run, step, evidence) -> finish(by, run, step, evidence, work.note(), password));
	}

	/**
	 * Runs the open step's action and keeps what it found. Found well, the step is done, unless something else is
	 * missing; else it stays open. An interrupt stops the action. A form, an approval, a file to be attached are their own
	 * action: the step is done if they are there.
	 */
	public Done run(Actor by, String id, int number, Work given, char[] password, Consumer<String> progress)
			throws IOException, InterruptedException {
		Optional<Run> found = runs.find(id);
		if (found.isEmpty()) {
			return refused(Refusal.NO_RUN, id);
		}
		Run run = found.get();
		Work work = Masked.meant(run.open(), given);
		Optional<Task> task = task(run, by);
		if (task.filter(it -> it.means().asksOnly()).isPresent()) {
			return finish(by, id, number, work, password);
		}
		Optional<StepAction> action = task.flatMap(it -> action(it.means()));
		if (action.isEmpty()) {
			return refused(run.isOver() ? Refusal.OVER : Refusal.NO_ACTION, task.map(it -> it.means().id()).orElse("-"));
		}
		Optional<RegionCode> place = task.get().place();
		acts.permit(by, Permission.RUN, place, object(run));
		action.get().needs().ifPresent(permission -> acts.permit(by, permission, place, object(run)));
		if (run.move(new Move.Take(number), doer(by, place), now())
				instanceof Outcome.Refused refused) {
			return new Done.Refused(refused, Optional.empty());
		}
		Filling filling = filling(run, by);
		Optional<Outcome.Refused> fault = filling.fault(work.answers());
		if (fault.isPresent()) {
			return new Done.Refused(fault.get(), Optional.empty());
		}
		try (Running running = Running.begin(action.get(), task.get(), filling.read(work.answers()), progress)) {
			return switch (running.await()) {
				case Deed.Found deed -> with(work(by, id, number, work, (now, step, evidence) -> found(by, now, step, evidence, deed,
						work.note(), password)), deed);
				case Deed.NotYet deed -> new Done.Undone(deed);
				case Deed.Failed deed -> new Done.Undone(deed);
				case Deed.Stopped deed -> new Done.Undone(deed);
			};
		}
	}

	private Outcome found(Actor by, Run run, Step step, List<Evidence> evidence, Deed.Found deed, String note,
			char[] password) throws IOException {
		List<Evidence> all = new ArrayList<>(evidence);
		all.addAll(deed.more());
		all.add(deed.result());
		Outcome kept = move(by, run, new Move.Keep(step.number(), all, note), NO_PASSWORD);
		return kept instanceof Outcome.Went(Run now) && deed.result().isWell()
				? finish(by, now, step, List.of(), "", password) : kept;
	}

	private Outcome finish(Actor by, Run run, Step step, List<Evidence> evidence, String note, char[] password)
			throws IOException {
		List<Evidence> all = new ArrayList<>(evidence);
		boolean isSigned = (password.length > 0 || by.name().equals(Account.LOCAL))
				&& !Task.isOutside(step);
		step.approval().filter(_ -> isSigned).map(Evidence.Approved::new).ifPresent(all::add);
		return move(by, run, new Move.Finish(step.number(), all, note), password);
	}

	/** With an approval of the right password alone. */
	private Outcome move(Actor by, Run run, Move asked, char[] password) throws IOException {
		Optional<RegionCode> place = Task.place(run.matter());
		acts.permit(by, Formality.permission(asked), place, object(run));
		Optional<Move> move = MoveText.parse(MoveText.of(asked));
		if (move.isEmpty()) {
			return new Outcome.Refused(Refusal.BAD_TEXT, "");
		}
		Outcome outcome = run.move(move.get(), doer(by, place), now());
		if (!(outcome instanceof Outcome.Went(Run now))) {
			return outcome;
		}
		Optional<String> stranger = stranger(move.get());
		if (stranger.isPresent()) {
			return new Outcome.Refused(Refusal.NO_ACCOUNT, stranger.get());
		}
		if (Formality.approval(move.get()).isPresent()) {
			acts.permit(by, Permission.APPROVE, place, object(run));
			if (!staff.confirms(by, password)) {
				return new Outcome.Refused(Refusal.WRONG_PASSWORD, "");
			}
		}
		String act = move.get().getClass().getSimpleName().toLowerCase(Locale.ROOT);
		acts.done(by, "sop " + act, object(run) + " " + asked.step(), Masked.of(Formality.reason(move.get())), 1);
		return runs.add(now) ? outcome : meanwhile(by, run);
	}

	private Outcome meanwhile(Actor by, Run run) throws IOException {
		acts.done(by, "sop refused: " + Refusal.MEANWHILE, object(run), "", 0);
		String other = runs.find(run.id()).filter(now -> now.acts().size() > run.acts().size())
				.map(now -> now.acts().get(run.acts().size()).by()).orElse("");
		return new Outcome.Refused(Refusal.MEANWHILE, other);
	}

	@FunctionalInterface
	private interface Handing {
		Outcome make(Run run, Step step, List<Evidence> evidence) throws IOException;
	}

	/** Takes the files in, then makes the move with all that was handed in. */
	private Done work(Actor by, String id, int number, Work given, Handing handing) throws IOException {
		Optional<Run> run = runs.find(id);
		if (run.isEmpty() || run.get().isOver()) {
			return refused(run.isEmpty() ? Refusal.NO_RUN : Refusal.OVER, id);
		}
		Step open = run.get().open().orElseThrow().step();
		if (open.number() != number) {
			return refused(Refusal.OTHER_STEP, open.number() + "");
		}
		acts.permit(by, Permission.RUN, Task.place(run.get().matter()), object(run.get()));
		Work work = Masked.meant(run.get().open(), given);
		Filling filling = filling(run.get(), by);
		Optional<Outcome.Refused> fault = filling.fault(work.answers());
		if (fault.isPresent()) {
			return new Done.Refused(fault.get(), Optional.empty());
		}
		List<Evidence> evidence = new ArrayList<>(work.letter().stream().toList());
		Map<String, String> form = new HashMap<>(filling.read(work.answers()).values());
		form.values().removeIf(String::isBlank);
		if (!form.isEmpty()) {
			evidence.add(new Evidence.Form(form));
		}
		for (Map.Entry<String, Path> file : work.answers().files().entrySet()) {
			switch (files.keep(file.getKey(), file.getValue())) {
				case EvidenceFiles.Keeping.Kept(Evidence.Attachment kept) -> evidence.add(kept);
				case EvidenceFiles.Keeping.Refused refused -> {
					return new Done.BadFile(refused);
				}
			}
		}
		return switch (handing.make(run.get(), open, evidence)) {
			case Outcome.Went(Run now) -> new Done.Went(Masked.of(now), Optional.empty());
			case Outcome.Refused refused -> new Done.Refused(refused, Optional.empty());
		};
	}

	/** The open step's fields, and those that its action asks besides. */
	private Filling filling(Run run, Actor by) throws IOException {
		List<Field> fields = new ArrayList<>();
		Optional<Task> task = task(run, by);
		if (task.isPresent()) {
			fields.addAll(task.get().means().fields());
			asks(task.get()).orElse(List.of()).forEach(asked -> fields.add(asked.field()));
		}
		return new Filling(fields);
	}

	private static Done with(Done done, Deed.Found found) {
		return switch (done) {
			case Done.Went(Run run, _) -> new Done.Went(run, Optional.of(found));
			case Done.Refused(var refused, _) -> new Done.Refused(refused, Optional.of(found));
			case Done.BadFile _, Done.Undone _ -> done;
		};
	}

	private Optional<StepAction> action(Means.Action means) {
		return actions.stream().filter(action -> action.id().equals(means.id())).findFirst();
	}

	/** One who can act here; while there are no accounts, whoever sits there alone. */
	private Optional<String> stranger(Move move) throws IOException {
		Set<String> known = new HashSet<>(staff.isOpen() ? Set.of(Account.LOCAL) : Set.of());
		staff.all().stream().filter(Account::active).forEach(account -> known.add(account.name()));
		return Formality.named(move).stream().filter(name -> !known.contains(name)).sorted().findFirst();
	}

	/** As he stands now, whatever he was when he signed in. */
	private Doer doer(Actor by, Optional<RegionCode> place) {
		return Titles.doer(acts.now(by).orElse(by), place);
	}

	private static Done refused(Refusal refusal, String argument) {
		return new Done.Refused(new Outcome.Refused(refusal, argument), Optional.empty());
	}

	private static String object(Run run) {
		return run.id() + " " + run.procedure().id();
	}

	/** The time of what is done here, as exact as it is kept. */
	public Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}
}
