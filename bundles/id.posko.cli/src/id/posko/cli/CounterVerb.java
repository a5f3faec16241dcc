package id.posko.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.State;
import id.posko.health.counter.CounterReader;
import id.posko.health.counter.CounterReading;
import id.posko.health.counter.CounterRule;
import id.posko.health.counter.CounterSeries;
import id.posko.health.counter.CounterStep;
import id.posko.health.counter.CounterVerdict;
import id.posko.health.counter.HandCounter;
import id.posko.health.counter.Photo;
import id.posko.health.counter.Photos;
import id.posko.kit.Inventory;
import id.posko.kit.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posko counter add|list|status}: what the NID Scheduler's "No. of Records sent after Restart" showed. */
@Component(service = Verb.class, property = Verb.NAME + "=counter")
public final class CounterVerb implements Verb {

	private static final long MOST = 999_999_999_999_999_999L;
	/** A clock that is a little ahead is no typing error. */
	private static final Duration AHEAD = Duration.ofMinutes(1);
	private static final int LONGEST_NAME = 100;
	/** For what waits, where a database knows it. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Inventory inventory;
	private final CounterReader reader;
	private final HandCounter hand;
	private final Photos photos;
	private final InstantSource clock = InstantSource.system();

	@Activate
	public CounterVerb(@Reference Inventory inventory, @Reference CounterReader reader, @Reference HandCounter hand,
			@Reference Photos photos) {
		this.inventory = inventory;
		this.reader = reader;
		this.hand = hand;
		this.photos = photos;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Counter(call);
	}

	@Command(name = "counter")
	final class Counter implements Callable<Integer> {

		private final Call call;

		@Spec
		private CommandSpec spec;

		private Counter(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "add")
		int add(@Option(names = "--site", paramLabel = "CODE", required = true, descriptionKey = "sop.site") String code,
				@Parameters(paramLabel = "VALUE", descriptionKey = "counter.value") long value,
				@Option(names = "--at", paramLabel = "T", descriptionKey = "counter.at") String at,
				@Option(names = "--backlog", paramLabel = "N", descriptionKey = "counter.backlog") Long backlog,
				@Option(names = "--by", paramLabel = "NAME", descriptionKey = "counter.by") String by,
				@Option(names = "--photo", paramLabel = "FILE", descriptionKey = "counter.photo") Path file)
				throws IOException, InterruptedException {
			Optional<Site> site = site(code);
			Optional<Instant> time = time(at);
			if (site.isEmpty() || time.isEmpty()) {
				return Call.WRONG_USE;
			}
			if (value < 0 || value > MOST || backlog != null && (backlog < 0 || backlog > MOST)) {
				call.say("counter.bad_value", String.valueOf(value < 0 || value > MOST ? value : backlog));
				return Call.WRONG_USE;
			}
			Optional<Photo> photo = file == null ? Optional.empty() : kept(file);
			if (file != null && photo.isEmpty()) {
				return Call.WRONG_USE;
			}
			String person = by == null ? call.person() : by;
			CounterReading made = new CounterReading(time.get(), value, Optional.empty(),
					backlog == null ? OptionalLong.empty() : OptionalLong.of(backlog),
					person.substring(0, Math.min(LONGEST_NAME, person.length())), photo);
			hand.keep(call.by(), site.get().code(), made, PATIENCE).remarks()
					.forEach(remark -> call.err().println(remark.sentence(call.locale())));
			call.err().println(CounterVerdict.of(series(site.get())).cause().sentence(call.locale()));
			return Call.WELL;
		}

		@Command(name = "list")
		int list(@Option(names = "--site", paramLabel = "CODE", required = true, descriptionKey = "sop.site") String code,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			Optional<Site> site = site(code);
			if (site.isEmpty()) {
				return Call.WRONG_USE;
			}
			CounterSeries series = series(site.get());
			List<CounterStep> steps = series.steps();
			for (int i = 0; i < steps.size(); i++) {
				CounterReading reading = series.readings().get(i);
				call.out().println(json ? json(site.get(), reading, steps.get(i)) : text(reading, steps.get(i)));
			}
			return Call.WELL;
		}

		@Command(name = "status")
		int status(@Option(names = "--site", paramLabel = "CODE", descriptionKey = "check.site") String code,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			Optional<Site> site = code == null ? Optional.empty() : site(code);
			if (code != null && site.isEmpty()) {
				return Call.WRONG_USE;
			}
			Collection<Site> sites = site.<Collection<Site>>map(List::of).orElseGet(() -> inventory.fleet().sites());
			List<State> states = new ArrayList<>();
			for (Site each : sites) {
				CounterSeries series = series(each);
				if (site.isPresent() || series.last().isPresent()) {
					CounterVerdict verdict = CounterVerdict.now(series, clock.instant());
					states.add(verdict.state());
					call.out().println(json ? json(each, series, verdict) : text(each, series, verdict));
				}
			}
			return states.stream().anyMatch(state -> state == State.DOWN || state == State.UNKNOWN) ? Call.NOT_WELL
					: Call.WELL;
		}

		private Optional<Site> site(String code) {
			return new Selection(call, inventory.fleet()).site(code);
		}

		/** Empty if it is refused; then why is said. */
		private Optional<Photo> kept(Path file) {
			return switch (photos.keep(call.resolve(file))) {
			case Photos.Keeping.Kept(Photo photo) -> Optional.of(photo);
			case Photos.Keeping.Refused(var cause) -> {
				call.err().println(cause.sentence(call.locale()));
				yield Optional.empty();
			}
			};
		}

