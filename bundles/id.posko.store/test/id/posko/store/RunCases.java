package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import id.posko.procedure.Approval;
import id.posko.procedure.Procedure;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.Runs;
import id.posko.procedure.file.Library;
import id.posko.procedure.run.Act;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Move;
import id.posko.procedure.run.Run;

/** What the tables of runs must do on every database. */
interface RunCases {

	Library SOPS = new Library();
	Instant START = Instant.parse("2026-03-02T01:00:00.123456Z");
	List<String> TEXTS = List.of("baik", "é ꦗꦮ العربية", "😀".repeat(2000), "'; drop table office_run; --", "a\nb", "\\", "\"",
			"x".repeat(3999) + "'", "null", "%", "?", ":name");

	Database database();

	private static Run start(Runs runs, Procedure sop) throws IOException {
		Run run = Run.replay(runs.newId(), sop, sop.subjects().stream().collect(Collectors.toMap(subject -> subject,
				subject -> "untuk " + subject.word())), "adb", START, List.of());
		runs.begin(run);
		return run;
	}

	private static Run with(Run run, Move move) {
		List<Act> acts = new ArrayList<>(run.acts());
		acts.add(new Act(START.plusSeconds(acts.size() + 1L), "ani", move));
		return Run.replay(run.id(), run.procedure(), run.matter(), run.startedBy(), run.startedAt(), acts);
	}

	private static void assertSame(Run expected, Run kept) {
		assertEquals(expected.id(), kept.id());
		assertEquals(expected.procedure(), kept.procedure());
		assertEquals(expected.matter(), kept.matter());
		assertEquals(expected.startedBy(), kept.startedBy());
		assertEquals(expected.startedAt(), kept.startedAt());
		assertEquals(expected.acts(), kept.acts());
		assertEquals(expected.turns(), kept.turns());
	}

	@Test
	default void everySopComesBackAsItBegan() throws IOException {
		Runs runs = new RunRows(database());
		for (Procedure sop : SOPS.shipped()) {
			Run run = start(runs, sop);
			assertSame(run, runs.find(run.id()).orElseThrow());
		}
		assertEquals(20, runs.all().size());
		assertEquals(Set.copyOf(runs.all().stream().map(Run::id).toList()).size(), 20);
		assertEquals(Optional.empty(), runs.find("21"));
		assertEquals(Optional.empty(), runs.find("1 or 1=1"));
		assertEquals(Optional.empty(), runs.find("9".repeat(30)));
	}

	@Test
	default void actsComeBackAsTheyWereWhateverTheySay() throws IOException {
		Runs runs = new RunRows(database());
		Run run = start(runs, SOPS.find("trenggalek-online").orElseThrow());
		for (String text : TEXTS) {
			for (Move move : List.of(new Move.Take(1), new Move.Delegate(1, "eka", text), new Move.Receive(1, text),
					new Move.Keep(1, List.of(new Evidence.Attachment("Surat", text, "ab".repeat(32), 7),
							new Evidence.Form(Map.of("Nomor", text)), new Evidence.Result("health.online", false, text)), text))) {
				run = with(run, move);
				assertTrue(runs.add(run));
			}
		}
		run = with(run, new Move.Finish(1, List.of(new Evidence.Approved(Approval.INITIALS),
				new Evidence.Letter("1/2026", LocalDate.of(2026, 3, 2), "Pusat")), ""));
		assertTrue(runs.add(run));
		assertSame(run, runs.find(run.id()).orElseThrow());
		assertSame(run, runs.open().getFirst());
	}

	@Test
	default void ofTwoWhoAddToOneRunOneIsRefused() throws IOException {
		Runs runs = new RunRows(database());
		Run run = start(runs, SOPS.find("trenggalek-online").orElseThrow());
		Run one = with(run, new Move.Finish(1, List.of(), "satu"));
		assertTrue(runs.add(one));
		assertFalse(runs.add(with(run, new Move.Finish(1, List.of(), "dua"))));
		assertFalse(runs.add(one));
		assertSame(one, runs.find(run.id()).orElseThrow());
	}

	@Test
	default void ofManyAtTheSameMomentOneWins() throws IOException, InterruptedException, ExecutionException {
		Runs runs = new RunRows(database());
		Run run = start(runs, SOPS.find("trenggalek-online").orElseThrow());
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Boolean>> all = IntStream.range(0, 20)
					.<Callable<Boolean>>mapToObj(i -> () -> runs.add(with(run, new Move.Finish(1, List.of(), "orang " + i)))).toList();
			int won = 0;
			for (Future<Boolean> each : people.invokeAll(all)) {
				won += each.get() ? 1 : 0;
			}
			assertEquals(1, won);
		}
		assertEquals(1, runs.find(run.id()).orElseThrow().acts().size());
	}

	@Test
	default void whatIsOverIsNotOpen() throws IOException {
		Runs runs = new RunRows(database());
		Run one = start(runs, SOPS.find("trenggalek-online").orElseThrow());
		Run other = start(runs, SOPS.find("trenggalek-offline").orElseThrow());
		assertTrue(runs.add(with(one, new Move.Stop(1, "salah kantor"))));
		assertEquals(List.of(other.id()), runs.open().stream().map(Run::id).toList());
		assertEquals(List.of(one.id(), other.id()), runs.all().stream().map(Run::id).toList());
		assertTrue(runs.find(one.id()).orElseThrow().isStopped());
	}

	/** A definition that was changed in the library since changes no run. */
	@Test
	default void aRunKeepsTheSopItBeganWith() throws IOException {
		Runs runs = new RunRows(database());
		Procedure now = SOPS.find("trenggalek-online").orElseThrow();
		Procedure then = new Procedure(now.id(), "SOP lama", now.tableTitle(), now.head(), now.subjects(), now.executors(),
				now.steps().subList(0, 4), now.notes());
		assertEquals(then, runs.find(start(runs, then).id()).orElseThrow().procedure());
		assertEquals(now, runs.find(start(runs, now).id()).orElseThrow().procedure());
	}

	@Test
	default void aSpoiltActIsTold() throws IOException {
		Database database = database();
		Runs runs = new RunRows(database);
		Run run = with(start(runs, SOPS.find("trenggalek-online").orElseThrow()), new Move.Take(1));
		runs.add(run);
		database.write(handle -> handle.execute("update run_piece set piece = 'gerak: apa' where act_no = 1"));
		assertTrue(assertThrows(IOException.class, () -> runs.find(run.id())).getMessage().contains("act 1"));
	}
}
