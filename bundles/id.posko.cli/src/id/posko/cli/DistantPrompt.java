package id.posko.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Asks the caller at the other end of the socket. */
final class DistantPrompt implements Prompt {

	private static final int LONGEST = 1 << 20;

	private final DataOutputStream out;
	private final BlockingQueue<Optional<char[]>> answers = new LinkedBlockingQueue<>();

	DistantPrompt(DataOutputStream out) {
		this.out = out;
	}

	@Override
	public Optional<char[]> ask(Question question, String about) throws IOException, InterruptedException {
		Frame.ask(out, question, about);
		return answers.take();
	}

	/** Takes answers until the caller goes away or says what is no answer; then the command is interrupted. */
	void listen(DataInputStream in, Thread command) {
		try {
			for (int length = in.readInt(); length >= -1 && length <= LONGEST; length = in.readInt()) {
				answers.add(length < 0 ? Optional.empty() : Optional.of(text(in.readNBytes(length))));
			}
			command.interrupt();
		} catch (IOException _) {
			command.interrupt();
		}
	}

	private static char[] text(byte[] octets) {
		CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(octets));
		char[] answer = Arrays.copyOf(text.array(), text.limit());
		Arrays.fill(octets, (byte) 0);
		Arrays.fill(text.array(), '\0');
		return answer;
	}
}