		private CounterSeries series(Site site) throws IOException {
			return reader.series(site.code(), Instant.EPOCH, CounterRule.DEFAULT);
		}

		/** Now, or as it is written: ISO-8601 with offset, not in the future. */
		private Optional<Instant> time(String written) {
			Instant now = clock.instant();
			if (written == null) {
				return Optional.of(now);
			}
			try {
				Instant time = OffsetDateTime.parse(written).toInstant();
				if (!time.isAfter(now.plus(AHEAD)) && time.isAfter(Instant.EPOCH)) {
					return Optional.of(time);
				}
			} catch (DateTimeParseException _) {
				// said below
			}
			call.say("counter.bad_time", written);
			return Optional.empty();
		}

		private static Object backlog(CounterReading reading) {
			return reading.backlog().isPresent() ? reading.backlog().getAsLong() : null;
		}

		private static JsonLine json(Site site, CounterReading reading, CounterStep step) {
			return new JsonLine().put("site", site.name()).put("siteCode", site.code()).put("at", reading.at())
					.put("value", reading.value()).put("step", step.code()).put("backlog", backlog(reading))
					.put("since", reading.since()).put("reader", reading.reader())
					.put("photo", reading.photo().map(Photo::name));
		}

		private String text(CounterReading reading, CounterStep step) {
			return "%s  %12d  %-16s %s".formatted(JsonLine.time(reading.at()), reading.value(),
					call.words().say("counter.step." + step), reading.reader()).stripTrailing();
		}

		private JsonLine json(Site site, CounterSeries series, CounterVerdict verdict) {
			return new JsonLine().put("site", site.name()).put("siteCode", site.code()).put("trend", series.trend().code())
					.put("state", verdict.state().code()).put("cause", verdict.cause().code())
					.put("sentence", verdict.cause().sentence(call.locale()))
					.put("value", series.last().map(CounterReading::value))
					.put("backlog", series.last().map(Counter::backlog)).put("total", series.total())
					.put("sent", series.sent()).put("segments", series.segments().size())
					.put("readings", series.readings().size()).put("since", series.since())
					.put("at", series.last().map(CounterReading::at));
		}

		private String text(Site site, CounterSeries series, CounterVerdict verdict) {
			return "%-14s %-32s %12d  %s".formatted(call.words().say("state." + verdict.state()), site.name(),
					series.total(), verdict.cause().sentence(call.locale()));
		}
	}
}
