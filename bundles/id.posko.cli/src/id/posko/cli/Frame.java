package id.posko.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What goes over the socket in the data folder. Request: protocol number, working folder, language tag, workstation,
 * account (empty: none), verb and arguments. Answer: frames of one type byte, a length and that many bytes; the last one
 * is the exit code. A frame that asks has a question's number and what it is about; to it the caller answers with a
 * length and that many bytes of UTF-8, or with -1.
 */
final class Frame {

	static final int PROTOCOL = 2;
	static final byte OUT = 1;
	static final byte ERR = 2;
	static final byte EXIT = 3;
	static final byte ASK = 4;
	private static final int MOST_ARGUMENTS = 10_000;

	private Frame() {
	}

	record Request(Path folder, Locale locale, Caller caller, String verb, List<String> arguments) {

		void write(DataOutputStream to) throws IOException {
			to.writeByte(PROTOCOL);
			to.writeUTF(folder.toString());
			to.writeUTF(locale.toLanguageTag());
			to.writeUTF(caller.workstation());
			to.writeUTF(caller.account().orElse(""));
			to.writeUTF(verb);
			to.writeInt(arguments.size());
			for (String argument : arguments) {
				to.writeUTF(argument);
			}
			to.flush();
		}

		static Request read(DataInputStream from) throws IOException {
			int protocol = from.readByte();
			if (protocol != PROTOCOL) {
				throw new IOException("protocol " + protocol);
			}
			Path folder = Path.of(from.readUTF());
			Locale locale = Locale.forLanguageTag(from.readUTF());
			Caller caller = new Caller(from.readUTF(), Optional.of(from.readUTF()).filter(name -> !name.isEmpty()));
			String verb = from.readUTF();
			int count = from.readInt();
			if (count < 0 || count > MOST_ARGUMENTS) {
				throw new IOException(count + " arguments");
			}
			List<String> arguments = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				arguments.add(from.readUTF());
			}
			return new Request(folder, locale, caller, verb, arguments);
		}
	}

	/** A stream whose writes travel as frames of one type. */
	static OutputStream stream(DataOutputStream to, byte type) {
		return new OutputStream() {

			@Override
			public void write(int b) throws IOException {
				write(new byte[] { (byte) b }, 0, 1);
			}

			@Override
			public void write(byte[] bytes, int offset, int length) throws IOException {
				synchronized (to) {
					to.writeByte(type);
					to.writeInt(length);
					to.write(bytes, offset, length);
				}
			}

			@Override
			public void flush() throws IOException {
				synchronized (to) {
					to.flush();
				}
			}
		};
	}

	static void ask(DataOutputStream to, Prompt.Question question, String about) throws IOException {
		synchronized (to) {
			to.writeByte(ASK);
			to.writeInt(question.ordinal());
			to.writeUTF(about);
			to.flush();
		}
	}

	static void exit(DataOutputStream to, int code) throws IOException {
		synchronized (to) {
			to.writeByte(EXIT);
			to.writeInt(code);
			to.flush();
		}
	}
}
