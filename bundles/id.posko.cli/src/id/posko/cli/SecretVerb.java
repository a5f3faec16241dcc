package id.posko.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.cli.Prompt.Question;
import id.posko.staff.OfficeSecrets;
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

	private final OfficeSecrets secrets;

	@Activate
	public SecretVerb(@Reference OfficeSecrets secrets) {
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
		int set(@Parameters(paramLabel = "NAME") String name) throws IOException, InterruptedException {
			secrets.permit(call.by(), name);
			Optional<char[]> secret = call.prompt().ask(Question.SECRET, name);
			if (secret.isEmpty()) {
				return Call.WRONG_USE;
			}
			try {
				if (secret.get().length == 0) {
					call.say("secret.empty", name);
					return Call.WRONG_USE;
				}
				if (!secrets.keep(call.by(), name, secret.get())) {
					call.say("secret.own", name);
					return Call.WRONG_USE;
				}
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
				secrets.names(call.by()).forEach(name -> call.out().println(json ? new JsonLine().put("name", name) : name));
				return Call.WELL;
			} catch (IOException e) {
				return failed(e);
			}
		}

		@Command(name = "forget")
		int forget(@Parameters(paramLabel = "NAME") String name) {
			try {
				if (!secrets.forget(call.by(), name)) {
					call.say("secret.none", name);
					return Call.WRONG_USE;
				}
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
	}
}
