package id.posko.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

import id.posko.health.Spoken;
import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.Labels;
import id.posko.kit.Secrets;
import id.posko.kit.discovery.Discovered;
import id.posko.kit.discovery.Discovery;
import id.posko.kit.discovery.Discovery.Ending;
import id.posko.kit.discovery.Discovery.Manners;
import id.posko.kit.discovery.Discovery.Progress;
import id.posko.kit.discovery.Discovery.Wish;
import id.posko.kit.discovery.OfficeNetworks;
import id.posko.kit.discovery.Range;
import id.posko.kit.discovery.Sign;
import id.posko.probe.discovery.NetworkDiscovery;
import id.posko.probe.snmp.Login;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code posko discover CIDR}: which devices answer in a range, and what they seem to be. The list stays as it is. */
@Component(service = Verb.class, property = Verb.NAME + "=discover")
public final class DiscoverVerb implements Verb {

	private static final Duration SAID_EVERY = Duration.ofSeconds(10);

	private final NetworkDiscovery discovery;
	private final Inventory inventory;
	private final Optional<Secrets> secrets;

	@Activate
	public DiscoverVerb(@Reference NetworkDiscovery discovery, @Reference Inventory inventory,
			@Reference(cardinality = ReferenceCardinality.OPTIONAL) Secrets secrets) {
		this.discovery = discovery;
		this.inventory = inventory;
		this.secrets = Optional.ofNullable(secrets);
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Discover(call);
	}

	@Command(name = "discover")
	final class Discover implements Callable<Integer> {

		private final Call call;

		@Parameters(paramLabel = "CIDR", descriptionKey = "discover.range")
		private String text;
		@Mixin
		private SnmpOptions snmp;
		@Option(names = "--all", descriptionKey = "discover.all")
		private boolean isThorough;
		@Option(names = "--rate", paramLabel = "N", defaultValue = "50", descriptionKey = "discover.rate")
		private int rate;
		@Option(names = "--timeout", paramLabel = "D", defaultValue = "2s", descriptionKey = "ping.timeout")
		private Duration patience;
		@Option(names = "--limit", paramLabel = "D", defaultValue = "30m", descriptionKey = "discover.limit")
		private Duration limit;
		@Option(names = "--yes-large", descriptionKey = "discover.large")
		private boolean isLarge;
		@Option(names = "--public", descriptionKey = "discover.public")
		private boolean isPublic;
		@Option(names = "--json", descriptionKey = "json")
		private boolean json;

