package id.posko.procedure.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.kit.RegionCode;
import id.posko.procedure.Procedure;
import id.posko.procedure.Subject;
import id.posko.procedure.file.Library;
import id.posko.procedure.run.Move;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Run;
import id.posko.staff.Actor;
import id.posko.staff.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the desk offers is what it does, and what it does not offer it refuses. */
class WaysTest {

	private static final Library LIBRARY = new Library();
	private static final Procedure COMPLAINT = LIBRARY.find("trenggalek-pengaduan").orElseThrow();
	private static final Procedure BOOK = LIBRARY.find("tapin-buku-agregat").orElseThrow();
	private static final Procedure ONLINE = LIBRARY.find("trenggalek-online").orElseThrow();
	private static final Procedure DELETION = LIBRARY.find("trenggalek-penghapusan").orElseThrow();
	private static final Locale INDONESIAN = Locale.of("id", "ID");

	@TempDir
	Path temp;
	private Bureau bureau;

	@BeforeEach
	void open() throws IOException {
		bureau = new Bureau(temp);
	}

	private Run start(Actor by, Procedure sop, Map<Subject, String> matter) throws IOException {
		return assertInstanceOf(Outcome.Went.class, bureau.desk().start(by, sop, matter)).run();
	}

	private Run complaint(Actor by) throws IOException {
		return start(by, COMPLAINT, Map.of(Subject.COMPLAINT, "kotak saran, KTP belum jadi"));
	}

	private Run now(Run run) {
		return bureau.find(run.id()).orElseThrow();
	}

	private Map<Way, Optional<Obstacle>> ways(Actor by, Run run) {
		return bureau.desk().ways(by, now(run));
	}

	private String why(Actor by, Run run, Way way) {
		return ways(by, run).get(way).map(it -> it.sentence(INDONESIAN)).orElse("");
	}

	private Run done(Actor by, Run run, Map<String, String> form, Map<String, Path> files, char[] password)
			throws IOException {
		int step = now(run).open().orElseThrow().step().number();
		Done done = bureau.desk().finish(by, run.id(), step, new Work(new Answers(form, files), Optional.empty(), "catatan"),
				password);
		return assertInstanceOf(Done.Went.class, done, done.toString()).run();
	}

	private void move(Actor by, Run run, Move move) throws IOException {
		assertInstanceOf(Outcome.Went.class, bureau.desk().move(by, run.id(), move));
	}

