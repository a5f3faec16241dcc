package id.posko.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import id.posko.kit.Notices.Message;
import id.posko.notice.Dispatch.Kind;

/**
 * What waits to be sent by one way, and when it may. What comes within a short time goes together. In the quiet hours
 * only what is urgent goes; the rest goes at their end, as one summary. For one thread.
 */
final class Waiting {

	/** Then the oldest is given up; its number is told with the next that goes. */
	static final int MOST = 500;
	private static final int MOST_THREADS = 2_000;
	private static final int MOST_REPLIES = 20;
	private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
	private static final Duration LONGEST_WISH = Duration.ofHours(6);
	private static final int MOST_DOUBLINGS = 5;

	/** @param told when we were told */
	record Held(Message message, Instant told) {
	}

	final Deque<Held> held = new ArrayDeque<>();
	final List<Dispatch> formed = new ArrayList<>();
	/** By cause the id of the dispatch that first told of it, the oldest first. */
	final Map<String, String> threads = new LinkedHashMap<>();
	Omission omitted = Omission.NONE;
	Optional<Trouble> trouble = Optional.empty();
	Optional<Instant> sent = Optional.empty();
	private Instant notBefore = Instant.MIN;
	private int failures;

	void add(Message message, Instant now) {
		held.add(new Held(message, now));
		while (size() > MOST && !held.isEmpty()) {
			omitted = omitted.plus(held.removeFirst().message().at());
		}
	}

	/** Messages that are not sent yet. */
	int size() {
		return held.size() + formed.stream().mapToInt(dispatch -> dispatch.messages().size()).sum();
	}

	void clear() {
		held.clear();
		formed.clear();
		omitted = Omission.NONE;
		trouble = Optional.empty();
	}

	/** What is to be sent now. */
	Optional<Dispatch> due(Instant now, Setup setup) {
		if (notBefore.isAfter(now.plus(LONGEST_WISH))) { // the clock was set back
			notBefore = now;
		}
		if (notBefore.isAfter(now)) {
			return Optional.empty();
		}
		boolean quiet = setup.isQuiet(now);
		return formed.stream().filter(dispatch -> dispatch.urgent() || !quiet).findFirst()
				.or(() -> form(now, setup, quiet));
	}

	private Optional<Dispatch> form(Instant now, Setup setup, boolean quiet) {
		Predicate<Held> may = each -> !quiet || setup.isUrgent(each.message());
		List<Held> go = held.stream().filter(may).toList();
		if (go.stream().noneMatch(each -> !goes(each, setup).isAfter(now) || each.told().isAfter(now))) {
			return Optional.empty();
		}
		List<Message> messages = go.stream().map(Held::message).toList();
		boolean kept = go.stream().anyMatch(each -> setup.isQuiet(each.told()) && !setup.isUrgent(each.message()));
		Set<String> earlier = new LinkedHashSet<>();
		messages.forEach(message -> Optional.ofNullable(threads.get(message.cause())).ifPresent(earlier::add));
		Dispatch dispatch = new Dispatch(UUID.randomUUID().toString(), !quiet && kept ? Kind.SUMMARY : Kind.NEWS, messages,
				earlier.stream().limit(MOST_REPLIES).toList(), omitted,
				messages.stream().anyMatch(setup::isUrgent), now);
		held.removeIf(may);
		omitted = Omission.NONE;
		formed.add(dispatch);
		return Optional.of(dispatch);
	}

	private static Instant goes(Held held, Setup setup) {
		return held.told().plus(setup.gather(held.message()));
	}

	/** When to look again; something may be due then. */
	Optional<Instant> next(Instant now, Setup setup) {
		if (held.isEmpty() && formed.isEmpty()) {
			return Optional.empty();
		}
		if (notBefore.isAfter(now)) {
			return Optional.of(notBefore);
		}
		Instant next = setup.quiet().filter(quiet -> quiet.holds(now)).map(quiet -> quiet.end(now))
				.orElse(now.plus(FIRST_PAUSE));
		for (Held each : held) {
			Instant goes = goes(each, setup);
			next = goes.isAfter(now) && goes.isBefore(next) ? goes : next;
		}
		return Optional.of(next);
	}

	/** Takes up what became of it; whether there is a trouble that was not told yet. */
	boolean done(Dispatch dispatch, Outcome outcome, Instant now) {
		Optional<Trouble> before = trouble;
		switch (outcome) {
		case Outcome.Sent(Optional<Trouble> partly) -> {
			formed.remove(dispatch);
			dispatch.messages().forEach(message -> threads.putIfAbsent(message.cause(), dispatch.id()));
			while (threads.size() > MOST_THREADS) {
				threads.remove(threads.keySet().iterator().next());
			}
			failures = 0;
			notBefore = Instant.MIN;
			sent = Optional.of(now);
			trouble = partly;
		}
		case Outcome.Later(Trouble why, Optional<Duration> wish) -> {
			Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
			pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
			Duration wished = wish.filter(w -> w.compareTo(LONGEST_WISH) < 0).orElse(wish.isEmpty() ? pause : LONGEST_WISH);
			failures++;
			notBefore = now.plus(pause.compareTo(wished) > 0 ? pause : wished);
			trouble = Optional.of(why);
		}
		case Outcome.Never(Trouble why) -> {
			formed.remove(dispatch);
			omitted = omitted.plus(dispatch.given());
			trouble = Optional.of(why);
		}
		case Outcome.Unready(Trouble why) -> {
			notBefore = now.plus(FIRST_PAUSE);
			trouble = Optional.of(why);
		}
		}
		return trouble.isPresent() && !trouble.map(Trouble::code).equals(before.map(Trouble::code));
	}

	/** What stood in the way may be gone. */
	void tryAgain() {
		notBefore = Instant.MIN;
		failures = 0;
	}

	Optional<Instant> nextTry(Instant now) {
		return formed.isEmpty() || !notBefore.isAfter(now) ? Optional.empty() : Optional.of(notBefore);
	}
}
