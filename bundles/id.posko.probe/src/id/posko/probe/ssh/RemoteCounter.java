package id.posko.probe.ssh;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.counter.CounterReading;
import id.posko.health.counter.CounterSource;
import id.posko.kit.Access;
import id.posko.kit.Device;

/**
 * Reads a NID Scheduler's counter on its machine over SSH, as the machine's access says: the output of
 * {@code counter.command}, or the end of {@code counter.file}, in which {@code counter.pattern} finds the number
 * ({@code Records sent after Restart\D+(\d+)}).
 */
@Component
public final class RemoteCounter implements CounterSource {

	private final Shell shell;
	private final InstantSource clock;

	@Activate
	public RemoteCounter(@Reference Shell shell) {
		this(shell, InstantSource.system());
	}

	RemoteCounter(Shell shell, InstantSource clock) {
		this.shell = shell;
		this.clock = clock;
	}

	@Override
	public boolean suits(Device device) {
		Access access = device.access();
		return access.get("counter.pattern").isPresent()
				&& access.get("counter.command").or(() -> access.get("counter.file")).isPresent();
	}

	@Override
	public Read read(Device device, Duration timeout) throws InterruptedException {
		String written = device.access().get("counter.pattern").orElseThrow();
		Optional<Machine> machine = Machine.of(device);
		if (machine.isEmpty()) {
			return new Read.Nothing(Cause.of("vantage_no_access", device.name()));
		}
		try {
			Pattern pattern = Pattern.compile(written);
			return switch (shell.run(machine.get(), machine.get().platform().task(script(machine.get())), timeout)) {
			case Reply.Nothing(Answer answer) -> new Read.Nothing(answer.cause());
			case Reply.Said said -> read(machine.get(), said, pattern);
			};
		} catch (PatternSyntaxException _) {
			return new Read.Nothing(Cause.of("counter_bad_pattern", written));
		}
	}

	private static String script(Machine machine) {
		Optional<String> command = machine.access().get("counter.command");
		if (command.isPresent()) {
			return command.get() + "\n";
		}
		String file = machine.platform().quoted(List.of(machine.access().get("counter.file").orElseThrow()));
		return switch (machine.platform()) {
		case LINUX -> "tail -c 32768 -- " + file + "\n";
		case WINDOWS -> "Get-Content -Tail 200 -LiteralPath " + file + "\n";
		};
	}

	private Read read(Machine machine, Reply.Said said, Pattern pattern) {
		OptionalLong value = CounterText.find(pattern, said.output());
		if (value.isPresent()) {
			return new Read.Value(new CounterReading(clock.instant(), value.getAsLong(), Optional.empty(),
					OptionalLong.empty(), "ssh " + machine.name()));
		}
		String errors = said.errors().replaceAll("\\s+", " ").strip();
		return new Read.Nothing(said.exit() == 0 || errors.isEmpty() ? Cause.of("counter_no_match", pattern.pattern())
				: Cause.of("counter_unread", errors.substring(0, Math.min(200, errors.length()))));
	}
}
