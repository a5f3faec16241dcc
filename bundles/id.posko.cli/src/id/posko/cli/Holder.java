package id.posko.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
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
	static OptionalInt ask(Path folder, Frame.Request request, Call call) throws IOException {
		if (!Files.exists(folder)) {
			return OptionalInt.empty();
		}
		Path address = HolderSocket.address(folder);
		if (!Files.exists(address) || !Files.getOwner(address).equals(Files.getOwner(folder))) {
			return OptionalInt.empty(); // in the temporary folder anybody might have put one
		}
		try (SocketChannel line = SocketChannel.open(UnixDomainSocketAddress.of(address))) {
			request.write(new DataOutputStream(Channels.newOutputStream(line)));
			return OptionalInt.of(copy(new DataInputStream(Channels.newInputStream(line)), call));
		} catch (ConnectException _) {
			return OptionalInt.empty();
		}
	}

	private static int copy(DataInputStream in, Call call) throws IOException {
		while (true) {
			byte type = in.readByte();
			int value = in.readInt();
			if (type == Frame.EXIT) {
				return value;
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
}
