package id.posko.sim;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import id.posko.kit.Address;
import id.posko.kit.Device;

/** A website of one page over HTTP/1.1, one request over each connection. */
final class WebDialogue implements TcpPort.Dialogue {

	/** Stands on the page. */
	static final String TEXT = "Kabupaten Contoh";

	private static final String PAGE = """
			<!doctype html>
			<html lang="id"><head><meta charset="utf-8"><title>%1$s</title></head>
			<body><h1>%1$s</h1><p>%2$s</p></body></html>
			""";
	private static final String HEAD = "HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n";
	private static final Duration LATE = Duration.ofMillis(2500);
	private static final int LONGEST_HEAD = 16 << 10;

	/** How the website shows who it is, by how long its certificate holds. */
	private record Secured(SSLContext good, SSLContext soon, SSLContext over) {
	}

	private final Device device;
	private final Faults faults;
	private final Lines lines;
	/** Null without TLS. */
	private final Secured secured;

	private WebDialogue(Device device, Faults faults, Lines lines, Secured secured) {
		this.device = device;
		this.faults = faults;
		this.lines = lines;
		this.secured = secured;
	}

	static WebDialogue plain(Device device, Faults faults, Lines lines) {
		return new WebDialogue(device, faults, lines, null);
	}

	static WebDialogue secured(Device device, Faults faults, Lines lines, SimulatedAuthority authority)
			throws IOException {
		String host = device.address().map(Address::host).orElseThrow();
		try {
			return new WebDialogue(device, faults, lines, new Secured(authority.website(host, Duration.ofDays(80)),
					authority.website(host, Duration.ofDays(12)), authority.website(host, Duration.ofDays(-3))));
		} catch (GeneralSecurityException e) {
			throw new IOException(e);
		}
	}

	@Override
	public void talk(Socket socket) throws IOException, InterruptedException {
		if (secured == null) {
			answer(socket);
			return;
		}
		SSLContext tls = has(Fault.Effect.CERTIFICATE_OVER) ? secured.over
				: has(Fault.Effect.CERTIFICATE_SOON) ? secured.soon : secured.good;
		try (Socket inner = tls.getSocketFactory().createSocket(socket, (InputStream) null, true)) {
			answer(inner);
		}
	}

	private boolean has(Fault.Effect effect) {
		return faults.has(device, effect);
	}

	private void answer(Socket socket) throws IOException, InterruptedException {
		InputStream in = socket.getInputStream();
		if (!hasAsked(in)) {
			return;
		}
		if (has(Fault.Effect.MUTE) || lines.isCut(device)) {
			in.transferTo(OutputStream.nullOutputStream());
			return;
		}
		TimeUnit.NANOSECONDS.sleep((has(Fault.Effect.LATE) ? LATE : lines.delay(device)).toNanos());
		OutputStream out = socket.getOutputStream();
		if (has(Fault.Effect.ERROR)) {
			write(out, "503 Service Unavailable", "Layanan tidak tersedia", "");
		} else if (has(Fault.Effect.ENDLESS)) {
			out.write((HEAD.formatted("200 OK") + "\r\n").getBytes(StandardCharsets.UTF_8));
			byte[] again = (TEXT + "<br>\n").repeat(1000).getBytes(StandardCharsets.UTF_8);
			while (true) {
				out.write(again);
			}
		} else if (has(Fault.Effect.TEXT_MISSING)) {
			write(out, "200 OK", "Situs baru", "Selamat datang di peladen ini.");
		} else {
			write(out, "200 OK", "Dinas Dukcapil " + TEXT, "Akta dan KTP-el tanpa biaya.");
		}
	}

	/** Reads the request's head; false if it ends before, or has no end. */
	private static boolean hasAsked(InputStream in) throws IOException {
		int last = 0;
		for (int length = 0; length < LONGEST_HEAD; length++) {
			int next = in.read();
			last = last << 8 | next;
			if (next < 0 || last == 0x0d0a0d0a) {
				return next >= 0;
			}
		}
		return false;
	}

	private static void write(OutputStream out, String status, String title, String text) throws IOException {
		byte[] body = PAGE.formatted(title, text).getBytes(StandardCharsets.UTF_8);
		out.write((HEAD.formatted(status) + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
		out.write(body);
		out.flush();
	}
}
