package id.posko.probe.ups;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.snmp4j.smi.OID;

import id.posko.probe.snmp.Reply;
import id.posko.probe.snmp.Variable;

/**
 * One reading of one UPS over SNMP: the RFC's objects and the sysObjectID in the first request, the maker's in the
 * second; where the sysObjectID tells no maker, or there is nothing of the RFC, the second also asks whose objects there
 * are, and a third gets them. Rows of tables are asked by
 * guessing their indices (1 to 3, or 1.0 to 3.0), so that no table is walked and none can be endless. A request whose answer does not
 * fit is halved, and the smaller size kept.
 */
final class SnmpReading {

	/** Whom the requests go to. */
	interface Agent {

		/** The objects behind these, as GETNEXT gives them. */
		Reply next(List<OID> behind, Duration timeout) throws InterruptedException;
	}

	private static final OID SYS_OBJECT_ID = new OID("1.3.6.1.2.1.1.2");
	private static final int MOST_LINES = 3;
	/** So many rows of a table are looked at whether they are the one that is meant. */
	private static final int MOST_POINTS = 3;
	private static final int MORE_FLAGS = 6;
	/** Some cards drop long requests without a word. */
	private static final int FEW = 8;
	/** An agent that seems to have the objects of more makers than these has any that one asks for. */
	private static final int MOST_OTHERS = 2;
	/** A longer message would come in pieces, which many cards do not put together. */
	private static final int MOST_OCTETS = 1400;
	/** Of each object beyond its name: two headers and a number. */
	private static final int BINDING = 6;
	/** Even an agent that takes one object at a time comes to an end. */
	private static final int MOST_REQUESTS = 120;

	private final Agent agent;
	private final Dialects dialects;
	private final long start = System.nanoTime();
	private long deadline;
	private final NavigableMap<OID, Variable> there = new TreeMap<>();
	private Optional<Duration> firstAnswer = Optional.empty();
	private Optional<Reply.Refused> refused = Optional.empty();
	/** From here on an SNMPv1 agent has nothing; it tells that of the first object that is asked in vain. */
	private Optional<OID> end = Optional.empty();
	private int requests;
	private int largest = Integer.MAX_VALUE;

	private SnmpReading(Agent agent, Dialects dialects) {
		this.agent = agent;
		this.dialects = dialects;
	}

	/** Blocks at most for the time-out. */
	static UpsAnswer read(Agent agent, Dialects dialects, Judge judge, Duration timeout) throws InterruptedException {
		return new SnmpReading(agent, dialects).read(judge, timeout);
	}

	private UpsAnswer read(Judge judge, Duration timeout) throws InterruptedException {
		List<Dialect> asked = new ArrayList<>(dialects.general());
		List<OID> first = new ArrayList<>(List.of(SYS_OBJECT_ID));
		first.addAll(asks(asked));
		deadline = start + timeout.multipliedBy(3).dividedBy(5).toNanos();
		boolean answered = collect(first);
		deadline = start + timeout.toNanos();
		if (!answered && refused.isEmpty()) {
			largest = FEW;
			answered = collect(first);
		}
		if (!answered) {
			return refused.<UpsAnswer>map(r -> new UpsAnswer.Refused(r.cause())).orElseGet(UpsAnswer.Silent::new);
		}
		List<Dialect> makers = first(SYS_OBJECT_ID).map(v -> dialects.of(v.text())).orElse(List.of());
		boolean alone = asked.stream().noneMatch(d -> first(new OID(d.root())).isPresent());
		List<Dialect> others = makers.isEmpty() || alone
				? dialects.special().stream().filter(d -> !makers.contains(d)).toList() : List.of();
		Set<OID> second = new LinkedHashSet<>(moreFlags(asked));
		second.addAll(asks(makers));
		others.forEach(d -> second.add(new OID(d.root())));
		collect(second);
		List<Dialect> more = others.stream().filter(d -> first(new OID(d.root())).isPresent()).limit(MOST_OTHERS).toList();
		collect(asks(more));
		asked.addAll(makers);
		asked.addAll(more);
		List<Found> found = Dialects.rows(asked).stream().flatMap(row -> found(row).stream()).toList();
		return new UpsAnswer.Read(Readings.of(found, judge), firstAnswer.orElseThrow(), requests);
	}

