package id.posko.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import id.posko.kit.Words;

/** Asks at this process's own variables, terminal and standard input. */
record Terminal(Words words, java.io.PrintStream err) implements Prompt {

	private static final int MOST_BYTES = 128 * 1024;

	@Override
	public Optional<char[]> ask(Question question, String about) throws IOException {
		String variable = System.getenv(question.variable);
		if (variable != null) {
			return Optional.of(variable.toCharArray());
		}
		Console console = System.console();
		if (console != null && console.isTerminal()) {
			return typed(console, question, about);
		}
		if (question.isPiped) {
			return piped();
		}
		err.println(words.say("prompt.none", question.variable));
		return Optional.empty();
	}

	private Optional<char[]> typed(Console console, Question question, String about) {
		char[] typed = console.readPassword("%s", words.say("prompt." + question, about));
		if (typed == null || !question.isNew) {
			return Optional.ofNullable(typed).or(() -> Optional.of(new char[0]));
		}
		char[] again = console.readPassword("%s", words.say("secret.again"));
		boolean isSame = Arrays.equals(typed, again);
		if (again != null) {
			Arrays.fill(again, '\0');
		}
		if (!isSame) {
			Arrays.fill(typed, '\0');
			err.println(words.say("secret.differs"));
			return Optional.empty();
		}
		return Optional.of(typed);
	}

	/** All of the standard input but its last line break. */
	private Optional<char[]> piped() throws IOException {
		byte[] bytes = System.in.readNBytes(MOST_BYTES + 1);
		if (bytes.length > MOST_BYTES) {
			err.println(words.say("secret.long"));
			return Optional.empty();
		}
		CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
		int length = text.length();
		if (length > 0 && text.charAt(length - 1) == '\n') {
			length -= length > 1 && text.charAt(length - 2) == '\r' ? 2 : 1;
		}
		char[] secret = Arrays.copyOf(text.array(), length);
		Arrays.fill(bytes, (byte) 0);
		Arrays.fill(text.array(), '\0');
		return Optional.of(secret);
	}
}
