package id.posko.procedure.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.kit.RegionCode;
import id.posko.procedure.Approval;
import id.posko.procedure.Field;
import id.posko.procedure.Means;
import id.posko.procedure.Procedure;
import id.posko.procedure.Subject;
import id.posko.procedure.Who;
import id.posko.procedure.file.Library;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Move;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Refusal;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;
import id.posko.staff.Post;
import id.posko.staff.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may move what, by which proof, and what stays of it. */
class DeskTest {

	private static final Library LIBRARY = new Library();
	private static final Procedure BOOK = LIBRARY.find("tapin-buku-agregat").orElseThrow();
	private static final Procedure ONLINE = LIBRARY.find("trenggalek-online").orElseThrow();
	private static final Procedure REPAIR = LIBRARY.find("trenggalek-pemeliharaan-alat").orElseThrow();
	private static final char[] NONE = new char[0];

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

	private Run online(Actor by) throws IOException {
		return start(by, ONLINE, Map.of(Subject.SITE, "35.03.01"));
	}

	private int open(String id) {
		return bureau.find(id).flatMap(Run::open).map(turn -> turn.step().number()).orElse(0);
	}

	private Done finish(Actor by, String id, Work work, char[] password) throws IOException {
		return bureau.desk().finish(by, id, open(id), work, password);
	}

	private Done action(Actor by, String id, Work work, char[] password, Consumer<String> progress)
			throws IOException, InterruptedException {
		return bureau.desk().run(by, id, open(id), work, password, progress);
	}

	private static Run went(Done done) {
		return assertInstanceOf(Done.Went.class, done, done.toString()).run();
	}

	private static void refused(Refusal refusal, Done done) {
		assertTrue(done instanceof Done.Refused(Outcome.Refused(var found, _), _) && found == refusal, done.toString());
	}

	private static void refused(Refusal refusal, Outcome outcome) {
		assertTrue(outcome instanceof Outcome.Refused(var found, _) && found == refusal, outcome.toString());
	}

	@Test
	void everyTitleOfTheSopsIsSomebodys() {
		assertEquals(Set.of(), LIBRARY.roles().stream().filter(title -> !Titles.all().containsKey(title))
				.collect(Collectors.toSet()));
		assertEquals(LIBRARY.roles(), Titles.all().keySet());
	}

	/** Whoever an SOP lets approve may approve at all: else it could never end. */
	@Test
	void whoApprovesInAnSopMayApprove() {
		for (Procedure sop : LIBRARY.shipped()) {
			sop.steps().stream().filter(step -> step.approval().isPresent()).flatMap(step -> step.who().stream())
					.filter(Who.Officer.class::isInstance).forEach(who -> Titles.all().get(who.name())
							.forEach(role -> assertTrue(actor(role).may(Permission.APPROVE), sop.id() + " " + who)));
		}
	}

	private static Actor actor(Role role) {
		return new Actor("x", "X", List.of(new Post(role, Optional.empty())), "meja");
	}