	/** @return whether the agent answered at all */
	private boolean collect(Collection<OID> objects) throws InterruptedException {
		Deque<List<OID>> batches = new ArrayDeque<>();
		List<OID> sorted = objects.stream().sorted().toList();
		int octets = sorted.stream().mapToInt(oid -> oid.getBERLength() + BINDING).sum();
		batches.addAll(split(sorted, sorted.size() / (1 + octets / MOST_OCTETS) + 1));
		while (!batches.isEmpty() && requests < MOST_REQUESTS) {
			List<OID> batch = batches.removeFirst().stream()
					.filter(oid -> end.isEmpty() || oid.compareTo(end.get()) < 0).toList();
			if (batch.isEmpty()) {
				continue;
			}
			if (batch.size() > largest) {
				split(batch, largest).reversed().forEach(batches::addFirst);
				continue;
			}
			requests++;
			switch (agent.next(batch, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
			case Reply.Objects(List<Variable> variables) -> {
				answered();
				variables.forEach(v -> there.putIfAbsent(v.oid(), v));
			}
			case Reply.TooBig _ -> {
				answered();
				largest = Math.max(1, (batch.size() + 1) / 2);
				if (batch.size() > 1) {
					batches.addFirst(batch);
				}
			}
			case Reply.Bad(OID at, boolean noSuchName) -> {
				answered();
				end = noSuchName ? Optional.of(at) : end;
				batches.addFirst(batch.stream().filter(oid -> !oid.equals(at)).toList());
			}
			case Reply.Silent _ -> batches.clear();
			case Reply.Refused no -> {
				refused = Optional.of(no);
				batches.clear();
			}
			}
		}
		return firstAnswer.isPresent();
	}

	private void answered() {
		if (firstAnswer.isEmpty()) {
			firstAnswer = Optional.of(Duration.ofNanos(System.nanoTime() - start));
		}
	}

	private static List<List<OID>> split(List<OID> batch, int size) {
		List<List<OID>> parts = new ArrayList<>();
		for (int from = 0; from < batch.size(); from += size) {
			parts.add(batch.subList(from, Math.min(batch.size(), from + size)));
		}
		return parts;
	}

	/** What to ask so that GETNEXT gives the values of these dialects, no more than is needed. */
	private static Set<OID> asks(List<Dialect> dialects) {
		Set<OID> asks = new LinkedHashSet<>();
		for (Row row : Dialects.rows(dialects)) {
			if (row.pick().isEmpty()) {
				asks(row, asks);
				continue;
			}
			for (int index = 1; index <= MOST_POINTS; index++) {
				asks.add(before(new OID(row.pick().get().column()).append(index)));
				asks(row.at(index), asks);
			}
		}
		return asks;
	}

	private static void asks(Row row, Set<OID> asks) {
		OID oid = new OID(row.source());
		asks.add(row.exact() ? before(oid) : oid);
		for (int line = 1; row.line() == Row.EACH && line <= MOST_LINES; line++) {
			asks.add(new OID(oid).append(line));
		}
	}

	/** Rows of an alarm table have any number, but one after the other: where there is one, what to ask for the next. */
	private Set<OID> moreFlags(List<Dialect> asked) {
		Set<OID> asks = new LinkedHashSet<>();
		for (Row row : Dialects.rows(asked)) {
			if (row.kind() == Row.Kind.FLAG && row.line() == Row.EACH && first(new OID(row.source())).isPresent()) {
				OID last = new OID(below(new OID(row.source())).lastKey());
				for (int i = 0; i < MORE_FLAGS; i++) {
					asks.add(new OID(last));
					last.set(last.size() - 1, last.last() + 1);
				}
			}
		}
		return asks;
	}

	/** The place just before an instance. */
	private static OID before(OID instance) {
		OID before = new OID(instance);
		int last = before.removeLast();
		return last == 0 ? before : before.append(last - 1);
	}

	private Optional<Variable> first(OID root) {
		return below(root).values().stream().findFirst();
	}

	private NavigableMap<OID, Variable> below(OID root) {
		return there.subMap(root, false, root.nextPeer(), false);
	}

	private List<Found> found(Row row) {
		if (row.pick().isPresent()) {
			Row.Pick pick = row.pick().get();
			return below(new OID(pick.column())).values().stream().filter(v -> v.text().equals(pick.value()))
					.map(v -> v.oid().last()).filter(index -> index >= 1 && index <= MOST_POINTS)
					.flatMap(index -> found(row.at(index)).stream()).toList();
		}
		OID oid = new OID(row.source());
		if (row.exact()) {
			return Optional.ofNullable(there.get(oid)).map(v -> found(row, row.line(), v)).stream().toList();
		}
		if (row.line() != Row.EACH) {
			return first(oid).or(() -> Optional.ofNullable(there.get(oid))).map(v -> found(row, row.line(), v)).stream().toList();
		}
		List<Found> all = new ArrayList<>();
		below(oid).forEach((instance, variable) -> {
			int index = instance.get(oid.size());
			if (row.kind() == Row.Kind.FLAG) {
				all.add(found(row, 0, variable));
			} else if (index >= 1 && index <= MOST_LINES) {
				all.add(found(row, index, variable));
			}
		});
		return all.isEmpty() && row.kind() != Row.Kind.FLAG ? onlyLine(row, oid) : all;
	}

	/** Some cards answer a table of one row as if it were no table. */
	private List<Found> onlyLine(Row row, OID column) {
		return Optional.ofNullable(there.get(new OID(column).append(0))).map(v -> found(row, 1, v)).stream().toList();
	}

	private static Found found(Row row, int line, Variable variable) {
		return new Found(row, line, variable.oid().toString(), variable.text());
	}
}
