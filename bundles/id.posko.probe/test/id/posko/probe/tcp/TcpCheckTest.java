package id.posko.probe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.probe.Devices;
import id.posko.probe.name.Names;

@Timeout(30)
class TcpCheckTest {

	private static final Duration SECOND = Duration.ofSeconds(1);
	private static final Duration LONG = Duration.ofSeconds(25);

	private final CountDownLatch never = new CountDownLatch(1);
	private final Names names = new Names(this::resolve, InstantSource.system());
	private final TcpCheck check = new TcpCheck(names);
	private final List<Socket> filling = new ArrayList<>();

	private InetAddress resolve(String host) throws UnknownHostException {
		if (host.startsWith("slow")) {
			try {
				never.await();
			} catch (InterruptedException e) {
				throw new UnknownHostException(host);
			}
		}
		if (host.startsWith("local")) {
			return InetAddress.ofLiteral("127.0.0.1");
		}
		throw new UnknownHostException(host);
	}

	@AfterEach
	void close() throws IOException {
		names.close();
		for (Socket socket : filling) {
			socket.close();
		}
	}

	@Test
	void suitsADeviceWhoseAddressHasAPort() {
		assertTrue(check.suits(Devices.at("127.0.0.1:22")));
		assertFalse(check.suits(Devices.at("127.0.0.1")));
		assertFalse(check.suits(Devices.withoutAddress()));
	}

	@Test
	void aUpsIsAskedByItsOwnProtocolAlone() {
		Device other = Devices.at("127.0.0.1:1161");
		assertFalse(check.suits(new Device(other.key(), DeviceKind.UPS_SERVER, other.address(), "", "", 0, Optional.empty(),
				"")));
	}

	@Test
	void anOpenPortAnswersByAddressAndByName() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
			for (String host : List.of("127.0.0.1", "local.example")) {
				Answer.Answered answered = (Answer.Answered) check
						.ask(Devices.at(host + ":" + server.getLocalPort()), SECOND);
				assertEquals("tcp", answered.evidence().method());
				assertEquals(Optional.of("127.0.0.1"), answered.evidence().responder());
				assertTrue(answered.evidence().roundTrip().isPresent());
			}
		}
	}

	@Test
	void aClosedPortRefuses() throws Exception {
		int port;
		try (ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
			port = server.getLocalPort();
		}
		Answer.Failed failed = (Answer.Failed) check.ask(Devices.at("127.0.0.1:" + port), SECOND);
		assertEquals(Cause.of("connection_refused", port), failed.cause());
		assertEquals(Optional.of("127.0.0.1"), failed.evidence().responder(), "the device itself said so");
	}

	/** A listener that accepts nobody and whose queue is full: the kernel drops what comes more. */
	private ServerSocket full() throws IOException {
		ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
		for (int i = 0; i < 8; i++) {
			Socket socket = new Socket();
			filling.add(socket);
			try {
				socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 100);
			} catch (IOException _) {
				return server;
			}
		}
		return server;
	}

	@Test
	void nothingWithinTheTimeOutIsSilence() throws Exception {
		try (ServerSocket server = full()) {
			Answer.Failed failed = (Answer.Failed) check.ask(Devices.at("127.0.0.1:" + server.getLocalPort()),
					Duration.ofMillis(200));
			assertEquals("silent", failed.cause().code());
		}
	}

	@Test
	void anInterruptEndsTheConnecting() throws Exception {
		try (ServerSocket server = full()) {
			CompletableFuture<String> end = new CompletableFuture<>();
			CountDownLatch begun = new CountDownLatch(1);
			Thread asking = Thread.ofVirtual().start(() -> {
				begun.countDown();
				try {
					end.complete(check.ask(Devices.at("127.0.0.1:" + server.getLocalPort()), LONG).toString());
				} catch (InterruptedException e) {
					end.complete("interrupted");
				}
			});
			begun.await();
			asking.interrupt();
			assertEquals("interrupted", end.get(10, TimeUnit.SECONDS));
		}
	}

	@Test
	void anUnknownNameFailsAndASlowResolverBreaks() throws Exception {
		Answer.Failed failed = (Answer.Failed) check.ask(Devices.at("nowhere.example:22"), SECOND);
		assertEquals(Cause.of("name_unknown", "nowhere.example"), failed.cause());
		Answer.Broken broken = (Answer.Broken) check.ask(Devices.at("slow.example:22"), Duration.ofMillis(50));
		assertEquals(Cause.of("name_slow", "slow.example", Duration.ofMillis(50)), broken.cause());
	}
}
