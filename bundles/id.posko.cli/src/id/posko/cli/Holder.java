package id.posko.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** The process that holds the data folder, as another one sees it. */
final class Holder {

	private static final int LONGEST_FRAME = 16 << 20;

	private Holder() {
	}

	/**
	 * Hands the command over and copies its output; the exit code, or empty if nobody answers at that folder.
	 *
	 * @throws java.io.EOFException or java.net.SocketException if the holder ended before the command did
	 */
	static OptionalInt ask(Path folder, Frame.Request request, Call call)
			throws IOException, InterruptedException {
		if (!Files.exists(folder)) {
			return OptionalInt.empty();
		}
		Path address = HolderSocket.address(folder);
		if (!Files.exists(address) || !Files.getOwner(address).equals(Files.getOwner(folder))) {
			return OptionalInt.empty(); // in the temporary folder anybody might have put one
		}
		try (SocketChannel line = SocketChannel.open(UnixDomainSocketAddress.of(address))) {
			request.write(new DataOutputStream(Channels.newOutputStream(line)));
			return OptionalInt.of(copy(line, call));
		} catch (ConnectException _) {
			return OptionalInt.empty();
		}
	}

	private static int copy(SocketChannel line, Call call) throws IOException, InterruptedException {
		DataInputStream in = new DataInputStream(Channels.newInputStream(line));
		while (true) {
			byte type = in.readByte();
			int value = in.readInt();
			if (type == Frame.EXIT) {
				return value;
			}
			if (type == Frame.ASK) {
				answer(call.prompt().ask(Prompt.Question.values()[value], in.readUTF()), line);
				continue;
			}
			if (value < 0 || value > LONGEST_FRAME) {
				throw new IOException("frame of " + value + " bytes");
			}
			PrintStream to = type == Frame.OUT ? call.out() : call.err();
			to.write(in.readNBytes(value));
			if (to.checkError()) {
				return Call.NOT_WELL; // nobody reads any more
			}
		}
	}

	private static void answer(Optional<char[]> entered, SocketChannel line) throws IOException {
		ByteBuffer text = StandardCharsets.UTF_8.encode(CharBuffer.wrap(entered.orElse(new char[0])));
		ByteBuffer answer = ByteBuffer.allocate(Integer.BYTES + text.remaining());
		answer.putInt(entered.isPresent() ? text.remaining() : -1).put(text).flip();
		while (answer.hasRemaining()) {
			line.write(answer);
		}
		Arrays.fill(answer.array(), (byte) 0);
		Arrays.fill(text.array(), (byte) 0);
		entered.ifPresent(secret -> Arrays.fill(secret, '\0'));
	}
}
