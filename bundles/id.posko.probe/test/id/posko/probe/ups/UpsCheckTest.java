package id.posko.probe.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

import id.posko.health.Answer;
import id.posko.health.Reading;
import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.RegionCode;
import id.posko.memory.Pocket;
import id.posko.probe.Peer;
import id.posko.probe.name.Names;
import id.posko.probe.snmp.Login;
import id.posko.probe.snmp.Responder;
import id.posko.probe.snmp.SnmpSession;

/** The check of a UPS of the inventory: its settings, its answers. */
class UpsCheckTest {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);
	private static SnmpSession session;
	private static Names names;
	private static UpsCheck check;

	@BeforeAll
	static void open() {
		session = new SnmpSession();
		names = new Names();
		check = new UpsCheck(names, new UpsReader(session), Optional.empty(),
				InstantSource.fixed(Instant.parse("2026-11-21T01:00:00Z")));
	}

	@AfterAll
	static void close() {
		session.close();
		names.close();
	}

	private static Device ups(String address, String access) {
		return device(DeviceKind.UPS_SERVER, Optional.of(Address.parse(address)), access);
	}

	private static Device device(DeviceKind kind, Optional<Address> address, String access) {
		return new Device(new DeviceKey(new RegionCode("35.03.01"), "UPS server"), kind, address, "", "", 0,
				Optional.empty(), "", Access.tryParse(access).orElseThrow());
	}

	private static Responder agent(String recording) throws IOException {
		Recording objects = RecordingsTest.made(recording);
		return new Responder((request, sender) -> {
			List<VariableBinding> bindings = new ArrayList<>();
			for (VariableBinding asked : request.getVariableBindings()) {
				Map.Entry<OID, Variable> next = objects.objects().higherEntry(asked.getOid());
				bindings.add(next == null ? new VariableBinding(asked.getOid(), Null.endOfMibView)
						: new VariableBinding(next.getKey(), next.getValue()));
			}
			sender.send(Responder.response(request, bindings));
		});
	}

	private static Answer ask(Responder agent) throws InterruptedException {
		return check.ask(ups("127.0.0.1:" + agent.address().getPort(), ""), TIMEOUT);
	}

	@Test
	void itSuitsUpsesThatHaveAnAddress() {
		assertTrue(check.suits(ups("10.1.2.3", "")));
		assertTrue(check.suits(device(DeviceKind.UPS_CLIENT, Optional.of(Address.parse("10.1.2.3:3493")), "")));
		assertFalse(check.suits(device(DeviceKind.UPS_CLIENT, Optional.empty(), "")));
		assertFalse(check.suits(device(DeviceKind.AFIS_SERVER, Optional.of(Address.parse("10.1.2.3")), "")));
	}

	@Test
	void aUpsThatIsWellAnswersWithItsReadingsAsEvidence() throws IOException, InterruptedException {
		try (Responder agent = agent("lost-line")) {
			Answer answer = assertInstanceOf(Answer.Answered.class, ask(agent));
			assertEquals("snmp-v2c", answer.evidence().method());
			assertEquals(Expected.read("made.expected").get("lost-line"), Expected.lines(answer.evidence().findings()
					.stream().map(Reading.class::cast).toList()));
		}
	}

	@Test
	void aPowerCutIsSaidInASentence() throws IOException, InterruptedException {
		try (Responder agent = agent("power-cut")) {
			Answer.Impaired impaired = assertInstanceOf(Answer.Impaired.class, ask(agent));
			assertEquals("Listrik padam, memakai baterai sejak 2 menit lalu; cukup untuk 7 menit.",
					impaired.cause().sentence(Locale.of("id")));
		}
	}

	@Test
	void anAgentWithoutAnyReadingOfAUpsIsNotWell() throws IOException, InterruptedException {
		try (Responder agent = agent("nonsense")) {
			assertEquals("ups_no_readings", assertInstanceOf(Answer.Impaired.class, ask(agent)).cause().code());
		}
	}

	@Test
	void silenceAndRefusalAreFailures() throws InterruptedException {
		assertEquals("silent", assertInstanceOf(Answer.Failed.class,
				check.ask(ups("127.0.0.1:" + Peer.freeUdpPort(), ""), Duration.ofMillis(300))).cause().code());
		assertEquals("connection_refused", assertInstanceOf(Answer.Failed.class,
				check.ask(ups("127.0.0.1:" + Peer.freeTcpPort(), "ups.protocol=nut"), TIMEOUT)).cause().code());
	}

	@Test
	void aWrongSettingIsNoWordAboutTheDevice() throws InterruptedException {
		for (String wrong : List.of("ups.protocol=modbus", "snmp.version=4", "ups.protocol=nut; ups.name=a b",
				"snmp.user=posko", "snmp.user=posko; snmp.secret=x; snmp.auth=CRC",
				"snmp.user=posko; snmp.secret=x; snmp.priv=ROT13")) {
			assertEquals("setting_wrong", assertInstanceOf(Answer.Broken.class,
					check.ask(ups("127.0.0.1", wrong), TIMEOUT)).cause().code(), wrong);
		}
		assertEquals("secret_missing", assertInstanceOf(Answer.Broken.class,
				check.ask(ups("127.0.0.1", "snmp.user=posko; snmp.secret=x"), TIMEOUT)).cause().code());
	}

	@Test
	void theProtocolIsToldByTheSettingElseByThePort() throws IOException {
		UpsSettings settings = new UpsSettings(Optional.of(new Pocket().with("ups", "rahasia sekali").with("x", "short")));
		assertEquals(new UpsAccess.Nut(3493, ""), access(settings, "10.1.2.3:3493", ""));
		assertEquals(new UpsAccess.Apcupsd(3551), access(settings, "10.1.2.3:3551", ""));
		assertEquals(new UpsAccess.Nut(4000, "kit1"), access(settings, "10.1.2.3:4000", "ups.protocol=nut; ups.name=kit1"));
		assertEquals(new UpsAccess.Snmp(161, new Login.Community(false, "public")), access(settings, "10.1.2.3", ""));
		assertEquals(new UpsAccess.Snmp(1161, new Login.Community(true, "kab")),
				access(settings, "10.1.2.3:1161", "snmp.version=1; snmp.community=kab"));
		UpsAccess.Snmp third = (UpsAccess.Snmp) access(settings, "10.1.2.3", "snmp.user=posko; snmp.secret=ups; snmp.auth=sha-256");
		Login.User user = (Login.User) third.login();
		assertEquals("posko SHA-256 AES rahasia sekali", String.join(" ", user.name(), user.auth(), user.privacy(),
				new String(user.privacyPassphrase())));
		UpsSettings.forget(third);
		assertTrue(new String(user.authPassphrase()).isBlank() && new String(user.privacyPassphrase()).isBlank());
		assertEquals("snmp_short_passphrase", assertInstanceOf(UpsSettings.Choice.Wrong.class,
				settings.of(ups("10.1.2.3", "snmp.user=posko; snmp.secret=x"))).cause().code());
	}

	private static UpsAccess access(UpsSettings settings, String address, String access) throws IOException {
		return assertInstanceOf(UpsSettings.Choice.Chosen.class, settings.of(ups(address, access))).access();
	}
}
