package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.cli.Door.Answer;
import id.posko.cli.Prompt.Question;
import id.posko.kit.Words;
import id.posko.memory.Somebody;
import id.posko.procedure.file.Library;
import id.posko.staff.Account;
import id.posko.staff.Actor;
import id.posko.staff.Change;
import id.posko.staff.Entry;
import id.posko.staff.Post;
import id.posko.staff.Role;

/** Commands act for the account that is named and has the password; who has none is told what to do. */
class DoorTest {

	private static final String RIGHT = "sandi-untuk-uji";
	private static final String WRONG = "bukan-sandi-itu";

	@TempDir
	Path folder;
	private Somebody office;
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@BeforeEach
	void open() {
		office = new Somebody(folder);
	}

	private Answer knock(Optional<String> account, String password, boolean isOpen) throws IOException, InterruptedException {
		err.reset();
		Call call = new Call(new PrintStream(OutputStream.nullOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8), Locale.ENGLISH, folder,
				(question, _) -> question == Question.PASSWORD ? Optional.ofNullable(password).map(String::toCharArray)
						: Optional.empty(),
				Optional.empty());
		return Door.knock(office.staff, call, new Caller("budi@pc", account), isOpen);
	}

	private Actor in(Answer answer) {
		return assertInstanceOf(Answer.In.class, answer, this::said).call().by();
	}

	private String said() {
		return err.toString(StandardCharsets.UTF_8);
	}

	private void adb() throws IOException {
		assertEquals(Change.DONE, office.staff.add(office.staff.local("budi@pc").orElseThrow(),
				new Account("adb", "Siti", List.of(new Post(Role.ADB, Optional.empty())), true), RIGHT.toCharArray()));
	}

	@Test
	void withoutAccountsWhoeverCallsActs() throws IOException, InterruptedException {
		assertEquals(Account.LOCAL, in(knock(Optional.empty(), null, false)).name());
		assertEquals("budi@pc", in(knock(Optional.of("adb"), RIGHT, false)).workstation());
	}

	@Test
	void withAccountsOnlyTheOneWithThePasswordActs() throws IOException, InterruptedException {
		adb();
		assertEquals(new Answer.Out(Call.WRONG_USE), knock(Optional.empty(), RIGHT, false));
		assertTrue(said().contains("POSKO_ACCOUNT") && said().contains("POSKO_PASSWORD"), said());
		assertEquals(new Answer.Out(Call.WRONG_USE), knock(Optional.of("adb"), null, false));
		assertEquals(new Answer.Out(Call.NOT_WELL), knock(Optional.of("adb"), WRONG, false));
		assertEquals("Account or password is wrong.", said().strip());
		assertEquals(new Answer.Out(Call.NOT_WELL), knock(Optional.of("lokal"), RIGHT, false));
		assertEquals("adb", in(knock(Optional.of("adb"), RIGHT, false)).name());
		for (int i = 0; i < 3; i++) {
			knock(Optional.of("adb"), WRONG, false);
		}
		assertEquals(new Answer.Out(Call.NOT_WELL), knock(Optional.of("adb"), RIGHT, false));
		assertTrue(said().startsWith("Too many"), said());
	}

	@Test
	void whatOnlyShowsDevicesNeedsNobody() throws IOException, InterruptedException {
		adb();
		Answer.In in = assertInstanceOf(Answer.In.class, knock(Optional.empty(), null, true));
		assertEquals(Optional.empty(), in.call().actor());
		assertEquals(new Answer.Out(Call.NOT_WELL), knock(Optional.of("adb"), WRONG, true), "who names himself is asked");
	}

	@Test
	void noPasswordStandsInTheJournal() throws IOException, InterruptedException {
		adb();
		knock(Optional.of("adb"), RIGHT, false);
		knock(Optional.of(RIGHT), WRONG, false);
		for (Entry entry : office.entries()) {
			assertFalse(entry.toString().contains(RIGHT) || entry.toString().contains(WRONG), entry::toString);
		}
		assertEquals(List.of("account made", "sign-in", "sign-in refused"), office.entries().stream().map(Entry::act).skip(1).toList());
	}

	@Test
	void whoIsAskedThroughTheSocketAnswersOrGoesAway() throws IOException, InterruptedException {
		PipedInputStream asked = new PipedInputStream();
		PipedInputStream answered = new PipedInputStream();
		DistantPrompt prompt = new DistantPrompt(new DataOutputStream(new PipedOutputStream(asked)));
		PipedOutputStream answer = new PipedOutputStream(answered);
		Thread command = Thread.currentThread();
		Thread listener = Thread.ofVirtual().start(() -> prompt.listen(new DataInputStream(answered), command));
		for (String typed : List.of("rahasia é 😀", "", "x".repeat(1000))) {
			byte[] octets = typed.getBytes(StandardCharsets.UTF_8);
			DataOutputStream out = new DataOutputStream(answer);
			out.writeInt(octets.length);
			out.write(octets);
			out.flush();
			assertEquals(typed, prompt.ask(Question.SECRET, "afis").map(String::new).orElseThrow());
			DataInputStream in = new DataInputStream(asked);
			assertEquals(Frame.ASK, in.readByte());
			assertEquals(Question.SECRET.ordinal(), in.readInt());
			assertEquals("afis", in.readUTF());
		}
		new DataOutputStream(answer).writeInt(-1);
		answer.flush();
		assertEquals(Optional.empty(), prompt.ask(Question.PASSWORD, "adb"));
		new DataOutputStream(answer).writeInt(Integer.MAX_VALUE);
		answer.close();
		assertThrows(InterruptedException.class, () -> prompt.ask(Question.PASSWORD, "adb"), "his command ends");
		listener.join();
	}

	@Test
	void aRequestTravelsWithTheCallerAndWithoutAnyPassword() throws IOException {
		ByteArrayOutputStream wire = new ByteArrayOutputStream();
		Frame.Request request = new Frame.Request(folder, Words.INDONESIAN, new Caller("budi@pc", Optional.of("adb")), "staff",
				List.of("list"));
		request.write(new DataOutputStream(wire));
		Frame.Request read = Frame.Request.read(new DataInputStream(new ByteArrayInputStream(wire.toByteArray())));
		assertEquals(request.caller(), read.caller());
		assertEquals(request.arguments(), read.arguments());
	}

	@Test
	void everyRoleOfTheWrittenProceduresIsThereByItsTitle() {
		Set<String> titles = Arrays.stream(Role.values()).map(role -> role.title(Words.INDONESIAN)).collect(Collectors.toSet());
		Set<String> missing = new Library().roles();
		missing.removeAll(titles);
		assertEquals(Set.of(), missing);
	}
}
