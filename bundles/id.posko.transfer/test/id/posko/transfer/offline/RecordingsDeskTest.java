package id.posko.transfer.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.bag.Flaw;
import id.posko.bag.Verdict;
import id.posko.bag.Verification;
import id.posko.kit.RegionCode;
import id.posko.memory.Somebody;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;
import id.posko.transfer.Progress;
import id.posko.transfer.copy.Outcome;
import id.posko.transfer.copy.State;
import id.posko.transfer.offline.RecordingsDesk.Prepared;

class RecordingsDeskTest {

	private static final RegionCode SITE = new RegionCode("35.60.03");
	private static final Actor OPERATOR = Somebody.of(Role.OPERATOR_BIOMETRIK, Optional.of(SITE));
	private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-02T05:00:00Z"));

	@TempDir
	private Path folder;
	private Path data;
	private Path stick;
	private Path recordings;
	private Somebody somebody;
	private RecordingsDesk desk;

	@BeforeEach
	void folders() throws IOException {
		data = Files.createDirectory(folder.resolve("data"));
		stick = Files.createDirectory(folder.resolve("stick"));
		recordings = Files.createDirectories(folder.resolve("rekam/hari é"));
		Files.writeString(recordings.resolve("a%20.dat"), "isi");
		Files.writeString(recordings.resolve("b.dat"), "");
		Files.writeString(data.resolve("transfer.properties"), "recordings.folder=" + folder.resolve("rekam") + "\n");
		somebody = new Somebody(data);
		desk = new RecordingsDesk(data, somebody.acts, NOON);
	}

	private Prepared.Went prepare(BiConsumer<State, Progress> progress) throws IOException, InterruptedException {
		return assertInstanceOf(Prepared.Went.class,
				desk.prepare(OPERATOR, SITE, "Sari Contoh", OptionalLong.of(2), stick, progress));
	}

	private static void assertValid(Path bag) throws IOException, InterruptedException {
		Verdict verdict = new Verification(bag, 1, _ -> {
		}).of(Verification.Depth.VALID);
		assertEquals(List.of(), verdict.flaws().stream().map(Flaw::toString).toList());
		assertTrue(verdict.isValid());
	}

	@Test
	void theBackupIsAValidBagThatTheImportTakes() throws Exception {
		Prepared.Went went = prepare((_, _) -> {
		});
		assertTrue(went.isBag());
		assertEquals(List.of(stick.resolve("posko-356003-2026-11-02"), 2L, 0L), List.of(went.bag(), went.files(), went.left()));
		assertValid(went.bag());
		ImportDesk imports = new ImportDesk(data, new LedgerInMemory(), somebody.acts, NOON);
		ImportPlan plan = assertInstanceOf(Planning.Planned.class, imports.plan(Somebody.ADB, went.bag(),
				new ImportDesk.Said(Optional.empty(), "", OptionalLong.empty(), ""))).plan();
		assertEquals(List.of(SITE, "Sari Contoh", OptionalLong.of(2)),
				List.of(plan.arrival().site(), plan.arrival().broughtBy(), plan.arrival().declared()));
		assertTrue(imports.run(Somebody.ADB, plan, (_, _) -> {
		}).isDone());
		assertEquals("isi", Files.readString(data.resolve("recordings/35.60.03/hari é/a%20.dat")));
		assertEquals(stick.resolve("posko-356003-2026-11-02-2"), prepare((_, _) -> {
		}).bag(), "the next is another bag");
		assertEquals(List.of("recordings copied 2", "recordings proven 2"), somebody.entries().stream().limit(3)
				.filter(entry -> entry.act().startsWith("recordings")).map(entry -> entry.act() + " " + entry.count()).toList());
	}

	@Test
	void oneThatWasInterruptedIsNoBagAndGoesOnInItsOwnFolder() throws Exception {
		byte[] content = new byte[20 << 20];
		new Random(3).nextBytes(content);
		Files.write(recordings.resolve("besar"), content);
		Thread here = Thread.currentThread();
		Prepared.Went stopped = prepare((_, _) -> here.interrupt());
		assertTrue(Thread.interrupted());
		assertInstanceOf(Outcome.Stopped.class, stopped.outcome());
		assertFalse(stopped.isBag());
		assertFalse(Files.exists(stopped.bag().resolve("bagit.txt")));
		Prepared.Went went = prepare((_, _) -> {
		});
		assertEquals(stopped.bag(), went.bag());
		assertTrue(went.isBag());
		assertValid(went.bag());
	}

	@Test
	void whatCanNotBeIsRefused() throws Exception {
		assertThrows(NotPermitted.class, () -> desk.prepare(OPERATOR, new RegionCode("35.60.04"), "", OptionalLong.empty(),
				stick, (_, _) -> {
				}));
		assertEquals(Planning.Why.NO_SOURCE, why(folder.resolve("none")));
		assertEquals(Planning.Why.CLASH, why(recordings));
		Files.delete(data.resolve("transfer.properties"));
		assertEquals(Planning.Why.NOT_SET, why(stick));
	}

	private Planning.Why why(Path to) throws IOException, InterruptedException {
		return assertInstanceOf(Prepared.No.class, desk.prepare(OPERATOR, SITE, "", OptionalLong.empty(), to, (_, _) -> {
		})).why().why();
	}
}
