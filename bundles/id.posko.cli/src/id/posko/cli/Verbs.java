package id.posko.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

import id.posko.staff.NotPermitted;

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

	/** Whether the verb can run now: it needs no data folder, or the folder is open. */
	boolean isReady(String name) {
		return reference(name).isPresent();
	}

	/** Whether the verb needs nobody to act. */
	boolean isOpen(String name) {
		return reference(name).filter(reference -> reference.getProperty(Verb.OPEN) != null).isPresent();
	}

	/** Runs the verb on this thread until it ends or the thread is interrupted; gives the exit code. */
	int run(String name, List<String> arguments, Call call) {
		Optional<ServiceReference<Verb>> reference = reference(name);
		if (reference.isEmpty()) {
			call.say("verb_not_here", name);
			return Call.WRONG_USE;
		}
		Verb verb = context.getService(reference.get());
		if (verb == null) {
			call.say("verb_not_made", name);
			return Call.FAILED;
		}
		return CommandForm.of(verb.on(call), "posko " + name, call)
				.setExecutionExceptionHandler((thrown, _, _) -> failed(thrown, call))
				.execute(arguments.toArray(String[]::new));
	}

	private Optional<ServiceReference<Verb>> reference(String name) {
		try {
			return context.getServiceReferences(Verb.class, "(" + Verb.NAME + "=" + name + ")").stream().findFirst();
		} catch (InvalidSyntaxException _) {
			return Optional.empty();
		}
	}

	private static int failed(Exception thrown, Call call) {
		if (thrown instanceof InterruptedException) {
			return Call.NOT_WELL;
		}
		if (thrown instanceof NotPermitted refusal) {
			call.err().println(refusal.sentence(call.locale()));
			return Call.NOT_WELL;
		}
		call.say("failed", thrown.toString());
		Arrays.stream(thrown.getStackTrace()).limit(12).forEach(frame -> call.err().println("\tat " + frame));
		return Call.FAILED;
	}
}
