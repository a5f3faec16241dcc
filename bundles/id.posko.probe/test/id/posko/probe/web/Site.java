package id.posko.probe.web;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

import id.posko.health.Answer;
import id.posko.health.Reading;
import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.RegionCode;

/** A web server on loopback that answers as a test wants it to: one request over each connection. */
final class Site implements AutoCloseable {

	/** What it does when it has read a request. */
	@FunctionalInterface
	interface Behaviour {

		/** @param path with its query */
		void answer(String path, OutputStream out) throws IOException;
	}

	private final ServerSocket socket;
	private final List<String> requests = new CopyOnWriteArrayList<>();
	private final AtomicInteger connections = new AtomicInteger();

	Site(Behaviour behaviour) throws IOException {
		this(ServerSocketFactory.getDefault(), behaviour);
	}

	Site(SSLContext tls, Behaviour behaviour) throws IOException {
		this(tls.getServerSocketFactory(), behaviour);
	}

	private Site(ServerSocketFactory sockets, Behaviour behaviour) throws IOException {
		socket = sockets.createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
		Thread.ofVirtual().start(() -> {
			while (!socket.isClosed()) {
				try {
					Socket connection = socket.accept();
					connections.incrementAndGet();
					Thread.ofVirtual().start(() -> serve(connection, behaviour));
				} catch (IOException _) { // the test is over
					return;
				}
			}
		});
	}

	private void serve(Socket connection, Behaviour behaviour) {
		try (connection) {
			connection.setSoTimeout(30_000);
			InputStream in = connection.getInputStream();
			StringBuilder head = new StringBuilder();
			for (int c = in.read(); c >= 0; c = in.read()) {
				head.append((char) c);
				if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
					requests.add(head.toString());
					OutputStream out = connection.getOutputStream();
					behaviour.answer(head.toString().split(" ")[1], out);
					out.flush();
					connection.shutdownOutput();
					in.transferTo(OutputStream.nullOutputStream());
					return;
				}
			}
		} catch (IOException _) { // the client left first
			return;
		}
	}

	static byte[] page(String status, String fields, byte[] body) {
		byte[] head = ("HTTP/1.1 " + status + "\r\n" + fields + "Content-Length: " + body.length
				+ "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
		byte[] all = new byte[head.length + body.length];
		System.arraycopy(head, 0, all, 0, head.length);
		System.arraycopy(body, 0, all, head.length, body.length);
		return all;
	}

	static byte[] page(String status, String fields, String body) {
		return page(status, fields, body.getBytes(StandardCharsets.UTF_8));
	}

	int port() {
		return socket.getLocalPort();
	}

	List<String> requests() {
		return requests;
	}

	int connections() {
		return connections.get();
	}

	/** @param access beyond {@code web.scheme=http} */
	Device device(String access) {
		return device("127.0.0.1:" + port(), "web.scheme=http; " + access);
	}

	static Device device(String address, String access) {
		return new Device(new DeviceKey(new RegionCode("35.03"), "Situs web"), DeviceKind.WEBSITE,
				Optional.of(Address.parse(address)), "", "", 0, Optional.empty(), "",
				Access.tryParse(access).orElseThrow());
	}

	/** Its class, its cause and the cause's arguments: {@code Failed web_status 503} */
	static String said(Answer answer) {
		return (answer.getClass().getSimpleName() + " " + answer.cause().code() + " "
				+ String.join(" | ", answer.cause().arguments())).strip();
	}

	static Reading reading(Answer answer, String quantity) {
		return find(answer, quantity).orElseThrow(() -> new AssertionError(quantity + " in " + answer));
	}

	static Optional<Reading> find(Answer answer, String quantity) {
		return answer.evidence().findings().stream().map(finding -> assertInstanceOf(Reading.class, finding))
				.filter(reading -> reading.quantity().equals(quantity)).findFirst();
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
