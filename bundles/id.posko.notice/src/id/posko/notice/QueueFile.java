package id.posko.notice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.posko.kit.DeviceKind;
import id.posko.kit.Notices.Message;
import id.posko.kit.RegionCode;
import id.posko.notice.Dispatch.Kind;
import id.posko.notice.Waiting.Held;

/** Keeps what waits over the end of the console, in one small file that is written whole or not at all. */
record QueueFile(Path path) {

	private static final int MARK = 0x504E5131;
	private static final int MOST_BYTES = 4 << 20;
	private static final int MOST_ENTRIES = 10_000;

	/** Not with a stream of a channel: an interrupt would close that. */
	void write(byte[] bytes) throws IOException {
		Path fresh = path.resolveSibling(path.getFileName() + ".new");
		try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
			out.write(bytes);
			out.getFD().sync();
		}
		Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	boolean exists() {
		return Files.exists(path);
	}

	/** Empty if there is none. @throws DamagedException if it is not one of ours */
	Waiting read() throws IOException {
		if (!Files.exists(path)) {
			return new Waiting();
		}
		try (FileInputStream in = new FileInputStream(path.toFile())) {
			return waiting(in.readNBytes(MOST_BYTES));
		}
	}

	/** Puts a damaged one aside, for whoever wants to look at it. */
	Path putAside() throws IOException {
		return Files.move(path, path.resolveSibling(path.getFileName() + ".damaged"),
				StandardCopyOption.REPLACE_EXISTING);
	}

	static final class DamagedException extends IOException {

		private static final long serialVersionUID = 1;

		DamagedException(Exception cause) {
			super(cause);
		}
	}

	static byte[] bytes(Waiting waiting) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeInt(MARK);
			out.writeInt(waiting.held.size());
			for (Held held : waiting.held) {
				write(out, held.message());
				write(out, held.told());
			}
			out.writeInt(waiting.formed.size());
			for (Dispatch dispatch : waiting.formed) {
				write(out, dispatch);
			}
			out.writeInt(waiting.threads.size());
			for (Map.Entry<String, String> thread : waiting.threads.entrySet()) {
				out.writeUTF(thread.getKey());
				out.writeUTF(thread.getValue());
			}
			write(out, waiting.omitted);
			out.writeInt(waiting.trouble.isPresent() ? 1 : 0);
			if (waiting.trouble.isPresent()) {
				out.writeUTF(waiting.trouble.get().code());
				write(out, waiting.trouble.get().arguments());
			}
			out.writeInt(waiting.sent.isPresent() ? 1 : 0);
			if (waiting.sent.isPresent()) {
				write(out, waiting.sent.get());
			}
		} catch (IOException e) {
			throw new IllegalStateException(e); // into memory
		}
		return bytes.toByteArray();
	}

	private static void write(DataOutputStream out, Dispatch dispatch) throws IOException {
		out.writeUTF(dispatch.id());
		out.writeUTF(dispatch.kind().name());
		out.writeInt(dispatch.messages().size());
		for (Message message : dispatch.messages()) {
			write(out, message);
		}
		write(out, dispatch.replyTo());
		write(out, dispatch.omitted());
		out.writeBoolean(dispatch.urgent());
		write(out, dispatch.formed());
	}

	private static void write(DataOutputStream out, Message message) throws IOException {
		for (String text : List.of(message.cause(), message.event(), message.kind().name(), message.device(),
				message.site(), message.siteCode().text(), message.sentence())) {
			out.writeUTF(text);
		}
		write(out, message.at());
		out.writeInt(message.behind());
	}

	private static void write(DataOutputStream out, Omission omission) throws IOException {
		out.writeLong(omission.count());
		write(out, omission.count() == 0 ? Instant.EPOCH : omission.first());
		write(out, omission.count() == 0 ? Instant.EPOCH : omission.last());
	}

	private static void write(DataOutputStream out, List<String> texts) throws IOException {
		out.writeInt(texts.size());
		for (String text : texts) {
			out.writeUTF(text);
		}
	}

	private static void write(DataOutputStream out, Instant at) throws IOException {
		out.writeLong(at.getEpochSecond());
		out.writeInt(at.getNano());
	}

	static Waiting waiting(byte[] bytes) throws DamagedException {
		Waiting waiting = new Waiting();
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			if (in.readInt() != MARK) {
				throw new EOFException("mark");
			}
			for (int left = count(in); left > 0; left--) {
				waiting.held.add(new Held(message(in), instant(in)));
			}
			for (int left = count(in); left > 0; left--) {
				waiting.formed.add(dispatch(in));
			}
			for (int left = count(in); left > 0; left--) {
				waiting.threads.put(in.readUTF(), in.readUTF());
			}
			waiting.omitted = omission(in);
			if (count(in) > 0) {
				waiting.trouble = Optional.of(new Trouble(in.readUTF(), texts(in)));
			}
			if (count(in) > 0) {
				waiting.sent = Optional.of(instant(in));
			}
			return waiting;
		} catch (IOException | IllegalArgumentException | DateTimeException e) {
			throw new DamagedException(e);
		}
	}

	private static int count(DataInputStream in) throws IOException {
		int count = in.readInt();
		if (count < 0 || count > MOST_ENTRIES) {
			throw new EOFException("count " + count);
		}
		return count;
	}

	private static Dispatch dispatch(DataInputStream in) throws IOException {
		String id = in.readUTF();
		if (!id.matches("[0-9a-f-]{36}")) {
			throw new EOFException("id");
		}
		Kind kind = Kind.valueOf(in.readUTF());
		List<Message> messages = new ArrayList<>();
		for (int left = count(in); left > 0; left--) {
			messages.add(message(in));
		}
		return new Dispatch(id, kind, messages, texts(in), omission(in), in.readBoolean(), instant(in));
	}

	private static Message message(DataInputStream in) throws IOException {
		return new Message(in.readUTF(), in.readUTF(), DeviceKind.valueOf(in.readUTF()), in.readUTF(), in.readUTF(),
				new RegionCode(in.readUTF()), in.readUTF(), instant(in), in.readInt());
	}

	private static Omission omission(DataInputStream in) throws IOException {
		long count = in.readLong();
		Instant first = instant(in);
		Instant last = instant(in);
		return count <= 0 ? Omission.NONE : new Omission(count, first, last);
	}

	private static List<String> texts(DataInputStream in) throws IOException {
		List<String> texts = new ArrayList<>();
		for (int left = count(in); left > 0; left--) {
			texts.add(in.readUTF());
		}
		return texts;
	}

	private static Instant instant(DataInputStream in) throws IOException {
		return Instant.ofEpochSecond(in.readLong(), in.readInt());
	}
}
