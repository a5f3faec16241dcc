package id.posko.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Cause;
import id.posko.kit.Device;
import id.posko.kit.Inventory;
import id.posko.probe.name.Names;
import id.posko.probe.name.Resolution;
import id.posko.probe.ssh.Machine;
import id.posko.probe.ssh.Shell;
import id.posko.ssh.Connections;
import id.posko.ssh.HostKey;
import id.posko.ssh.HostKeys;
import id.posko.ssh.Look;
import id.posko.ssh.Outcome;
import id.posko.ssh.Target;
import id.posko.ssh.Trust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code posko ssh list|accept|forget}: the pinned host keys, and the new one of a machine that was replaced. The
 * process that holds the data folder has no terminal to ask at: without {@code --key} or {@code --yes} the keys are
 * shown and nothing is changed.
 */
@Component(service = Verb.class, property = Verb.NAME + "=ssh")
public final class SshVerb implements Verb {

	private final Inventory inventory;
	private final Connections connections;
	private final HostKeys hostKeys;
	private final Trust trust;
	private final Names names;

	@Activate
	public SshVerb(@Reference Inventory inventory, @Reference Connections connections, @Reference HostKeys hostKeys,
			@Reference Trust trust, @Reference Names names) {
		this.inventory = inventory;
		this.connections = connections;
		this.hostKeys = hostKeys;
		this.trust = trust;
		this.names = names;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Ssh(call);
	}

	@Command(name = "ssh")
	final class Ssh implements Callable<Integer> {

		private final Call call;

		@Spec
		private CommandSpec spec;

		private Ssh(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "list | accept DEVICE [--key SHA256:…|--yes] | forget DEVICE");
		}

		@Command(name = "list")
		int list(@Option(names = "--json", descriptionKey = "json") boolean json) {
			try {
				hostKeys.all().forEach(key -> call.out().println(json
						? new JsonLine().put("machine", key.place()).put("type", key.type()).put("key", key.fingerprint())
						: key.place() + " " + key.type() + " " + key.fingerprint()));
				return Call.WELL;
			} catch (IOException e) {
				return failed(e);
			}
		}

		@Command(name = "accept")
		int accept(@Parameters(paramLabel = "DEVICE", descriptionKey = "ssh.device") String name,
				@Option(names = "--key", paramLabel = "SHA256:…", descriptionKey = "ssh.key") String fingerprint,
				@Option(names = "--yes", descriptionKey = "ssh.yes") boolean yes,
				@Option(names = "--timeout", paramLabel = "D", defaultValue = "10s", descriptionKey = "ping.timeout")
				Duration timeout) throws InterruptedException {
			Optional<Machine> machine = machine(name);
			if (machine.isEmpty()) {
				return Call.WRONG_USE;
			}
			String host = machine.get().address().host();
			return switch (names.resolve(machine.get().address(), timeout)) {
			case Resolution.Unresolved none -> unseen(none.cause());
			case Resolution.Known(InetAddress address) ->
				switch (connections.look(Target.of(host, address, machine.get().port()), timeout)) {
				case Look.Failed(Outcome why) -> unseen(Shell.cause(why, name));
				case Look.Shown(HostKey key) -> accept(name, key, Optional.ofNullable(fingerprint), yes);
				};
			};
		}

		@Command(name = "forget")
		int forget(@Parameters(paramLabel = "DEVICE", descriptionKey = "ssh.machine") String name) {
			Optional<String> place = name.startsWith("[") ? Optional.of(name) : machine(name).map(m -> HostKey.place(m.address().host(), m.port()));
			if (place.isEmpty()) {
				return Call.WRONG_USE;
			}
			try {
				boolean known = trust.forget(call.by(), place.get());
				call.say(known ? "ssh.forgotten" : "ssh.unknown", place.get());
				return known ? Call.WELL : Call.WRONG_USE;
			} catch (IOException e) {
				return failed(e);
			}
		}

		private Optional<Machine> machine(String name) {
			Optional<Device> device = new Selection(call, inventory.fleet()).device(name);
			Optional<Machine> machine = device.flatMap(Machine::of);
			if (device.isPresent() && machine.isEmpty()) {
				call.say("ssh.not_entered", name);
			}
			return machine;
		}

		private int accept(String name, HostKey shown, Optional<String> fingerprint, boolean yes) {
			try {
				return judge(name, shown, fingerprint, yes);
			} catch (IOException e) {
				return failed(e);
			}
		}

		private int judge(String name, HostKey shown, Optional<String> fingerprint, boolean yes) throws IOException {
			List<HostKey> known = hostKeys.of(shown.place());
			known.forEach(key -> call.say("ssh.known", key.type(), key.fingerprint()));
			if (known.isEmpty()) {
				call.say("ssh.none_known");
			}
			call.say("ssh.shown", shown.type(), shown.fingerprint());
			if (known.stream().anyMatch(shown::isSame)) {
				call.say("ssh.same");
				return Call.WELL;
			}
			if (fingerprint.isPresent() && !fingerprint.get().equals(shown.fingerprint())) {
				call.say("ssh.other_key", fingerprint.get());
				return Call.NOT_WELL;
			}
			if (fingerprint.isEmpty() && !yes) {
				call.say("ssh.compare", name, shown.fingerprint());
				return Call.NOT_WELL;
			}
			trust.accept(call.by(), shown);
			call.say("ssh.accepted", name);
			return Call.WELL;
		}

		private int unseen(Cause cause) {
			call.err().println(cause.sentence(call.locale()));
			return Call.NOT_WELL;
		}

		private int failed(IOException fault) {
			call.say("ssh.fault", fault.getMessage());
			return Call.FAILED;
		}
	}
}
