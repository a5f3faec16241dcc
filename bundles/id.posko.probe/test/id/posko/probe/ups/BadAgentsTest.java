package id.posko.probe.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

import id.posko.probe.snmp.Login;
import id.posko.probe.snmp.Responder;
import id.posko.probe.snmp.SnmpSession;

/** Agents that lose, lie, overflow and babble. */
class BadAgentsTest {

	private static final Recording GOOD = RecordingsTest.made("tenths");
	private static final List<String> READ = Expected.read("made.expected").get("tenths");
	private static SnmpSession session;
	private static UpsReader reader;

	@BeforeAll
	static void open() {
		session = new SnmpSession();
		reader = new UpsReader(session);
	}

	@AfterAll
	static void close() {
		session.close();
	}

	private static UpsAnswer read(Responder agent, Duration timeout) throws InterruptedException {
		return reader.read(InetAddress.getLoopbackAddress(),
				new UpsAccess.Snmp(agent.address().getPort(), new Login.Community(false, "public")), timeout);
	}

	private static UpsAnswer.Read read(Responder agent) throws InterruptedException {
		return assertInstanceOf(UpsAnswer.Read.class, read(agent, Duration.ofSeconds(6)));
	}

	private static void assertGood(UpsAnswer.Read read) {
		assertEquals(String.join("\n", READ), String.join("\n", Expected.lines(read.readings())));
	}

	private static PDU good(PDU request) {
		List<VariableBinding> bindings = new ArrayList<>();
		for (VariableBinding asked : request.getVariableBindings()) {
			Map.Entry<OID, Variable> next = GOOD.objects().higherEntry(asked.getOid());
			bindings.add(next == null ? new VariableBinding(asked.getOid(), Null.endOfMibView)
					: new VariableBinding(next.getKey(), next.getValue()));
		}
		return Responder.response(request, bindings);
	}

	@Test
	void aLostDatagramIsAskedAgainWithoutStartingOver() throws IOException, InterruptedException {
		Set<Integer> lost = new HashSet<>();
		try (Responder agent = new Responder((request, sender) -> {
			if (!lost.add(request.getRequestID().getValue())) {
				sender.send(good(request));
			}
		})) {
			UpsAnswer.Read read = assertInstanceOf(UpsAnswer.Read.class, read(agent, Duration.ofSeconds(9)));
			assertGood(read);
			assertEquals(lost.size(), read.requests());
			assertEquals(2 * read.requests(), agent.requests(), "each sent twice, none more often");
		}
	}

	@Test
	void anAnswerWithAnotherNumberOrFromAnotherSenderIsNotTaken() throws IOException, InterruptedException {
		try (Responder agent = new Responder((request, sender) -> {
			PDU lie = Responder.response(request, request.getVariableBindings().stream()
					.map(b -> new VariableBinding(new OID(b.getOid()).append(0), new Integer32(77))).toList());
			sender.sendFromElsewhere(lie);
			lie.setRequestID(new Integer32(request.getRequestID().getValue() + 1));
			sender.send(lie);
			sender.send(good(request));
		})) {
			assertGood(read(agent));
			assertTrue(session.unheard() > 0);
		}
	}

	@Test
	void aMessageThatIsTooBigShrinksToWhatFits() throws IOException, InterruptedException {
		try (Responder agent = new Responder((request, sender) -> {
			if (request.size() > 7) {
				PDU tooBig = Responder.response(request, List.of());
				tooBig.setErrorStatus(PDU.tooBig);
				sender.send(tooBig);
			} else {
				sender.send(good(request));
			}
		})) {
			assertGood(read(agent));
		}
	}

	@Test
	void anAgentThatDropsLongRequestsIsAskedShortOnes() throws IOException, InterruptedException {
		try (Responder agent = new Responder((request, sender) -> {
			if (request.size() <= 10) {
				sender.send(good(request));
			}
		})) {
			assertGood(assertInstanceOf(UpsAnswer.Read.class, read(agent, Duration.ofSeconds(3))));
		}
	}