	@Test
	void whoseStepItIsCanDoItAndTheOthersAreToldWhyNot() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Actor kabid = bureau.hire("kabid", Role.KABID_PIAK);
		Actor auditor = bureau.hire("audit", Role.AUDITOR);
		Run run = complaint(adb);
		assertEquals(Set.of(Way.TAKE, Way.FINISH, Way.KEEP, Way.DELEGATE, Way.STOP), ways(adb, run).keySet());
		assertTrue(ways(adb, run).values().stream().allMatch(Optional::isEmpty), ways(adb, run).toString());
		assertEquals("Langkah ini bukan bagian Anda.", why(kabid, run, Way.FINISH));
		assertEquals("Akun Anda tidak berwenang menjalankan SOP.", why(auditor, run, Way.TAKE));
		assertEquals("Akun Anda tidak berwenang menugaskan.", why(auditor, run, Way.DELEGATE));
		move(adb, run, new Move.Take(1));
		assertTrue(!ways(adb, run).containsKey(Way.TAKE), "he has it");
		assertEquals("Langkah ini sudah diambil adb.", why(bureau.hire("eka", Role.ADB), run, Way.TAKE));
	}

	@Test
	void askingIsNotJournalled() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Actor auditor = bureau.hire("audit", Role.AUDITOR);
		Run run = complaint(adb);
		long before = lines();
		ways(auditor, run);
		ways(adb, run);
		bureau.desk().mayStart(auditor, Map.of());
		assertEquals(before, lines());
	}

	private long lines() throws IOException {
		long[] count = { 0 };
		bureau.journal.read(_ -> count[0]++);
		return count[0];
	}

	@Test
	void aTeamIsNamedBeforeTheOrderIsDone() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Actor kabid = bureau.hire("kabid", Role.KABID_PIAK);
		Actor kadis = bureau.hire("kadis", Role.KEPALA_DINAS);
		Path note = Files.writeString(temp.resolve("nota.pdf"), "nota");
		Run run = complaint(adb);
		done(adb, run, Map.of("Media pengaduan", "surat", "Tanggal pengaduan", "2026-03-02", "Isi pengaduan", "lama",
				"Pengadu (disamarkan)", "A."), Map.of(), new char[0]);
		done(kabid, run, Map.of("Hasil telaah", "layak"), Map.of(), new char[0]);
		done(kabid, run, Map.of("Nomor nota dinas", "1", "Tanggal nota dinas", "2026-03-02"), Map.of("Nota dinas", note),
				new char[0]);
		assertEquals(Optional.empty(), ways(kadis, run).get(Way.APPOINT));
		assertTrue(why(kadis, run, Way.FINISH).startsWith("Anggota "), why(kadis, run, Way.FINISH));
		move(kadis, run, new Move.Appoint(4, now(run).open().orElseThrow().step().appoints().getFirst().heading(), Set.of("adb")));
		assertEquals(Optional.empty(), ways(kadis, run).get(Way.FINISH));
		done(kadis, run, Map.of("Isi perintah", "jawab"), Map.of(), Bureau.PASSWORD.clone());
		done(adb, run, Map.of(), Map.of("Konsep tanggapan", note), new char[0]);
		assertEquals(Optional.empty(), ways(kadis, run).get(Way.GIVE_BACK));
		move(kadis, run, new Move.GiveBack(6, "kurang jelas"));
		done(adb, run, Map.of(), Map.of("Konsep tanggapan", note), new char[0]);
		done(kadis, run, Map.of(), Map.of(), Bureau.PASSWORD.clone());
		assertTrue(why(adb, run, Way.FINISH).contains("Tanda terima"), why(adb, run, Way.FINISH));
		move(adb, run, new Move.Receive(7, "Pengadu"));
		assertTrue(!ways(adb, run).containsKey(Way.RECEIVE), "everybody has it");
		Run over = done(adb, run, Map.of("Media tanggapan", "surat", "Tanggal kirim", "2026-03-05"), Map.of(), new char[0]);
		assertEquals(Map.of(), bureau.desk().ways(adb, over));
	}

	/** Where the SOP has two roles; the second one of one man is offered nothing that is refused. */
	@Test
	void ownWorkIsNotOfferedForApproval() throws IOException {
		bureau.hire("adb", Role.ADB);
		Actor kasi = bureau.hire("kasi", Role.KASI_PENGOLAHAN);
		Actor kabid = bureau.hire("kabid", Role.KABID_PIAK);
		Run run = start(kasi, BOOK, Map.of(Subject.PERIOD, "2026-1"));
		Actor adb = bureau.hire("eka", Role.ADB);
		done(adb, run, Map.of(), Map.of(), new char[0]);
		move(kasi, run, new Move.Delegate(2, "kabid", "cuti"));
		Path file = Files.writeString(temp.resolve("analisa.txt"), "analisa");
		done(kabid, run, Map.of(), Map.of("Analisa", file), new char[0]);
		assertEquals("Langkah 2 pekerjaan Anda sendiri, jadi orang lain yang harus menyetujuinya.",
				why(kabid, run, Way.FINISH));
		assertEquals(Optional.empty(), ways(kabid, run).get(Way.GIVE_BACK));
	}

	@Test
	void theConsoleIsOfferedWhereARoomBringsTheActionAndOneMayRunIt() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Run run = start(adb, ONLINE, Map.of(Subject.SITE, "35.03.01"));
		assertTrue(!ways(adb, run).containsKey(Way.RUN), "no room brings it");
		bureau.actions.add(new Probe());
		assertEquals(Optional.empty(), ways(adb, run).get(Way.RUN));
		Actor clerk = bureau.hire("tata", Role.PELAKSANA);
		assertTrue(ways(clerk, run).get(Way.RUN).isPresent());
	}

	private record Probe() implements StepAction {

		@Override
		public String id() {
			return "health.online";
		}

		@Override
		public Deed act(Task task, Answers answers, Consumer<String> progress) {
			return new Deed.Found(id(), true, "baik");
		}
	}

	@Test
	void aRoleOfOnePlaceIsOfferedNothingElsewhere() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Actor here = bureau.hire("ani", Role.ADB, Optional.of(new RegionCode("35.03.01")));
		Run there = start(adb, ONLINE, Map.of(Subject.SITE, "35.03.02"));
		assertTrue(ways(here, there).values().stream().allMatch(Optional::isPresent), ways(here, there).toString());
		assertEquals(Optional.empty(), bureau.desk().mayStart(here, Map.of(Subject.SITE, "35.03.01")));
		assertTrue(bureau.desk().mayStart(here, Map.of(Subject.SITE, "35.03.02")).isPresent());
	}

	@Test
	void aRetiredAccountIsOfferedNothing() throws IOException {
		Actor local = bureau.local();
		Run run = start(local, DELETION, Map.of(Subject.PERIOD, "2026"));
		assertEquals(Optional.empty(), ways(local, run).get(Way.FINISH));
		assertTrue(!Desk.asksPassword(local, DELETION.step(5).orElseThrow()));
		Actor adb = bureau.hire("adb", Role.ADB);
		assertTrue(Desk.asksPassword(adb, DELETION.step(5).orElseThrow()));
		assertTrue(!Desk.asksPassword(adb, DELETION.step(7).orElseThrow()), "recorded with the letter");
	}
}
