package id.posko.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.sim.Fault;
import id.posko.sim.Faults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posko sim fault [NAME on|off]}: what goes wrong in the sample kabupaten while the demo runs. */
@Component(service = Verb.class, property = Verb.NAME + "=sim")
public final class SimVerb implements Verb {

	private final Faults faults;

	@Activate
	public SimVerb(@Reference Faults faults) {
		this.faults = faults;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Sim(call);
	}

	@Command(name = "sim")
	final class Sim implements Callable<Integer> {

		private enum Switch {
			ON, OFF
		}

		private final Call call;

		@Spec
		private CommandSpec spec;

		private Sim(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "fault")
		int fault(
				@Parameters(paramLabel = "NAME", arity = "0..1", index = "0", descriptionKey = "sim.name") String name,
				@Parameters(paramLabel = "on|off", arity = "0..1", index = "1", descriptionKey = "sim.switch") Switch position,
				@Option(names = "--json", descriptionKey = "json") boolean json) {
			if (name == null) {
				faults.all().forEach(fault -> call.out().println(line(fault, json)));
				return Call.WELL;
			}
			Optional<Fault> fault = faults.named(name);
			if (fault.isEmpty()) {
				call.say("sim.no_fault", name);
				return Call.WRONG_USE;
			}
			if (position != null) {
				faults.turn(fault.get(), position == Switch.ON);
			}
			call.out().println(line(fault.get(), json));
			return Call.WELL;
		}

		private String line(Fault fault, boolean json) {
			String sentence = fault.label(call.locale());
			return json ? new JsonLine().put("name", fault.name()).put("on", faults.isOn(fault))
					.put("site", fault.site().code().text()).put("group", fault.kind().group().name().toLowerCase(Locale.ROOT))
					.put("sentence", sentence).toString()
					: "%-4s %-22s %s. %s".formatted(faults.isOn(fault) ? "on" : "off", fault.name(), fault.site().name(),
							sentence);
		}
	}
}