	@Test
	void manyAtOnceNeedNoThreadsOfTheirOwn() throws IOException, InterruptedException, ExecutionException {
		int before = Thread.getAllStackTraces().size();
		List<Responder> agents = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<UpsAnswer>> reads = new ArrayList<>();
			for (int i = 0; i < 400; i++) {
				if (i % 10 == 0) {
					agents.add(new Responder((request, sender) -> sender.send(good(request))));
				}
				Responder agent = agents.getLast();
				reads.add(threads.submit(() -> read(agent, Duration.ofSeconds(10))));
			}
			int during = Thread.getAllStackTraces().size();
			for (Future<UpsAnswer> read : reads) {
				assertGood(assertInstanceOf(UpsAnswer.Read.class, read.get()));
			}
			assertTrue(during - before < 20, before + " threads, then " + during);
		} finally {
			agents.forEach(Responder::close);
		}
	}

	@Test
	void anAgentForWhichEvenOneObjectIsTooBigIsReadToItsEnd() throws IOException, InterruptedException {
		try (Responder agent = new Responder((request, sender) -> {
			PDU tooBig = Responder.response(request, List.of());
			tooBig.setErrorStatus(PDU.tooBig);
			sender.send(tooBig);
		})) {
			UpsAnswer.Read read = read(agent);
			assertEquals(List.of(), read.readings());
			assertTrue(!read.isOfUps() && read.requests() <= 120, read.requests() + " requests");
		}
	}

	@Test
	void tablesWithoutEndTakeFourRequests() throws IOException, InterruptedException {
		try (Responder agent = new Responder((request, sender) -> sender.send(Responder.response(request,
				request.getVariableBindings().stream()
						.map(b -> new VariableBinding(new OID(b.getOid()).append(1), new Integer32(230))).toList())))) {
			assertTrue(read(agent).requests() <= 4);
		}
	}

	@Test
	void stringsOfSixtyKilobytesAreCutAndAreNoNumbers() throws IOException, InterruptedException {
		OctetString huge = new OctetString(new byte[60_000]);
		OctetString text = new OctetString("9".repeat(60_000));
		try (Responder agent = new Responder((request, sender) -> {
			PDU response = good(request);
			response.get(1).setVariable(request.getRequestID().getValue() % 2 == 0 ? huge : text);
			sender.send(response);
		})) {
			UpsAnswer.Read read = read(agent);
			assertTrue(read.readings().stream().allMatch(r -> r.raw().length() <= 120));
		}
	}

	@Test
	void anAgentThatRepeatsWhatWasAskedGivesNothing() throws IOException, InterruptedException {
		try (Responder agent = new Responder((request, sender) -> sender.send(Responder.response(request,
				request.getVariableBindings().stream()
						.map(b -> new VariableBinding(b.getOid(), new Integer32(1))).toList())))) {
			assertTrue(!read(agent).isOfUps());
		}
	}

	@Test
	void agentsThatFailOnAnObjectAreAskedForTheRest() throws IOException, InterruptedException {
		OID bad = new OID("1.3.6.1.2.1.33.1.2.5");
		try (Responder agent = new Responder((request, sender) -> {
			PDU response = good(request);
			for (int i = 0; i < request.size(); i++) {
				if (request.get(i).getOid().equals(bad)) {
					response = Responder.response(request, request.getVariableBindings());
					response.setErrorStatus(PDU.genErr);
					response.setErrorIndex(i + 1);
				}
			}
			sender.send(response);
		})) {
			assertEquals(READ.stream().filter(l -> !l.startsWith("battery.volts")).toList(),
					Expected.lines(read(agent).readings()));
		}
	}

	/** Each good answer comes behind one that was damaged; 100,000 with -Dposko.long=true. */
	@Test
	void damagedMessagesHarmNobody() throws IOException, InterruptedException {
		int inputs = Boolean.getBoolean("posko.long") ? 100_000 : 3_000;
		Random random = new Random(20261121);
		int[] sent = { 0 };
		try (Responder agent = new Responder((request, sender) -> {
			byte[] octets = Responder.octets(good(request));
			byte[] random64 = new byte[64];
			random.nextBytes(random64);
			sender.send(random.nextInt(10) == 0 ? random64 : TextServersTest.mutated(octets, random));
			sent[0]++;
			sender.send(octets);
		})) {
			while (sent[0] < inputs) {
				assertInstanceOf(UpsAnswer.Read.class, read(agent, Duration.ofSeconds(3)));
			}
		}
		try (Responder agent = new Responder((request, sender) -> sender.send(good(request)))) {
			assertGood(read(agent));
		}
	}
}
