package id.posko.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Finds the verb of a command line in the service registry and runs it. */
@Component(service = Verbs.class)
public final class Verbs {

	private final BundleContext context;
	private final ServiceComponentRuntime components;

	@Activate
	public Verbs(BundleContext context, @Reference ServiceComponentRuntime components) {
		this.context = context;
		this.components = components;
	}

	/** Names of all verbs there are, those included that wait for the data folder. */
	List<String> names() {
		return components.getComponentDescriptionDTOs(context.getBundles()).stream()
				.map(component -> component.properties.get(Verb.NAME)).filter(String.class::isInstance)
				.map(String.class::cast).sorted().toList();
	}

	/**
	 * The verb, if it can run now: it needs no data folder, or the folder is open.
	 *
	 * @throws IllegalStateException if something it needs can not be made; the platform's log says what
	 */
	Optional<Verb> ready(String name) {
		try {
			Collection<ServiceReference<Verb>> found = context.getServiceReferences(Verb.class,
					FrameworkUtil.createFilter("(" + Verb.NAME + "=" + name + ")").toString());
			return found.stream().findFirst().map(reference -> Optional.ofNullable(context.getService(reference))
					.orElseThrow(() -> new IllegalStateException("the command " + name + " can not be made ready")));
		} catch (InvalidSyntaxException _) {
			return Optional.empty();
		}
	}

	/** Runs the verb on this thread until it ends or the thread is interrupted; gives the exit code. */
	int run(Verb verb, String name, List<String> arguments, Call call) {
		Callable<Integer> command = verb.on(call);
		CommandLine line = new CommandLine(command).setCommandName("posko " + name)
				.registerConverter(Duration.class, new Durations())
				.setOut(new PrintWriter(call.out(), true)).setErr(new PrintWriter(call.err(), true))
				.setResourceBundle(call.words().bundle()).setCaseInsensitiveEnumValuesAllowed(true)
				.setParameterExceptionHandler((wrong, _) -> wrongUse(wrong, call))
				.setExecutionExceptionHandler((thrown, _, _) -> failed(thrown, call));
		return line.execute(arguments.toArray(String[]::new));
	}

	private static int wrongUse(ParameterException wrong, Call call) {
		call.say("wrong_use", wrong.getMessage());
		call.err().println(wrong.getCommandLine().getUsageMessage().strip());
		return Call.WRONG_USE;
	}

	private static int failed(Exception thrown, Call call) {
		if (thrown instanceof InterruptedException) {
			return Call.NOT_WELL;
		}
		call.say("failed", thrown.toString());
		Arrays.stream(thrown.getStackTrace()).limit(12).forEach(frame -> call.err().println("\tat " + frame));
		return Call.FAILED;
	}
}
