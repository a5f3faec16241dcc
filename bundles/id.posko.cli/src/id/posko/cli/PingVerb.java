package id.posko.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Cause;
import id.posko.health.State;
import id.posko.kit.Address;
import id.posko.probe.icmp.Sweep;
import id.posko.probe.icmp.SystemEcho;
import id.posko.probe.name.Names;
import id.posko.probe.name.Resolution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code posko ping HOST… | --file F}: asks any hosts, in the inventory or not, and says truly which answer. */
@Component(service = Verb.class, property = Verb.NAME + "=ping")
public final class PingVerb implements Verb {

	private final SystemEcho echo;
	private final Names names;

	@Activate
	public PingVerb(@Reference SystemEcho echo, @Reference Names names) {
		this.echo = echo;
		this.names = names;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Ping(call);
	}

	@Command(name = "ping")
	final class Ping implements Callable<Integer> {

		private final Call call;

		@Parameters(paramLabel = "HOST", descriptionKey = "ping.hosts")
		private List<String> hosts = List.of();
		@Option(names = "--file", paramLabel = "F", descriptionKey = "ping.file")
		private Path file;
		@Option(names = "--count", paramLabel = "N", defaultValue = "1", descriptionKey = "ping.count")
		private int count;
		@Option(names = "--timeout", paramLabel = "D", defaultValue = "2s", descriptionKey = "ping.timeout")
		private Duration timeout;
		@Option(names = "--rate", paramLabel = "N|max", defaultValue = "10000", descriptionKey = "ping.rate")
		private String rate;
		@Option(names = "--json", descriptionKey = "json")
		private boolean json;
		@Option(names = "--summary", descriptionKey = "ping.summary")
		private boolean summary;

		private Ping(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() throws InterruptedException {
			Optional<List<String>> wanted = wanted();
			Optional<Long> perSecond = perSecond();
			if (wanted.isEmpty() || perSecond.isEmpty()) {
				return Call.WRONG_USE;
			}
			if (wanted.get().isEmpty() || count < 1 || (long) count * wanted.get().size() > Integer.MAX_VALUE) {
				call.say(wanted.get().isEmpty() ? "ping.no_hosts" : "ping.bad_count");
				return Call.WRONG_USE;
			}
			long start = System.nanoTime();
			Map<String, Resolution> resolved = resolve(wanted.get());
			List<String> asked = wanted.get().stream().filter(h -> resolved.get(h) instanceof Resolution.Known).toList();
			List<InetAddress> targets = asked.stream().map(h -> ((Resolution.Known) resolved.get(h)).address()).toList();
			PingTally tally = new PingTally(targets.size(), timeout);
			if (!targets.isEmpty()) {
				Duration gap = count > 1 ? Duration.ofSeconds(1) : Duration.ZERO;
				echo.run(new Sweep(targets, count, gap, timeout, perSecond.get()), tally);
			}
			Map<String, PingTally.Host> answers = new LinkedHashMap<>();
			wanted.get().forEach(host -> answers.put(host, notAsked(host, resolved.get(host))));
			for (int i = 0; i < asked.size(); i++) {
				answers.put(asked.get(i), tally.host(i, targets.get(i)));
			}
			return tell(answers, Duration.ofNanos(System.nanoTime() - start));
		}

		private Optional<List<String>> wanted() {
			List<String> all = new ArrayList<>();
			boolean good = true;
			for (String host : hosts) {
				if (Address.tryParse(host).isEmpty()) {
					call.say("ping.no_address", host);
					good = false;
				}
				all.add(host);
			}
			return (file == null || addFile(all)) && good ? Optional.of(all.stream().distinct().toList()) : Optional.empty();
		}

		private boolean addFile(List<String> all) {
			boolean good = true;
			try {
				List<String> lines = Files.readAllLines(call.resolve(file));
				for (int i = 0; i < lines.size(); i++) {
					String host = lines.get(i).replaceFirst("^\uFEFF", "").replaceFirst("#.*", "").strip();
					if (!host.isEmpty() && Address.tryParse(host).isEmpty()) {
						call.say("ping.file.no_address", file, i + 1, host);
						good = false;
					} else if (!host.isEmpty()) {
						all.add(host);
					}
				}
				return good;
			} catch (MalformedInputException _) {
				call.say("file.no_text", file);
			} catch (NoSuchFileException _) {
				call.say("file.missing", file);
			} catch (IOException e) {
				call.say("file.unreadable", file, Objects.requireNonNullElse(e.getMessage(), e.toString()));
			}
			return false;
		}

		private Optional<Long> perSecond() {
			if (rate.equals("max")) {
				return Optional.of(Sweep.UNLIMITED);
			}
			if (rate.matches("[1-9]\\d{0,6}") && Long.parseLong(rate) <= 1_000_000) {
				return Optional.of(Long.parseLong(rate));
			}
			call.say("ping.bad_rate", rate);
			return Optional.empty();
		}

		private Map<String, Resolution> resolve(List<String> wanted) throws InterruptedException {
			Map<String, Resolution> resolved = new LinkedHashMap<>();
			Map<String, Future<Resolution>> pending = new LinkedHashMap<>();
			try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
				for (String host : wanted) {
					Address address = Address.parse(host);
					address.literal().ifPresentOrElse(a -> resolved.put(host, new Resolution.Known(a)),
							() -> pending.computeIfAbsent(host, _ -> threads.submit(() -> names.resolve(address, timeout))));
				}
				for (var answer : pending.entrySet()) {
					resolved.put(answer.getKey(), answer.getValue().get());
				}
			} catch (ExecutionException e) {
				throw new IllegalStateException(e.getCause());
			}
			return resolved;
		}

