package id.posko.probe.ssh;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Evidence;
import id.posko.health.Reading;
import id.posko.health.Unit;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Limit;

/** How is the machine from within: disk, memory, load, clock, services, antivirus; and has it been restarted? */
@Component(service = Check.class)
public final class SshCheck implements Check {

	private static final Set<DeviceKind> KINDS = EnumSet.of(DeviceKind.AFIS_SERVER, DeviceKind.NID_SERVER,
			DeviceKind.CLIENT_PC);
	private static final Set<String> AT_WORK = Set.of("active", "running");
	/** How long a restart is shown. */
	private static final Duration NEWS = Duration.ofMinutes(10);
	private static final String SKEW = "clock.skew";
	private static final double MOST_SKEW = 120;
	private static final double SKEW_MARGIN = 10;
	private static final double OLD_SIGNATURES = 7;

	private final Shell shell;
	private final InstantSource clock;
	private final Map<Platform, Measures> measures = new EnumMap<>(Platform.class);
	private final Map<DeviceKey, Running> running = new ConcurrentHashMap<>();
	/** The quantities that were beyond their limit the last time. */
	private final Map<DeviceKey, Set<String>> beyond = new ConcurrentHashMap<>();

	/** Since when a machine runs as far as was seen, and when we saw that it had been restarted. */
	private record Running(double uptime, Instant booted, Optional<Instant> restartSeen) {
	}

	@Activate
	public SshCheck(@Reference Shell shell) {
		this(shell, InstantSource.system());
	}

	SshCheck(Shell shell, InstantSource clock) {
		this.shell = shell;
		this.clock = clock;
		for (Platform platform : Platform.values()) {
			measures.put(platform, Measures.of(platform));
		}
	}

	@Override
	public String id() {
		return "ssh";
	}

	@Override
	public boolean suits(Device device) {
		return KINDS.contains(device.kind()) && Machine.of(device).isPresent();
	}

	@Override
	public Duration timeout(Duration line) {
		return Shell.patience(line);
	}

	@Override
	public Answer ask(Device device, Duration timeout) throws InterruptedException {
		Machine machine = Machine.of(device).orElseThrow();
		Measures asked = measures.get(machine.platform());
		return switch (shell.run(machine, asked.task(machine.services()), timeout)) {
		case Reply.Nothing(Answer answer) -> answer;
		case Reply.Said said -> judge(device, machine, asked, said);
		};
	}

	Answer judge(Device device, Machine machine, Measures asked, Reply.Said said) {
		List<Reading> readings = new ArrayList<>(asked.read(said.output()));
		if (readings.isEmpty()) {
			String words = (said.errors() + " " + said.output()).replaceAll("\\s+", " ").strip();
			return new Answer.Broken(Cause.of("ssh_unread", said.exit(), words.substring(0, Math.min(120, words.length()))),
					Shell.evidence(said.machine()));
		}
		value(readings, "clock.now").ifPresent(now -> readings.add(skew(now, said)));
		value(readings, "antivirus.updated").ifPresent(updated -> readings.add(age(updated, said)));
		Set<String> before = beyond.getOrDefault(device.key(), Set.of());
		List<Measures.Breach> breaches = asked.breaches(readings, machine, before);
		Optional<Cause> clockWrong = clockWrong(readings, machine, before.contains(SKEW));
		Set<String> now = breaches.stream().map(breach -> breach.reading().quantity()).collect(Collectors.toSet());
		clockWrong.ifPresent(_ -> now.add(SKEW));
		beyond.put(device.key(), now);
		Optional<Cause> cause = restart(device.key(), value(readings, "uptime"), said)
				.or(() -> breaches.stream().findFirst()
						.map(b -> Cause.of(b.cause(), subject(b.reading()), whole(b.reading().value().getAsDouble()),
								whole(b.limit()))))
				.or(() -> service(readings)).or(() -> clockWrong)
				.or(() -> signaturesOld(readings, machine));
		Evidence evidence = Shell.evidence(said.machine()).with(readings);
		return cause.<Answer>map(why -> new Answer.Impaired(why, evidence)).orElseGet(() -> new Answer.Answered(evidence));
	}