	@Test
	void aRoleOfOnePlaceActsThereAlone() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Actor here = bureau.hire("ani", Role.ADB, Optional.of(new RegionCode("35.03.01")));
		Run run = online(here);
		went(finish(here, run.id(), Work.noted("sudah"), NONE));
		Run there = start(adb, ONLINE, Map.of(Subject.SITE, "35.03.02"));
		assertThrows(NotPermitted.class, () -> finish(here, there.id(), Work.noted("sudah"), NONE));
		assertThrows(NotPermitted.class, () -> bureau.desk().start(here, ONLINE, Map.of(Subject.SITE, "35.03.02")));
		assertEquals(List.of(run.id()), bureau.desk().inbox(here).mine().stream().map(each -> each.run().id()).toList());
		assertEquals(2, bureau.desk().inbox(adb).mine().size());
	}

	@Test
	void anAuditorLooksAndDoesNothing() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Actor auditor = bureau.hire("audit", Role.AUDITOR);
		Run run = online(adb);
		assertThrows(NotPermitted.class, () -> bureau.desk().move(auditor, run.id(), new Move.Take(1)));
		assertThrows(NotPermitted.class, () -> online(auditor));
		assertEquals(List.of(), bureau.desk().inbox(auditor).mine());
		assertEquals(1, bureau.desk().inbox(auditor).all().size());
	}

	@Test
	void anApprovalTakesTheApproversOwnPassword() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Actor kadis = bureau.hire("kadis", Role.KEPALA_DINAS);
		Run run = start(adb, REPAIR, Map.of(Subject.LETTER, "470/1/2026, 2026-03-02, Camat", Subject.DEVICE, "35.03.01/Iris"));
		Path letter = Files.writeString(temp.resolve("surat.pdf"), "surat");
		Work work = new Work(new Answers(Map.of("Nomor surat", "470/1", "Tanggal surat", "2026-03-02", "Kecamatan", "Panggul"),
				Map.of("Surat permintaan", letter)), Optional.empty(), "");
		refused(Refusal.NO_APPROVAL, finish(kadis, run.id(), work, NONE));
		refused(Refusal.WRONG_PASSWORD, finish(kadis, run.id(), work, "salah-sekali-1".toCharArray()));
		refused(Refusal.NOT_YOURS, finish(adb, run.id(), work, Bureau.PASSWORD.clone()));
		Run signed = went(finish(kadis, run.id(), work, Bureau.PASSWORD.clone()));
		assertEquals(2, signed.open().orElseThrow().step().number());
		refused(Refusal.NO_APPROVAL, bureau.desk().move(bureau.hire("kabid", Role.KABID_PIAK), run.id(),
				new Move.Finish(2, List.of(new Evidence.Approved(Approval.DISPOSITION)), "")));
		Evidence.Attachment kept = (Evidence.Attachment) signed.turns().getFirst().evidence().stream()
				.filter(Evidence.Attachment.class::isInstance).findFirst().orElseThrow();
		assertEquals("surat", Files.readString(bureau.files().find(kept).orElseThrow()));
		assertTrue(bureau.journalled().contains("kadis: sop finish: 1 trenggalek-pemeliharaan-alat 1"),
				bureau.journalled().toString());
	}

	/** As long as there are no accounts whoever sits there does everything, without a password. */
	@Test
	void withoutAccountsTheOneAtTheMachineDoesItAll() throws IOException {
		Actor local = bureau.local();
		Run run = online(local);
		for (int step = 1; step <= 5; step++) {
			run = went(finish(local, run.id(), Work.noted("dengan tangan"), NONE));
		}
		assertTrue(run.isOver());
		assertEquals(6, bureau.journalled().size());
	}

	@Test
	void ofTwoWhoMoveOneRunAtTheSameMomentOneWinsAndTheOtherIsTold() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Actor other = bureau.hire("eka", Role.ADB);
		Run run = online(adb);
		bureau.between = () -> {
			try {
				went(finish(other, run.id(), Work.noted("dari eka"), NONE));
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		};
		Done done = finish(adb, run.id(), Work.noted("dari adb"), NONE);
		assertEquals(new Done.Refused(new Outcome.Refused(Refusal.MEANWHILE, "eka"), Optional.empty()), done);
		Run kept = bureau.find(run.id()).orElseThrow();
		assertEquals(List.of("dari eka"), kept.turns().stream().filter(turn -> turn.state() == Turn.State.DONE)
				.map(Turn::text).toList());
	}

	@Test
	void onlyThoseWithAnAccountAreNamed() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		bureau.hire("eka", Role.TEKNISI);
		Run run = online(adb);
		refused(Refusal.NO_ACCOUNT, bureau.desk().move(adb, run.id(), new Move.Delegate(1, "ekaa", "cuti")));
		assertInstanceOf(Outcome.Went.class, bureau.desk().move(adb, run.id(), new Move.Delegate(1, "eka", "cuti")));
		refused(Refusal.NO_RUN, bureau.desk().move(adb, "99", new Move.Take(1)));
	}

	@Test
	void aTextThatNoPaperHoldsIsRefused() throws IOException {
		Actor local = bureau.local();
		Run run = online(local);
		refused(Refusal.BAD_TEXT, finish(local, run.id(), Work.noted("a\u0007b"), NONE));
		refused(Refusal.BAD_TEXT, finish(local, run.id(), Work.noted("\u202Efdp.exe"), NONE));
		refused(Refusal.BAD_TEXT, finish(local, run.id(), Work.noted("x".repeat(4001)), NONE));
		refused(Refusal.BAD_TEXT, bureau.desk().start(local, BOOK, Map.of(Subject.PERIOD, "\u0000")));
		went(finish(local, run.id(), Work.noted("\"&anchor *alias !tag: {\n- x"), NONE));
	}

	private static StepAction action(String id, Deed deed) {
		return new StepAction() {
			@Override
			public String id() {
				return id;
			}

			@Override
			public Deed act(Task task, Answers answers, Consumer<String> progress) {
				progress.accept("sedang " + task.about(Subject.SITE));
				return deed;
			}
		};
	}

	@Test
	void anActionThatFindsAllWellEndsTheStepAndItsResultStays() throws IOException, InterruptedException {
		bureau.actions.add(action("health.online", new Deed.Found("health.online", true, "terhubung")));
		Run run = online(bureau.local());
		List<String> told = new ArrayList<>();
		Run now = went(action(bureau.local(), run.id(), Work.NOTHING, NONE, told::add));
		assertEquals(List.of("sedang 35.03.01"), told);
		assertEquals(2, now.open().orElseThrow().step().number());
		assertEquals(List.of(new Evidence.Result("health.online", true, "terhubung")), now.turns().getFirst().evidence());
	}

	/** What was found of a step is not kept with another one that was opened meanwhile. */
	@Test
	void whatComesTooLateIsNotKeptWithTheNextStep() throws IOException, InterruptedException {
		Run run = online(bureau.local());
		bureau.actions.add(new StepAction() {
			@Override
			public String id() {
				return "health.online";
			}

			@Override
			public Deed act(Task task, Answers answers, Consumer<String> progress) throws IOException {
				went(finish(bureau.local(), run.id(), Work.noted("dengan tangan"), NONE));
				return new Deed.Found(id(), true, "terhubung");
			}
		});
		refused(Refusal.OTHER_STEP, action(bureau.local(), run.id(), Work.NOTHING, NONE, _ -> {
		}));
		refused(Refusal.OTHER_STEP, bureau.desk().finish(bureau.local(), run.id(), 1, Work.noted("dua kali"), NONE));
		Run kept = bureau.find(run.id()).orElseThrow();
		assertEquals(List.of(), kept.open().orElseThrow().evidence());
		assertEquals(2, kept.open().orElseThrow().step().number());
	}

	/** What was found bad stays with the step, which is ended by a note alone. */
	@Test
	void anActionThatFindsItBadLeavesTheStepOpen() throws IOException, InterruptedException {
		bureau.actions.add(action("health.online", new Deed.Found("health.online", false, "tidak menjawab")));
		Run run = online(bureau.local());
		Run now = went(action(bureau.local(), run.id(), Work.NOTHING, NONE, _ -> {
		}));
		assertEquals(1, now.open().orElseThrow().step().number());
		refused(Refusal.NO_NOTE, finish(bureau.local(), run.id(), Work.NOTHING, NONE));
		now = went(finish(bureau.local(), run.id(), Work.noted("modem diganti"), NONE));
		assertEquals(List.of(new Evidence.Result("health.online", false, "tidak menjawab")), now.turns().getFirst().evidence());
	}

	/** The report's addressees have not received it. */
	@Test
	void whatWasFoundStaysThoughSomethingElseIsMissing() throws IOException, InterruptedException {
		Procedure report = new Procedure("lapor", "SOP", "", REPAIR.head(), List.of(), REPAIR.executors(),
				List.of(REPAIR.steps().getLast()), List.of());
		bureau.actions.add(action("ticket.report", new Deed.Found("ticket.report", true, "dilaporkan")));
		Run run = start(bureau.local(), report, Map.of());
		Done done = action(bureau.local(), run.id(), Work.NOTHING, NONE, _ -> {
		});
		assertTrue(done instanceof Done.Refused(_, Optional<Deed.Found> found) && found.isPresent(), done.toString());
		assertEquals(1, bureau.find(run.id()).orElseThrow().open().orElseThrow().evidence().size());
	}

	@Test
	void aFormIsItsOwnAction() throws IOException, InterruptedException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Run run = start(adb, BOOK, Map.of(Subject.PERIOD, "semester 1 2026"));
		went(finish(adb, run.id(), Work.noted("draf"), NONE));
		Actor kasi = bureau.hire("kasi", Role.KASI_PENGOLAHAN);
		Means.Action form = (Means.Action) BOOK.steps().get(1).means();
		refused(Refusal.NO_FIELD, action(kasi, run.id(), Work.NOTHING, NONE, _ -> {
		}));
		Map<String, String> values = form.fields().stream().filter(field -> field.kind() != Field.Kind.FILE)
				.collect(Collectors.toMap(Field::name, _ -> "isi"));
		Map<String, Path> files = form.fields().stream().filter(field -> field.kind() == Field.Kind.FILE)
				.collect(Collectors.toMap(Field::name, _ -> temp.resolve("a.txt")));
		Files.writeString(temp.resolve("a.txt"), "a");
		Run now = went(action(kasi, run.id(), new Work(new Answers(values, files), Optional.empty(), ""), NONE, _ -> {
		}));
		assertEquals(3, now.open().orElseThrow().step().number());
	}

	/** What is asked by the SOP and by the action alike; files and texts of other fields are as they were typed. */
	@Test
	void aValueThatIsNoneOfItsKindIsToldAndNothingIsKept() throws IOException, InterruptedException {
		Run run = start(bureau.local(), REPAIR, Map.of(Subject.DEVICE, "35.03.01/Iris", Subject.LETTER, "470/1"));
		Work wrong = new Work(new Answers(Map.of("Nomor surat", "470/1", "Tanggal surat", "30-02-2026"), Map.of()),
				Optional.empty(), "catatan");
		Done done = bureau.desk().keep(bureau.local(), run.id(), 1, wrong);
		refused(Refusal.BAD_DATE, done);
		assertEquals("\"Tanggal surat\" harus berupa tanggal, misalnya 31-12-2026.",
				((Done.Refused) done).refused().sentence(Locale.of("id", "ID")));
		refused(Refusal.BAD_DATE, finish(bureau.local(), run.id(), wrong, NONE));
		assertEquals(List.of(), bureau.find(run.id()).orElseThrow().acts());
		Run kept = went(bureau.desk().keep(bureau.local(), run.id(), 1, new Work(new Answers(
				Map.of("Tanggal surat", " 2-3-2026", "Lain", "30-02-2026"), Map.of()), Optional.empty(), "")));
		assertEquals(List.of(new Evidence.Form(Map.of("Tanggal surat", "2026-03-02", "Lain", "30-02-2026"))),
				kept.open().orElseThrow().evidence());
	}

	@Test
	void whatAnActionAsksIsReadByItsKindBeforeItRuns() throws IOException, InterruptedException {
		List<String> seen = new ArrayList<>();
		bureau.actions.add(new StepAction() {
			@Override
			public String id() {
				return "health.online";
			}

			@Override
			public List<Asked> asks(Task task) {
				return List.of(new Asked(new Field("Angka", Field.Kind.NUMBER), true));
			}

			@Override
			public Deed act(Task task, Answers answers, Consumer<String> progress) {
				seen.add(answers.value("Angka"));
				return new Deed.Found(id(), true, "baik");
			}
		});
		Run run = online(bureau.local());
		refused(Refusal.BAD_NUMBER, action(bureau.local(), run.id(),
				new Work(new Answers(Map.of("Angka", "12.5"), Map.of()), Optional.empty(), ""), NONE, _ -> {
				}));
		assertEquals(List.of(), seen);
		assertEquals(List.of(), bureau.find(run.id()).orElseThrow().acts());
		went(action(bureau.local(), run.id(), new Work(new Answers(Map.of("Angka", "1.250"), Map.of()), Optional.empty(), ""),
				NONE, _ -> {
				}));
		assertEquals(List.of("1250"), seen);
	}

	@Test
	void aStepWithoutARoomsActionIsDoneByHandWithANote() throws IOException, InterruptedException {
		Run run = online(bureau.local());
		refused(Refusal.NO_ACTION, action(bureau.local(), run.id(), Work.NOTHING, NONE, _ -> {
		}));
		assertEquals(Optional.empty(), bureau.desk().asks(Desk.task(run, bureau.local()).orElseThrow()));
		refused(Refusal.NO_NOTE, finish(bureau.local(), run.id(), Work.NOTHING, NONE));
		went(finish(bureau.local(), run.id(), Work.noted("ping dari CMD, menjawab"), NONE));
	}

	@Test
	void anActionIsStoppedByInterruptAndKeepsNothing() throws IOException, InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch ended = new CountDownLatch(1);
		bureau.actions.add(new StepAction() {
			@Override
			public String id() {
				return "health.online";
			}

			@Override
			public Deed act(Task task, Answers answers, Consumer<String> progress) throws InterruptedException {
				try {
					begun.countDown();
					new CountDownLatch(1).await();
					return new Deed.NotYet("");
				} finally {
					ended.countDown();
				}
			}
		});
		Run run = online(bureau.local());
		Desk desk = bureau.desk();
		Actor local = bureau.local();
		Thread caller = Thread.ofVirtual().start(() -> {
			try {
				desk.run(local, run.id(), 1, Work.NOTHING, NONE, _ -> {
				});
			} catch (IOException | InterruptedException _) {
				// stopped
			}
		});
		begun.await();
		caller.interrupt();
		ended.await();
		caller.join();
		assertEquals(List.of(), bureau.find(run.id()).orElseThrow().acts());
	}

	@Test
	void theLateStandFirstInTheInboxAndAreCounted() throws IOException {
		Actor adb = bureau.hire("adb", Role.ADB);
		Actor kadis = bureau.hire("kadis", Role.KEPALA_DINAS);
		Run book = start(adb, BOOK, Map.of(Subject.PERIOD, "semester 1 2026"));
		bureau.now = bureau.now.plusSeconds(10);
		Run online = online(adb);
		start(adb, REPAIR, Map.of(Subject.LETTER, "1", Subject.DEVICE, "35.03.01/Iris"));
		assertEquals(0, bureau.desk().inbox(adb).late());
		bureau.now = bureau.now.plusSeconds(31);
		Inbox inbox = bureau.desk().inbox(adb);
		assertEquals(1, inbox.late());
		assertEquals(List.of(online.id(), book.id()), inbox.mine().stream().map(each -> each.run().id()).toList());
		assertEquals(1, inbox.mineLate());
		bureau.now = bureau.now.plusSeconds(120);
		assertEquals(2, bureau.desk().inbox(adb).late());
		assertEquals(1, bureau.desk().inbox(adb).mineLate());
		assertEquals(List.of("3"), bureau.desk().inbox(kadis).mine().stream().map(each -> each.run().id()).toList());
	}

	@Test
	void theSheetTellsActualAgainstStandardTime() throws IOException {
		Actor local = bureau.local();
		Run run = online(local);
		bureau.now = bureau.now.plusSeconds(90);
		run = went(finish(local, run.id(), Work.noted("lama"), NONE));
		var table = new RunTable(Locale.of("id"), ZoneOffset.UTC).of(run, bureau.desk().office(), bureau.now);
		List<List<String>> rows = new ArrayList<>();
		table.rows().forEachRemaining(rows::add);
		assertEquals(2, rows.size());
		assertEquals(List.of("1", "Proses Koneksi Server ke Modem", "ADB", "30 detik", "2026-03-02 01:00:00",
				"2026-03-02 01:01:30", "1,5", "terlambat", "selesai", "lokal"), rows.getFirst().subList(0, 10));
		assertEquals(table.headings().size(), rows.getLast().size());
		assertFalse(rows.getLast().get(3).isEmpty());
	}
}
