package id.posko.transfer.copy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.transfer.Progress;

class CopyTest {

	private static final BiConsumer<State, Progress> UNTOLD = (_, _) -> {
	};

	@TempDir
	private Path folder;
	private Path source;
	private Path target;
	private final Watchdog watchdog = new Watchdog(Duration.ofMinutes(1), 2);

	@BeforeEach
	void folders() throws IOException {
		source = Files.createDirectory(folder.resolve("asal"));
		target = Files.createDirectory(folder.resolve("tujuan"));
	}

	private Copy copy() throws IOException, InterruptedException {
		return new Copy(source, target, Trees.plan(source, folder.resolve("plan")), folder.resolve("journal"), watchdog);
	}

	/** With a plan that was made before. */
	private Outcome again() throws IOException {
		return new Copy(source, target, Plan.read(folder.resolve("plan")), folder.resolve("journal"), watchdog).run(UNTOLD);
	}

	private Flaw only(Outcome outcome) {
		List<Flaw> flaws = assertInstanceOf(Outcome.Flawed.class, outcome).first();
		assertEquals(1, flaws.size(), flaws.toString());
		return flaws.getFirst();
	}

	@Test
	void everyFileIsThereWithItsTimeAndProvenByItsHash() throws Exception {
		Trees.make(source, 1);
		List<State> stages = new ArrayList<>();
		Copy copy = copy();
		Outcome.Done done = assertInstanceOf(Outcome.Done.class, copy.run((stage, _) -> stages.add(stage)));
		Trees.assertSame(source, target);
		long octets = 0;
		for (Path file : Trees.files(source).values()) {
			octets += Files.size(file);
		}
		assertEquals(new Totals(30, octets, 30, 30, 30, octets, List.of()), done.totals());
		assertTrue(done.isSafeToRemove());
		assertEquals(State.READ_BACK, stages.getLast());
		List<String> proven = new ArrayList<>();
		copy.proofs((_, row, length, sha256) -> {
			Path file = new Names(source).file(row.from());
			proven.add(row.from());
			assertEquals(Files.size(file), length);
			assertArrayEquals(Hash.of(ByteBuffer.wrap(Files.readAllBytes(file))), sha256, row.from());
		});
		assertEquals(30, proven.size());
		assertEquals(0, again().totals().sourceRead(), "nothing is done twice");
	}

	@Test
	void namesThatAreNoTextAndDeepFoldersComeThrough() throws Exception {
		assumeTrue(Libc.isHere(), "names that are no text are a thing of Unix");
		Path odd = new Names(source).file("a%FF%0A%09%C3%A9/%25%20#".replace("#", "%23"));
		Trees.file(odd, new byte[] { 1 });
		Path deep = source;
		for (int i = 0; i < 200; i++) {
			deep = deep.resolve("dalam " + i);
		}
		Trees.file(deep.resolve("x"), new byte[10]);
		assertInstanceOf(Outcome.Done.class, copy().run(UNTOLD));
		Trees.assertSame(source, target);
		assertEquals("a\uFFFD\n\té/% #", Names.shown(new Names(source).of(odd)));
		assertEquals("b%20%C3%A9/c%25", Names.of("b é/c%"));
	}

	@Test
	void linksAndPipesAreToldAndNotFollowed() throws Exception {
		assumeTrue(Libc.isHere(), "no pipes here");
		Files.createSymbolicLink(source.resolve("link"), Path.of("/etc/passwd"));
		Files.createSymbolicLink(source.resolve("ring"), source);
		assertEquals(0, new ProcessBuilder("mkfifo", source.resolve("pipe").toString()).start().waitFor());
		List<String> told = new ArrayList<>();
		Survey.walk(source, new Survey.Taker() {
			@Override
			public void file(Path file, BasicFileAttributes is) {
				told.add(file.toString());
			}

			@Override
			public void left(Path path, Survey.Left why, String reason) {
				told.add(why + " " + path.getFileName());
			}
		});
		assertEquals(List.of("LINK link", "LINK ring", "SPECIAL pipe"), told.stream().sorted().toList());
		Trees.file(source.resolve("x"), new byte[5]);
		Plan plan = Trees.plan(source, folder.resolve("plan"));
		Files.delete(source.resolve("x"));
		Files.createSymbolicLink(source.resolve("x"), Path.of("/etc/passwd"));
		assertEquals(Flaw.Kind.NOT_A_FILE,
				only(new Copy(source, target, plan, folder.resolve("journal"), watchdog).run(UNTOLD)).kind());
		assertEquals(List.of(), List.copyOf(Trees.files(target).keySet()));
	}

	@Test
	void anotherFileOfThatNameIsNeverTouchedAndTheSameOneIsEnough() throws Exception {
		Trees.file(source.resolve("a"), new byte[] { 1, 2 });
		Trees.file(source.resolve("b"), new byte[] { 3, 4 });
		Trees.file(target.resolve("a"), new byte[] { 1, 9 });
		Trees.file(target.resolve("b"), new byte[] { 3, 4 });
		Outcome outcome = copy().run(UNTOLD);
		assertEquals(new Flaw("a", 0, Flaw.Kind.EXISTS, ""), only(outcome));
		assertEquals(1, outcome.totals().readBack());
		assertArrayEquals(new byte[] { 1, 9 }, Files.readAllBytes(target.resolve("a")));
		Files.delete(target.resolve("a"));
		assertInstanceOf(Outcome.Done.class, again(), "a flaw is tried again");
		Trees.assertSame(source, target);
	}

