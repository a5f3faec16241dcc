package id.posko.procedure.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.procedure.Means;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.Done;
import id.posko.procedure.desk.Way;
import id.posko.procedure.run.Move;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.staff.Account;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.Sheet;
import id.posko.ui.Work;

/**
 * What a person does with the open step that he sees: asked of the desk in the background, and what came of it said
 * where it was asked.
 *
 * @param again reads the run anew
 */
record StepActs(Shell window, Look look, Words words, Say say, Desk desk, Actor by, RunPage page, Runnable again) {

	private Turn turn() {
		return page.run().open().orElseThrow();
	}

	private int step() {
		return turn().step().number();
	}

	private Doing doing() {
		return new Doing(look, words);
	}

	void take(Control of) {
		doing().ask(of, () -> desk.move(by, page.run().id(), new Move.Take(step())), outcome -> {
			told(outcome).ifPresentOrElse(say::problem, () -> say.done(words.say("did.TAKE", step())));
			again.run();
		}, say::problem);
	}

	/** Opens the small form of a move. @param people who can be named */
	void open(Way way, List<Account> people) {
		List<Account> known = people.isEmpty() ? List.of(new Account(by.name(), by.fullName(), by.posts(), true)) : people;
		MoveSheets sheets = new MoveSheets(window, look, words, turn(), known, (sheet, move) -> make(sheet, way, move));
		switch (way) {
		case GIVE_BACK -> sheets.giveBack();
		case PASS_OVER -> sheets.passOver();
		case RECEIVE -> sheets.receive();
		case APPOINT -> sheets.appoint();
		case DELEGATE -> sheets.delegate();
		case STOP -> sheets.stop();
		case TAKE, RUN, FINISH, KEEP -> throw new IllegalArgumentException(way.name());
		}
	}

	private void make(Sheet sheet, Way way, Move move) {
		sheet.allow(false);
		doing().ask(sheet.shell(), () -> desk.move(by, page.run().id(), move), outcome -> {
			sheet.allow(true);
			told(outcome).ifPresentOrElse(sheet::complain, () -> went(sheet, way));
		}, no -> {
			sheet.allow(true);
			sheet.complain(no);
		});
	}

	void finish() {
		new WorkSheet(window, look, page, by, Way.FINISH).open(words.say("do.finish"), (sheet, handed, password) -> hand(sheet,
				Way.FINISH, password, () -> desk.finish(by, page.run().id(), step(), handed, password)));
	}

	void keep() {
		new WorkSheet(window, look, page, by, Way.KEEP).open(words.say("do.keep"), (sheet, handed, password) -> hand(sheet,
				Way.KEEP, password, () -> desk.keep(by, page.run().id(), step(), handed)));
	}

	private void hand(Sheet sheet, Way way, char[] password, Doing.Asking<Done> asking) {
		sheet.allow(false);
		doing().ask(sheet.shell(), () -> {
			try {
				return asking.of();
			} finally {
				Arrays.fill(password, '\0');
			}
		}, done -> {
			sheet.allow(true);
			told(done).ifPresentOrElse(sheet::complain, () -> went(sheet, way));
		}, no -> {
			sheet.allow(true);
			sheet.complain(no);
		});
	}

	private void went(Sheet sheet, Way way) {
		sheet.shell().close();
		say.done(words.say("did." + way, step()));
		again.run();
	}

	/** The console does the step; @param begun gets what runs, and nothing when it has ended */
	void run(Work work, Consumer<Optional<Work.Piece>> begun) {
		boolean isToldSomething = !page.asked().isEmpty() || Desk.asksPassword(by, turn().step())
				|| turn().step().means() instanceof Means.Action action && !action.fields().isEmpty();
		if (isToldSomething) {
			new WorkSheet(window, look, page, by, Way.RUN).open(words.say("do.run"), (sheet, handed, password) -> {
				sheet.shell().close();
				run(work, begun, handed, password);
			});
		} else {
			run(work, begun, id.posko.procedure.desk.Work.NOTHING, new char[0]);
		}
	}

	private void run(Work work, Consumer<Optional<Work.Piece>> begun, id.posko.procedure.desk.Work handed,
			char[] password) {
		begun.accept(Optional.of(work.start(words.say("run.title", page.run().id(), step()), progress -> {
			try {
				return Ran.of(desk.run(by, page.run().id(), step(), handed, password,
						sentence -> progress.say(sentence, OptionalDouble.empty())));
			} catch (NotPermitted refusal) {
				return Ran.not(refusal.sentence(look.locale()));
			} catch (IOException | UncheckedIOException e) {
				return Ran.not(words.say("inbox.unread", String.valueOf(e.getMessage())));
			} finally {
				Arrays.fill(password, '\0');
			}
		}, (Work.Outcome<Ran> outcome) -> {
			begun.accept(Optional.empty());
			switch (outcome) {
			case Work.Outcome.Done<Ran>(Ran ran) -> tell(ran);
			case Work.Outcome.Stopped<Ran>() -> say.done(words.say("run.stopped"));
			case Work.Outcome.Failed<Ran>(Throwable bug) -> say.bug(bug);
			}
		})));
	}

	/** What came of the console's own work, or why it did not begin. */
	private record Ran(Optional<Done> done, String no) {

		static Ran of(Done done) {
			return new Ran(Optional.of(done), "");
		}

		static Ran not(String why) {
			return new Ran(Optional.empty(), why);
		}
	}

	private void tell(Ran ran) {
		if (ran.done().isEmpty()) {
			say.problem(ran.no());
			return;
		}
		Optional<String> found = found(ran.done().get());
		Optional<String> no = told(ran.done().get());
		String sentence = found.map(it -> it + no.map(why -> " " + why).orElse("")).or(() -> no)
				.orElse(words.say("did.RUN", step()));
		boolean isWell = no.isEmpty() && ran.done().get() instanceof Done.Went(Run run, _)
				&& run.open().map(Turn::step).filter(turn().step()::equals).isEmpty();
		if (isWell) {
			say.done(sentence);
		} else {
			say.problem(sentence);
		}
	}

	private static Optional<String> found(Done done) {
		return switch (done) {
		case Done.Went(_, Optional<Deed.Found> found) -> found.map(deed -> deed.result().sentence());
		case Done.Refused(_, Optional<Deed.Found> found) -> found.map(deed -> deed.result().sentence());
		case Done.BadFile _, Done.Undone _ -> Optional.empty();
		};
	}

	/** Why it did not go; empty if it did. */
	private Optional<String> told(Outcome outcome) {
		return switch (outcome) {
		case Outcome.Went _ -> Optional.empty();
		case Outcome.Refused refused -> Optional.of(refused.sentence(look.locale()));
		};
	}

	private Optional<String> told(Done done) {
		return switch (done) {
		case Done.Went _ -> Optional.empty();
		case Done.Refused(Outcome.Refused refused, _) -> Optional.of(refused.sentence(look.locale()));
		case Done.BadFile(var refused) -> Optional.of(refused.sentence(look.locale()));
		case Done.Undone(Deed deed) -> Optional.of(switch (deed) {
		case Deed.NotYet(String sentence) -> sentence;
		case Deed.Failed(String message) -> words.say("run.failed", message);
		case Deed.Stopped _, Deed.Found _ -> words.say("run.stopped");
		});
		};
	}
}