	private static OptionalDouble value(List<Reading> readings, String quantity) {
		return readings.stream().filter(r -> r.quantity().equals(quantity)).map(Reading::value).findFirst()
				.orElse(OptionalDouble.empty());
	}

	/** The least that its clock must be off, whenever between question and answer it looked at it; ahead is positive. */
	private static Reading skew(double seconds, Reply.Said said) {
		double before = said.began().toEpochMilli() / 1e3;
		double after = before + said.took().toMillis() / 1e3;
		double skew = seconds > after ? seconds - after : seconds + 1 < before ? seconds + 1 - before : 0;
		return Reading.number(SKEW, skew, Unit.SECONDS, "clock", Double.toString(seconds));
	}

	private static Reading age(double updated, Reply.Said said) {
		double days = (said.began().getEpochSecond() - updated) / 86_400;
		String raw = Double.toString(updated);
		return days < -1 ? Reading.rejected("antivirus.age", Unit.DAYS, "antivirus", raw, "implausible")
				: Reading.number("antivirus.age", Math.max(0, days), Unit.DAYS, "antivirus", raw);
	}

	/** It runs for a shorter time than it did before. */
	private Optional<Cause> restart(DeviceKey key, OptionalDouble uptime, Reply.Said said) {
		if (uptime.isEmpty()) {
			return Optional.empty();
		}
		Instant now = clock.instant();
		Instant booted = said.began().minusSeconds((long) uptime.getAsDouble());
		Running state = running.compute(key, (_, before) -> {
			boolean fell = before != null && uptime.getAsDouble() < before.uptime();
			Optional<Instant> seen = fell ? Optional.of(now) : before == null ? Optional.empty() : before.restartSeen();
			return new Running(uptime.getAsDouble(), fell || before == null ? booted : before.booted(), seen);
		});
		return state.restartSeen().filter(seen -> now.isBefore(seen.plus(NEWS)))
				.map(_ -> Cause.of("ssh_restarted", state.booted()));
	}

	private static Optional<Cause> service(List<Reading> readings) {
		return readings.stream().filter(r -> r.quantity().startsWith("service.") && r.state().isPresent())
				.filter(r -> !AT_WORK.contains(r.state().get().toLowerCase(Locale.ROOT))).findFirst()
				.map(r -> Cause.of("ssh_service", subject(r), r.state().get()));
	}

	private static Optional<Cause> clockWrong(List<Reading> readings, Machine machine, boolean was) {
		double most = machine.limit(SKEW).orElse(MOST_SKEW);
		OptionalDouble skew = value(readings, SKEW);
		return skew.isPresent() && Limit.beyond(most, SKEW_MARGIN).isOver(Math.abs(skew.getAsDouble()), was)
				? Optional.of(Cause.of(skew.getAsDouble() > 0 ? "ssh_clock_ahead" : "ssh_clock_behind",
						Duration.ofSeconds(Math.round(Math.abs(skew.getAsDouble())))))
				: Optional.empty();
	}

	private static Optional<Cause> signaturesOld(List<Reading> readings, Machine machine) {
		double most = machine.limit("antivirus.age").orElse(OLD_SIGNATURES);
		OptionalDouble age = value(readings, "antivirus.age");
		return age.isPresent() && age.getAsDouble() > most
				? Optional.of(Cause.of("ssh_antivirus", "", whole(age.getAsDouble()), whole(most))) : Optional.empty();
	}

	/** {@code disk.used./var} is about {@code /var}. */
	private static String subject(Reading reading) {
		String[] parts = reading.quantity().split("\\.", 3);
		return reading.quantity().startsWith("service.") ? reading.quantity().substring("service.".length())
				: parts.length > 2 ? parts[2] : "";
	}

	private static String whole(double value) {
		return Long.toString(Math.round(value));
	}
}