	@Test
	void aFileThatVanishedOrIsUnreadableIsAFlawOfItsOwn() throws Exception {
		Trees.file(source.resolve("a"), new byte[3]);
		Trees.file(source.resolve("b"), new byte[3]);
		Plan plan = Trees.plan(source, folder.resolve("plan"));
		Files.delete(source.resolve("a"));
		Outcome outcome = new Copy(source, target, plan, folder.resolve("journal"), watchdog).run(UNTOLD);
		assertEquals(Flaw.Kind.VANISHED, only(outcome).kind());
		assertTrue(Files.exists(target.resolve("b")));
	}

	@Test
	void aNameThatTheTargetCanNotBearIsAFlawOfItsOwn() throws Exception {
		Trees.file(source.resolve("a"), new byte[3]);
		Trees.file(source.resolve("b"), new byte[3]);
		try (Plan.Maker maker = new Plan.Maker(folder.resolve("plan"))) {
			maker.add(new Plan.Row(3, "a", "x".repeat(300)));
			maker.add(new Plan.Row(3, "b", "b"));
			maker.finish();
		}
		assertEquals(Flaw.Kind.NOT_WRITABLE, only(again()).kind());
		assertTrue(Files.exists(target.resolve("b")));
	}

	@Test
	void aFileChangedBetweenTwoRunsIsBegunAnew() throws Exception {
		Trees.file(source.resolve("a"), new byte[2 * Trees.CHUNK]);
		Plan plan = Trees.plan(source, folder.resolve("plan"));
		try (CopyJournal journal = CopyJournal.open(folder.resolve("journal"), plan).orElseThrow()) {
			journal.begin(0, 7, 7);
			journal.chunk(0, 0, Trees.CHUNK, new byte[32]);
		}
		Outcome outcome = again();
		assertEquals(List.of("a"), outcome.totals().restarted());
		Trees.assertSame(source, target);
	}

	@Test
	void whatTheDeviceLostOrTurnedIsFoundAndCopiedAgain() throws Exception {
		Trees.make(source, 2);
		Copy copy = copy();
		Plan plan = Plan.read(folder.resolve("plan"));
		assertInstanceOf(Outcome.Stopped.class, stopStored(copy));
		List<Path> parts = Trees.files(target).values().stream().filter(f -> f.toString().endsWith(".posko-part")).toList();
		assertFalse(parts.isEmpty());
		for (int i = 0; i < parts.size(); i += 3) {
			try (FileChannel channel = FileChannel.open(parts.get(i), StandardOpenOption.WRITE)) {
				channel.write(ByteBuffer.wrap(new byte[] { 77, 77 }), Math.max(0, channel.size() - 2));
			}
		}
		Files.delete(parts.get(1));
		assertInstanceOf(Outcome.Done.class,
				new Copy(source, target, plan, folder.resolve("journal"), watchdog).run(UNTOLD));
		Trees.assertSame(source, target);
	}

	/** Interrupted when all is stored, and nothing is read back yet. */
	private static Outcome stopStored(Copy copy) {
		Thread here = Thread.currentThread();
		Outcome outcome = copy.run((stage, progress) -> {
			if (stage == State.COPIED && progress.at().isEmpty()) {
				here.interrupt();
				LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
			}
		});
		assertTrue(Thread.interrupted(), "the interrupt stays");
		assertEquals(outcome.totals().files(), outcome.totals().stored());
		assertEquals(0, outcome.totals().readBack());
		return outcome;
	}

	@Test
	void whatCanNotBeMendedIsAFlawWithItsPlace() throws Exception {
		Trees.file(source.resolve("a"), new byte[Trees.CHUNK + 5]);
		Copy copy = copy();
		assertInstanceOf(Outcome.Stopped.class, stopStored(copy));
		try (FileChannel channel = FileChannel.open(target.resolve("a.posko-part"), StandardOpenOption.WRITE)) {
			channel.write(ByteBuffer.wrap(new byte[] { 77 }), Trees.CHUNK + 3);
		}
		byte[] other = new byte[Trees.CHUNK + 5];
		other[Trees.CHUNK] = 3;
		Files.write(source.resolve("a"), other);
		assertEquals(new Flaw("a", Trees.CHUNK, Flaw.Kind.CHANGED, ""), only(again()));
		assertFalse(Files.exists(target.resolve("a")), "it does not get its name");
		assertInstanceOf(Outcome.Done.class, again(), "and is copied anew");
		Trees.assertSame(source, target);
	}

