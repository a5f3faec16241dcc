package id.posko.transfer.media;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.Permission;
import id.posko.transfer.Progress;
import id.posko.transfer.media.Passport.Entry;
import id.posko.transfer.media.Passport.Event;

/** Issues passports to media and keeps what becomes of them. A medium that hangs is given up after 5 s. */
@Component(service = Passports.class)
public final class Passports {

	private static final Duration PATIENCE = Duration.ofSeconds(5);
	public static final int LONGEST_NAME = 100;
	private static final Duration ONCE_IN = Duration.ofHours(1);

	/** What became of a wish. */
	public sealed interface Outcome {

		record Went(Passport passport) implements Outcome {
		}

		/** @param identity why not: only a medium without a passport gets one, only one with its own is handed on */
		record Refused(Identity identity) implements Outcome {
		}
	}

	private final PassportLog log;
	private final Acts acts;
	private final InstantSource clock;
	private final Set<Path> hanging = ConcurrentHashMap.newKeySet();

	@Activate
	public Passports(@Reference PassportLog log, @Reference Acts acts) {
		this(log, acts, InstantSource.system());
	}

	public Passports(PassportLog log, Acts acts, InstantSource clock) {
		this.log = log;
		this.acts = acts;
		this.clock = clock;
	}

	public List<Passport> all() throws IOException {
		return log.all();
	}

	/** Blocks for the medium, at most 5 s. */
	public Identity identify(Medium medium) throws IOException, InterruptedException {
		try {
			return switch (patiently(medium.root(), () -> Token.read(medium.root()))) {
			case Token.None _ -> new Identity.Unknown();
			case Token.Damaged _ -> new Identity.Damaged();
			case Token.Present(String token, String volume) -> {
				Optional<Passport> passport = log.find(token);
				boolean isCopy = !volume.isEmpty() && !medium.volume().isEmpty() && !volume.equals(medium.volume());
				yield passport.isEmpty() ? new Identity.Foreign(token)
						: isCopy ? new Identity.Copied(passport.get()) : new Identity.Known(passport.get());
			}
			};
		} catch (MediumFault fault) {
			return new Identity.Unread(String.valueOf(fault.getMessage()));
		}
	}

	/** Begins its passport: writes a token to the medium, or takes the one that another console wrote there. */
	public Outcome issue(Actor by, Medium medium) throws IOException, InterruptedException {
		acts.permit(by, Permission.RECORDINGS, Optional.empty(), medium.name());
		Identity before = identify(medium);
		if (!(before instanceof Identity.Unknown || before instanceof Identity.Foreign)) {
			return new Outcome.Refused(before);
		}
		acts.done(by, "medium passport", medium.name() + " " + medium.volume(), "", 1);
		try {
			String token = before instanceof Identity.Foreign(String there) ? there : patiently(medium.root(), () ->
				Token.write(medium.root(), medium.volume(), Words.of(Progress.class, Words.INDONESIAN).say("token.line")));
			Passport passport = new Passport(token, medium.volume(), medium.label(),
					List.of(entry(by, Event.ISSUED, "", 0, Duration.ZERO, 0)));
			log.issue(passport);
			return new Outcome.Went(passport);
		} catch (MediumFault fault) {
			return new Outcome.Refused(fault.getCause() instanceof FileAlreadyExistsException ? identify(medium)
					: new Identity.Unread(String.valueOf(fault.getMessage())));
		}
	}

	/**
	 * From now on somebody else holds it.
	 *
	 * @throws IllegalArgumentException
	 *             if the name is blank or has more than 100 characters
	 */
	public Outcome hand(Actor by, Medium medium, String holder) throws IOException, InterruptedException {
		if (holder.isBlank() || holder.length() > LONGEST_NAME) {
			throw new IllegalArgumentException(holder);
		}
		acts.permit(by, Permission.RECORDINGS, Optional.empty(), medium.name());
		Identity identity = identify(medium);
		if (!(identity instanceof Identity.Known(Passport passport))) {
			return new Outcome.Refused(identity);
		}
		acts.done(by, "medium handed", passport.token(), holder, 1);
		return new Outcome.Went(kept(passport, entry(by, Event.HANDED, holder, 0, Duration.ZERO, 0)));
	}

	/** It is plugged in here: kept once an hour, so that looking often does not fill its passport. */
	public Passport seen(Actor by, Passport passport) throws IOException {
		Instant since = clock.instant().minus(ONCE_IN);
		boolean isKept = passport.history().stream().anyMatch(entry -> entry.event() == Event.SEEN
				&& entry.place().equals(by.workstation()) && entry.at().isAfter(since));
		return isKept ? passport : kept(passport, entry(by, Event.SEEN, "", 0, Duration.ZERO, 0));
	}

	/**
	 * @param event {@link Event#WRITTEN}, {@link Event#READ} or {@link Event#TESTED}
	 * @param took for the bytes, through to the medium
	 * @param errors that the medium made meanwhile
	 */
	public Passport worked(Actor by, Passport passport, Event event, long bytes, Duration took, long errors)
			throws IOException {
		return kept(passport, entry(by, event, "", bytes, took, errors));
	}

	private Entry entry(Actor by, Event event, String holder, long bytes, Duration took, long errors) {
		return new Entry(clock.instant(), by.name(), event, event == Event.HANDED ? "" : by.workstation(), holder, bytes, took,
				errors);
	}

	private Passport kept(Passport passport, Entry entry) throws IOException {
		if (!log.add(passport.token(), entry)) {
			throw new IOException(passport.token());
		}
		return log.find(passport.token()).orElseThrow();
	}

	/** What a medium could not do. */
	private static final class MediumFault extends Exception {

		private static final long serialVersionUID = 1;

		MediumFault(String message, Throwable cause) {
			super(message, cause);
		}
	}

	private interface Question<T> {
		T ask() throws IOException;
	}

	/** On a thread that may hang as long as the medium does; while it does, nobody else is sent there. */
	private <T> T patiently(Path root, Question<T> question) throws MediumFault, InterruptedException {
		if (!hanging.add(root)) {
			throw new MediumFault(root + ": > " + PATIENCE.toSeconds() + " s", null);
		}
		FutureTask<T> task = new FutureTask<>(() -> {
			try {
				return question.ask();
			} finally {
				hanging.remove(root);
			}
		});
		Thread.ofPlatform().daemon().name("posko-medium").start(task);
		try {
			return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		} catch (TimeoutException e) {
			throw new MediumFault(root + ": > " + PATIENCE.toSeconds() + " s", e);
		} catch (ExecutionException e) {
			if (e.getCause() instanceof IOException reason) {
				throw new MediumFault(reason.toString(), reason);
			}
			throw new IllegalStateException(e.getCause());
		}
	}
}