		private PingTally.Host notAsked(String host, Resolution resolution) {
			return switch (resolution) {
			case Resolution.Late _ -> PingTally.Host.notAsked(State.UNKNOWN, Cause.of("name_slow", host, timeout));
			case Resolution.Unknown _, Resolution.Known _ ->
				PingTally.Host.notAsked(State.DOWN, Cause.of("name_unknown", host));
			};
		}

		private int tell(Map<String, PingTally.Host> answers, Duration elapsed) {
			long up = answers.values().stream().filter(PingTally.Host::answered).count();
			long down = answers.values().stream().filter(h -> h.verdict() == State.DOWN).count();
			if (summary) {
				call.out().println(json
						? new JsonLine().put("hosts", answers.size()).put("up", up).put("down", down)
								.put("unknown", answers.size() - up - down).put("elapsedMs", elapsed)
								.put("method", echo.method())
						: call.words().say("ping.total", answers.size(), up, down, answers.size() - up - down,
								elapsed.toMillis(), echo.method()));
			} else {
				answers.forEach((host, answer) -> call.out().println(json ? json(host, answer) : line(host, answer)));
			}
			boolean well = answers.values().stream().allMatch(h -> h.verdict() == State.UP);
			return well ? Call.WELL : Call.NOT_WELL;
		}

		private JsonLine json(String host, PingTally.Host answer) {
			return new JsonLine().put("host", host).put("sent", answer.sent()).put("received", answer.received())
					.put("rttMs", answer.roundTrip()).put("verdict", answer.verdict().code())
					.put("cause", answer.cause().map(Cause::code))
					.put("sentence", answer.cause().map(c -> c.sentence(call.locale())))
					.put("responder", answer.responder().map(InetAddress::getHostAddress))
					.put("method", answer.sent() == 0 ? null : echo.method());
		}

		private String line(String host, PingTally.Host answer) {
			String state = call.words().say("state." + answer.verdict().name());
			String detail = answer.roundTrip().map(r -> call.words().say("ping.line", number(r), answer.received(), answer.sent()))
					.orElse("");
			String why = answer.cause().map(c -> c.sentence(call.locale())).orElse("");
			return "%-24s %-14s %s %s".formatted(host, state, detail, why).stripTrailing();
		}

		private String number(Duration roundTrip) {
			BigDecimal millis = BigDecimal.valueOf(roundTrip.toNanos(), 6).setScale(2, RoundingMode.HALF_UP);
			return String.format(call.locale(), "%.2f", millis);
		}
	}
}