	@Test
	void aTornJournalIsCutAndACutOneCostsNothingButTime() throws Exception {
		Trees.make(source, 3);
		copy().run(UNTOLD);
		Path journal = folder.resolve("journal");
		byte[] whole = Files.readAllBytes(journal);
		for (int length : new int[] { whole.length - 1, whole.length - 64, whole.length / 2 + 7, 64, 63, 0 }) {
			Files.write(journal, java.util.Arrays.copyOf(whole, length));
			assertInstanceOf(Outcome.Done.class, again(), "cut to " + length);
			Trees.assertSame(source, target);
		}
		byte[] turned = whole.clone();
		turned[whole.length / 3] ^= 1;
		Files.write(journal, turned);
		assertInstanceOf(Outcome.Done.class, again());
	}

	@Test
	void aCopyIsDoneByOneRunAtATime() throws Exception {
		Trees.make(source, 4);
		Copy copy = copy();
		try (CopyJournal _ = CopyJournal.open(folder.resolve("journal"), Plan.read(folder.resolve("plan"))).orElseThrow()) {
			assertInstanceOf(Outcome.Busy.class, copy.run(UNTOLD));
		}
		assertInstanceOf(Outcome.Done.class, copy.run(UNTOLD));
	}

	@Test
	void aMissingFolderIsAMediumThatIsGone() throws Exception {
		Trees.make(source, 5);
		Copy copy = copy();
		Files.delete(target);
		assertEquals(target, assertInstanceOf(Outcome.Gone.class, copy.run(UNTOLD)).which());
		assertFalse(Files.exists(target), "nothing is made in its place");
		Files.createDirectory(target);
		assertInstanceOf(Outcome.Stopped.class, stopStored(copy));
		Files.move(target, folder.resolve("aside"));
		Files.createDirectory(target);
		assertEquals(target, assertInstanceOf(Outcome.Gone.class, copy.run(UNTOLD)).which(), "an empty one is another");
		Files.delete(target);
		Files.move(folder.resolve("aside"), target);
		Files.move(source, folder.resolve("aside"));
		assertEquals(source, assertInstanceOf(Outcome.Gone.class, copy.run(UNTOLD)).which());
		Files.move(folder.resolve("aside"), source);
		assertInstanceOf(Outcome.Done.class, copy.run(UNTOLD));
		Trees.assertSame(source, target);
	}

	@Test
	void foldersInEachOtherAreToldApart() throws Exception {
		Path inside = Files.createDirectory(source.resolve("dalam"));
		assertEquals(Optional.of(Survey.Clash.SAME), Survey.clash(source, folder.resolve("tujuan/../asal")));
		assertEquals(Optional.of(Survey.Clash.TARGET_INSIDE), Survey.clash(source, inside));
		assertEquals(Optional.of(Survey.Clash.TARGET_INSIDE), Survey.clash(source, inside.resolve("not/there")));
		assertEquals(Optional.of(Survey.Clash.SOURCE_INSIDE), Survey.clash(inside, source));
		assertEquals(Optional.empty(), Survey.clash(source, target));
		Files.createSymbolicLink(folder.resolve("link"), source);
		assertEquals(Optional.of(Survey.Clash.SAME), Survey.clash(source, folder.resolve("link")));
	}

	@Test
	void offsetsBeyondTwoGiBAreRightAndHolesStayHoles() throws Exception {
		long length = Boolean.getBoolean("posko.long") ? 110L << 30 : (2L << 30) + 3 * Trees.CHUNK + 5;
		try (FileChannel channel = FileChannel.open(source.resolve("besar"), StandardOpenOption.CREATE_NEW,
				StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
			channel.write(ByteBuffer.wrap(new byte[] { 1 }), length - 2 * Trees.CHUNK);
			channel.write(ByteBuffer.wrap(new byte[] { 0 }), length - 1);
		}
		assertInstanceOf(Outcome.Done.class, copy().run(UNTOLD));
		assertEquals(length, Files.size(target.resolve("besar")));
		ByteBuffer one = ByteBuffer.allocate(3);
		try (FileChannel channel = FileChannel.open(target.resolve("besar"))) {
			channel.read(one, length - 2 * Trees.CHUNK - 1);
		}
		assertArrayEquals(new byte[] { 0, 1, 0 }, one.array());
		if (Libc.isHere()) {
			Process du = new ProcessBuilder("du", "-k", target.resolve("besar").toString()).start();
			long used = Long.parseLong(new String(du.getInputStream().readAllBytes()).split("\\s")[0]);
			assertTrue(used < 100_000, used + " kB");
		}
	}

	@Test
	void aPlanThatIsNotTheOneThatWasWrittenIsNone() throws Exception {
		Trees.make(source, 6);
		Plan plan = Trees.plan(source, folder.resolve("plan"));
		assertArrayEquals(plan.hash(), Plan.read(plan.file()).hash());
		String text = Files.readString(plan.file());
		for (String wrong : List.of(text.substring(0, text.length() / 2), text.replaceFirst("\t", "1\t"), "", "#\tx\t1\tzz\n")) {
			Files.writeString(plan.file(), wrong);
			assertThrows(IOException.class, () -> Plan.read(plan.file()));
		}
	}
}
