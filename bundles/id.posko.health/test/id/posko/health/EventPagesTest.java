package id.posko.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import id.posko.health.Event.Kind;
import id.posko.health.EventPages.Page;
import id.posko.kit.RegionCode;

class EventPagesTest {

	/** The newest first; every tenth is an outage. */
	private static final List<Event> ALL = IntStream.range(0, 3_210).mapToObj(i -> new Event(10_000 - i,
			new Transition(Office.key("modem"), State.DEGRADED, Verdict.of(i % 10 == 0 ? State.DOWN : State.UP,
					Cause.ANSWERED, Evidence.NONE, Office.START.minusSeconds(i), Optional.empty(), Optional.empty()))))
			.toList();

	private final Events kept = (Optional<RegionCode> _, Instant _, Instant _, Optional<Event> after, int most) -> {
		int from = after.map(event -> ALL.indexOf(event) + 1).orElse(0);
		return ALL.subList(from, Math.min(ALL.size(), from + most));
	};

	private EventPages of(Set<Kind> kinds) {
		return new EventPages(kept, Optional.empty(), Instant.EPOCH, Office.START, kinds);
	}

	@Test
	void pagesGoOnWhereTheLastOneEndedAndLeaveNothingOut() throws Exception {
		for (Set<Kind> kinds : List.of(Set.of(Kind.values()), Set.of(Kind.DOWN), Set.of(Kind.RESTARTED))) {
			List<Event> found = new ArrayList<>();
			Page page = of(kinds).next(Optional.empty(), 120);
			found.addAll(page.found());
			while (page.last().isPresent()) {
				assertTrue(page.found().size() >= 120 && page.found().size() < 120 + 500);
				page = of(kinds).next(page.last(), 120);
				found.addAll(page.found());
			}
			assertEquals(ALL.stream().filter(event -> kinds.contains(event.kind())).toList(), found);
		}
	}

	@Test
	void readingIsStoppedByInterrupt() {
		Thread.currentThread().interrupt();
		assertThrows(InterruptedException.class, () -> of(Set.of(Kind.DOWN)).next(Optional.empty(), 1));
	}
}
