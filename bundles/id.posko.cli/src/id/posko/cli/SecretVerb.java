package id.posko.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code posko secret set|list|forget [NAME]}. A secret is typed when asked for, read from the variable
 * {@code POSKO_SECRET} or from the standard input; it is never an argument and never shown.
 */
@Component(service = Verb.class, property = Verb.NAME + "=secret")
public final class SecretVerb implements Verb {

	private static final String VARIABLE = "POSKO_SECRET";
	private static final int MOST_BYTES = 128 * 1024;

	private final Secrets secrets;

	@Activate
	public SecretVerb(@Reference Secrets secrets) {
		this.secrets = secrets;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Secret(call);
	}

	@Command(name = "secret")
	final class Secret implements Callable<Integer> {

		private final Call call;

		@Spec
		private CommandSpec spec;

		private Secret(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "set NAME | list | forget NAME");
		}

		@Command(name = "set")
		int set(@Parameters(paramLabel = "NAME") String name) throws IOException {
			Optional<char[]> secret = entered(name);
			if (secret.isEmpty()) {
				return Call.WRONG_USE;
			}
			try {
				if (secret.get().length == 0) {
					call.say("secret.empty", name);
					return Call.WRONG_USE;
				}
				secrets.keep(name, secret.get());
				call.say("secret.kept", name, secrets.place());
				return Call.WELL;
			} catch (IOException e) {
				return failed(e);
			} finally {
				Arrays.fill(secret.get(), '\0');
			}
		}

		@Command(name = "list")
		int list(@Option(names = "--json", descriptionKey = "json") boolean json) {
			try {
				secrets.names().forEach(name -> call.out().println(json ? new JsonLine().put("name", name) : name));
				return Call.WELL;
			} catch (IOException e) {
				return failed(e);
			}
		}

		@Command(name = "forget")
		int forget(@Parameters(paramLabel = "NAME") String name) {
			try {
				if (!secrets.names().contains(name)) {
					call.say("secret.none", name);
					return Call.WRONG_USE;
				}
				secrets.forget(name);
				call.say("secret.forgotten", name);
				return Call.WELL;
			} catch (IOException e) {
				return failed(e);
			}
		}

		private int failed(IOException fault) {
			call.say("secret.fault", fault.getMessage());
			return Call.FAILED;
		}

		/** Empty if it was not entered rightly; then the caller was told. */
		private Optional<char[]> entered(String name) throws IOException {
			String variable = System.getenv(VARIABLE);
			if (variable != null) {
				return Optional.of(variable.toCharArray());
			}
			Console console = System.console();
			if (console == null || !console.isTerminal()) {
				return piped();
			}
			char[] typed = console.readPassword("%s", call.words().say("secret.prompt", name));
			char[] again = console.readPassword("%s", call.words().say("secret.again"));
			boolean same = Arrays.equals(typed, again);
			if (again != null) {
				Arrays.fill(again, '\0');
			}
			if (!same) {
				call.say("secret.differs");
				return Optional.empty();
			}
			return Optional.of(typed == null ? new char[0] : typed);
		}

		/** All of the standard input but its last line break. */
		private Optional<char[]> piped() throws IOException {
			byte[] bytes = System.in.readNBytes(MOST_BYTES + 1);
			if (bytes.length > MOST_BYTES) {
				call.say("secret.long");
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
}
