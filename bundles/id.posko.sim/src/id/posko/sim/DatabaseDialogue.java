package id.posko.sim;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import id.posko.kit.Device;

/**
 * A database that speaks PostgreSQL's protocol, version 3.0 (its documentation, "Frontend/Backend Protocol"): login by
 * SCRAM-SHA-256, simple and extended queries, results as text. It holds what {@link DatabaseContent} tells and nothing
 * can be changed. While it hangs, or its line is cut, it takes connections and never answers.
 */
final class DatabaseDialogue implements TcpPort.Dialogue {

	private static final int VERSION_3 = 3 << 16;
	private static final int CANCEL = 80_877_102;
	private static final int SSL = 80_877_103;
	private static final int GSS = 80_877_104;
	private static final int LONGEST = 16 << 10;
	private static final int SASL = 10;
	private static final int SASL_GOES_ON = 11;
	private static final int SASL_ENDS = 12;

	private final Device device;
	private final Faults faults;
	private final Lines lines;
	private final DemoSecret password;
	private final DatabaseContent content;

	DatabaseDialogue(Device device, Faults faults, Lines lines, DemoSecret password, DatabaseContent content) {
		this.device = device;
		this.faults = faults;
		this.lines = lines;
		this.password = password;
		this.content = content;
	}

	@Override
	public void talk(Socket socket) throws IOException, InterruptedException {
		new Session(socket).run();
	}

	/** One client. */
	private final class Session {

		private final DataInputStream in;
		private final DataOutputStream out;
		private String user = "";
		private String statement = "";
		private boolean isInTransaction;
		/** After an error all is passed over up to the next Sync. */
		private boolean isSkipping;

		Session(Socket socket) throws IOException {
			in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
			out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
		}

		void run() throws IOException, InterruptedException {
			if (!begins() || !entered()) {
				return;
			}
			while (true) {
				int type = in.read();
				if (type < 0 || type == 'X') {
					return;
				}
				byte[] body = body();
				if (!isHanging()) {
					answer(type, body);
					if (type == 'Q' || type == 'S' || type == 'H') {
						flush();
					}
				}
			}
		}

		private boolean isHanging() {
			return faults.has(device, Fault.Effect.MUTE) || lines.isCut(device);
		}

		private void flush() throws IOException, InterruptedException {
			TimeUnit.NANOSECONDS.sleep(lines.delay(device).toNanos());
			out.flush();
		}

		private byte[] body() throws IOException {
			int length = in.readInt() - 4;
			if (length < 0 || length > LONGEST) {
				throw new IOException("a message of " + length);
			}
			return in.readNBytes(length);
		}

		/** Up to the start-up message; encryption is declined. */
		private boolean begins() throws IOException, InterruptedException {
			while (true) {
				byte[] body = body();
				if (body.length < 4 || isHanging()) {
					continue;
				}
				int code = (body[0] & 0xff) << 24 | (body[1] & 0xff) << 16 | (body[2] & 0xff) << 8 | body[3] & 0xff;
				switch (code) {
				case SSL, GSS -> {
					out.write('N');
					flush();
				}
				case VERSION_3 -> {
					String[] words = new String(body, 4, body.length - 4, StandardCharsets.UTF_8).split("\0");
					for (int i = 0; i + 1 < words.length; i += 2) {
						user = words[i].equals("user") ? words[i + 1] : user;
					}
					return true;
				}
				case CANCEL -> {
					return false;
				}
				default -> {
					fail("08P01", "unsupported frontend protocol");
					flush();
					return false;
				}
				}
			}
		}

		private boolean entered() throws IOException, InterruptedException {
			Scram scram = new Scram(password.text().orElse(""));
			authentication(SASL, Scram.NAME + "\0\0");
			flush();
			String[] offer = new String(message(), StandardCharsets.UTF_8).split("\0", 2);
			Optional<String> challenge = offer[0].equals(Scram.NAME) && offer[1].length() > 4
					? scram.first(offer[1].substring(4)) : Optional.empty();
			Optional<String> proof = Optional.empty();
			if (challenge.isPresent()) {
				authentication(SASL_GOES_ON, challenge.get());
				flush();
				proof = scram.last(new String(message(), StandardCharsets.UTF_8));
			}
			if (proof.isEmpty() || !user.equals(Kabupaten.USER)) {
				fail("28P01", "password authentication failed for user \"" + user + "\"");
				flush();
				return false;
			}
			authentication(SASL_ENDS, proof.get());
			say('R', new byte[4]);
			parameter("server_version", "16.0");
			parameter("server_encoding", "UTF8");
			parameter("client_encoding", "UTF8");
			parameter("DateStyle", "ISO, DMY");
			parameter("TimeZone", "Asia/Jakarta");
			parameter("integer_datetimes", "on");
			parameter("standard_conforming_strings", "on");
			ready();
			flush();
			return true;
		}

