package id.posko.probe.ssh;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.EchoAnswer;
import id.posko.health.Vantage;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.probe.icmp.PingOutput;
import id.posko.probe.name.Names;
import id.posko.probe.name.Resolution;

/** Runs the {@code ping} of another machine over SSH and judges what it writes like the one of this machine. */
@Component
public final class RemotePing implements Vantage {

	private static final String METHOD = "ssh-ping";
	private static final int NO_SUCH_COMMAND = 127;

	private final Shell shell;
	private final Names names;

	@Activate
	public RemotePing(@Reference Shell shell, @Reference Names names) {
		this.shell = shell;
		this.names = names;
	}

	@Override
	public View ping(Device from, Address target, Duration timeout) throws InterruptedException {
		Optional<Machine> machine = Machine.of(from);
		if (machine.isEmpty()) {
			return new View.NotMeasured(Cause.of("vantage_no_access", from.name()));
		}
		return switch (names.resolve(target, timeout)) {
		case Resolution.Known(InetAddress address) -> ping(machine.get(), address, timeout);
		case Resolution.Unresolved none -> new View.NotMeasured(none.cause());
		};
	}

	private View ping(Machine from, InetAddress target, Duration timeout) throws InterruptedException {
		boolean windows = from.platform() == Platform.WINDOWS;
		List<String> words = PingOutput.command(target, timeout, windows);
		String command = String.join(" ", windows ? words : Stream.concat(Stream.of("env", "LC_ALL=C"), words.stream())
				.toList());
		return switch (shell.run(from, new Platform.Task(command, new byte[0]), Shell.patience(timeout))) {
		case Reply.Nothing(Answer answer) -> new View.NotMeasured(answer.cause());
		case Reply.Said said when said.exit() == NO_SUCH_COMMAND ->
			new View.NotMeasured(Cause.of("vantage_no_ping", from.name()));
		case Reply.Said said -> judge(from, said, target, timeout);
		};
	}

	private static View judge(Machine from, Reply.Said said, InetAddress target, Duration timeout) {
		List<String> lines = Stream.concat(said.output().lines(), said.errors().lines()).filter(l -> !l.isBlank())
				.limit(100).map(line -> line.length() > 500 ? line.substring(0, 500) : line).toList();
		return switch (new PingOutput(target, timeout, said.machine()).judge(lines, said.exit())) {
		case EchoAnswer.Replied(var roundTrip, var responder, _) ->
			new View.Seen(new EchoAnswer.Replied(roundTrip, responder, METHOD));
		case EchoAnswer.Silent(var waited, _) -> new View.Seen(new EchoAnswer.Silent(waited, METHOD));
		case EchoAnswer.Refused(var responder, var cause, _) ->
			new View.Seen(new EchoAnswer.Refused(responder, cause, METHOD));
		case EchoAnswer.NotSent(var cause, _) -> new View.NotMeasured(Cause.of("vantage_ping_failed", from.name(),
				String.join(" ", cause.arguments())));
		};
	}
}