		private Discover(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() throws InterruptedException, IOException {
			return switch (Range.read(text, isLarge, isPublic)) {
			case Range.Reading.Right(Range range) -> sweep(range);
			case Range.Reading.Refused(Range.Refusal why) -> {
				call.err().println(why.sentence(text, call.locale()));
				if (why == Range.Refusal.TOO_LARGE || why == Range.Refusal.PUBLIC) {
					call.say(why == Range.Refusal.PUBLIC ? "discover.if_public" : "discover.if_large");
				}
				yield Call.WRONG_USE;
			}
			};
		}

		private int sweep(Range range) throws InterruptedException, IOException {
			if (rate < 1 || rate > Manners.FASTEST) {
				call.say("discover.bad_rate", rate, Manners.FASTEST);
				return Call.WRONG_USE;
			}
			if (snmp.ways() > 1) {
				call.say("discover.one_way");
				return Call.WRONG_USE;
			}
			OfficeNetworks networks = new OfficeNetworks(inventory.fleet());
			Optional<Login> login = snmp.isUser() ? snmp.user(call, secrets)
					: Optional.of(snmp.community(networks.community()));
			if (login.isEmpty()) {
				return Call.WRONG_USE;
			}
			Manners manners = new Manners(rate, patience, limit);
			Wish wish = new Wish(range, "", networks.doors(), isThorough, manners);
			call.say("discover.begins", range.size(), range, rate, spoken(manners.least(range.size())), spoken(limit));
			try {
				return tell(discovery.sweep(wish, login, new Teller(networks)));
			} finally {
				if (login.get() instanceof Login.User user) {
					user.forget();
				}
			}
		}

		private int tell(Ending ending) {
			return switch (ending) {
			case Ending.Done(Progress progress, int unsendable) -> {
				call.say("discover.done", progress.answered(), progress.of(), spoken(progress.since()));
				if (unsendable > 0) {
					call.say("discover.unsendable", unsendable);
				}
				yield unsendable > 0 ? Call.NOT_WELL : Call.WELL;
			}
			case Ending.OutOfTime(Progress progress) -> {
				call.say("discover.late", spoken(progress.since()), progress.asked(), progress.of(), progress.answered());
				yield Call.NOT_WELL;
			}
			case Ending.Busy() -> {
				call.say("discover.busy");
				yield Call.NOT_WELL;
			}
			};
		}

		private String spoken(Duration duration) {
			return new Spoken(call.locale()).duration(duration);
		}

		/** Tells of each device when all is known of it. */
		private final class Teller implements Discovery.Listener {

			private final OfficeNetworks networks;
			private final Fleet fleet = inventory.fleet();
			private final Labels labels = new Labels(call.locale());
			private Duration said = Duration.ZERO;

			private Teller(OfficeNetworks networks) {
				this.networks = networks;
			}

			@Override
			public synchronized void met(Discovered device) {
				if (device.isSettled()) {
					call.out().println(json ? json(device) : line(device));
				}
			}

			@Override
			public synchronized void progress(Progress progress) {
				if (progress.since().minus(said).compareTo(SAID_EVERY) >= 0) {
					said = progress.since();
					call.err().println(call.words().say("discover.progress", progress.asked(), progress.of(), progress.answered())
							+ progress.left().map(left -> " " + call.words().say("discover.left", spoken(left))).orElse(""));
				}
			}

			private List<String> known(Discovered device) {
				return networks.known(device.host()).stream().map(this::name).toList();
			}

			private String name(Device device) {
				return Spoken.device(device, fleet.siteOf(device));
			}

			private JsonLine json(Discovered device) {
				JsonLine line = new JsonLine().put("address", device.host().getHostAddress())
						.put("name", device.name().isEmpty() ? null : device.name())
						.put("answers", device.signs().stream().map(this::json).toList())
						.put("kind", device.guess().map(g -> g.kind().name()))
						.put("confidence", device.guess().map(g -> g.confidence().name().toLowerCase(Locale.ROOT)))
						.put("evidence", sentences(device.guess().map(g -> g.evidence()).orElse(List.of())));
				return line.put("known", known(device));
			}

			private JsonLine json(Sign sign) {
				return new JsonLine().put("sign", sign.kind().name().toLowerCase(Locale.ROOT))
						.put("value", sign.value().isEmpty() ? null : sign.value());
			}

			private List<String> sentences(List<Sign> signs) {
				return signs.stream().map(sign -> sign.sentence(call.locale())).toList();
			}

			private String line(Discovered device) {
				Set<String> first = new HashSet<>();
				String guess = device.guess().map(g -> labels.of(g.kind()) + ", " + g.confidence().label(call.locale()) + ": "
						+ String.join("; ", sentences(g.evidence()))).orElseGet(() -> call.words().say("discover.unknown"));
				device.guess().ifPresent(g -> first.addAll(sentences(g.evidence())));
				String others = sentences(device.signs()).stream().filter(s -> !first.contains(s))
						.collect(Collectors.joining("; "));
				String known = known(device).isEmpty() ? call.words().say("discover.new")
						: call.words().say("discover.known", String.join(", ", known(device)));
				return "%-15s  %s | %s | %s | %s".formatted(device.host().getHostAddress(),
						device.name().isEmpty() ? "–" : device.name(), guess, others.isEmpty() ? "–" : others, known);
			}
		}
	}
}