		/** Only a password is expected. */
		private byte[] message() throws IOException {
			if (in.read() != 'p') {
				throw new IOException("no password");
			}
			return body();
		}

		private void authentication(int step, String text) throws IOException {
			byte[] octets = text.getBytes(StandardCharsets.UTF_8);
			byte[] body = new byte[4 + octets.length];
			body[3] = (byte) step;
			System.arraycopy(octets, 0, body, 4, octets.length);
			say('R', body);
		}

		private void parameter(String name, String value) throws IOException {
			say('S', text(name, value));
		}

		private void ready() throws IOException {
			say('Z', new byte[] { (byte) (isInTransaction ? 'T' : 'I') });
		}

		private void answer(int type, byte[] body) throws IOException {
			if (type == 'S') {
				isSkipping = false;
				ready();
			} else if (type == 'Q') {
				statement = string(body, 0);
				if (content.of(statement).isPresent()) {
					describe();
				}
				execute();
				isSkipping = false;
				ready();
			} else if (!isSkipping) {
				switch (type) {
				case 'P' -> {
					statement = string(body, string(body, 0).length() + 1);
					say('1', new byte[0]);
				}
				case 'B' -> say('2', new byte[0]);
				case 'D' -> {
					if (body[0] == 'S') {
						say('t', new byte[2]);
					}
					describe();
				}
				case 'E' -> execute();
				case 'C' -> say('3', new byte[0]);
				case 'H' -> {
					// all is sent as it comes
				}
				default -> fail("08P01", "message type " + (char) type);
				}
			}
		}

		private static String string(byte[] body, int from) {
			int end = from;
			while (end < body.length && body[end] != 0) {
				end++;
			}
			return new String(body, from, end - from, StandardCharsets.UTF_8);
		}

		private void describe() throws IOException {
			Optional<DatabaseContent.Value> value = content.of(statement);
			if (value.isEmpty()) {
				say('n', new byte[0]);
				return;
			}
			ByteArrayOutputStream row = new ByteArrayOutputStream();
			DataOutputStream fields = new DataOutputStream(row);
			fields.writeShort(1);
			fields.write(text(value.get().column()));
			fields.writeInt(0);
			fields.writeShort(0);
			fields.writeInt(value.get().type().oid);
			fields.writeShort(value.get().type().length);
			fields.writeInt(-1);
			fields.writeShort(0);
			say('T', row.toByteArray());
		}

		private void execute() throws IOException {
			Optional<DatabaseContent.Value> value = content.of(statement);
			switch (word()) {
			case "" -> say('I', new byte[0]);
			case "SELECT", "WITH" -> {
				if (value.isEmpty()) {
					fail("42P01", "relation does not exist in the sample: " + statement);
					return;
				}
				ByteArrayOutputStream row = new ByteArrayOutputStream();
				DataOutputStream fields = new DataOutputStream(row);
				byte[] octets = value.get().text().getBytes(StandardCharsets.UTF_8);
				fields.writeShort(1);
				fields.writeInt(octets.length);
				fields.write(octets);
				say('D', row.toByteArray());
				say('C', text("SELECT 1"));
			}
			case "BEGIN", "START", "COMMIT", "ROLLBACK", "END" -> {
				isInTransaction = word().equals("BEGIN") || word().equals("START");
				say('C', text(word()));
			}
			case "SET" -> say('C', text("SET"));
			default -> fail("25006", "cannot execute " + word() + " in a read-only transaction");
			}
		}

		private String word() {
			return statement.strip().split("[\\s;(]", 2)[0].toUpperCase(Locale.ROOT);
		}

		private void fail(String state, String words) throws IOException {
			isSkipping = true;
			say('E', text("SERROR", "VERROR", "C" + state, "M" + words), (byte) 0);
		}

		private static byte[] text(String... words) {
			return (String.join("\0", words) + "\0").getBytes(StandardCharsets.UTF_8);
		}

		private void say(char type, byte[] body, byte... end) throws IOException {
			out.write(type);
			out.writeInt(4 + body.length + end.length);
			out.write(body);
			out.write(end);
		}
	}
}
