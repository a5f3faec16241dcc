package id.posko.health.online;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Cause;
import id.posko.health.State;
import id.posko.health.counter.CounterReader;
import id.posko.health.counter.CounterReading;
import id.posko.health.counter.CounterRule;
import id.posko.health.counter.CounterSeries;
import id.posko.health.counter.CounterVerdict;
import id.posko.health.counter.HandCounter;
import id.posko.health.counter.ManualEntry;
import id.posko.health.counter.ManualEntry.Judged;
import id.posko.health.counter.Photo;
import id.posko.health.counter.Photos;
import id.posko.health.counter.Schedulers;
import id.posko.kit.Inventory;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.procedure.Field;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.staff.Permission;

/**
 * Whether the NID Scheduler's counter grows: read by the console where it can be, else written down by the officer, who
 * has to do that twice.
 */
@Component
public final class CounterAction implements StepAction {

	private static final Words WORDS = Words.of(Cause.class, Words.INDONESIAN);
	/** For what waits, where a database knows it. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);
	private static final Duration WINDOW = Duration.ofHours(1);

	private final Inventory inventory;
	private final OnlineSop sop;
	private final CounterReader reader;
	private final HandCounter hand;
	private final Photos photos;
	private final InstantSource clock;

	@Activate
	public CounterAction(@Reference Inventory inventory, @Reference OnlineSop sop, @Reference CounterReader reader,
			@Reference HandCounter hand, @Reference Photos photos) {
		this(inventory, sop, reader, hand, photos, InstantSource.system());
	}

	public CounterAction(Inventory inventory, OnlineSop sop, CounterReader reader, HandCounter hand, Photos photos,
			InstantSource clock) {
		this.inventory = inventory;
		this.sop = sop;
		this.reader = reader;
		this.hand = hand;
		this.photos = photos;
		this.clock = clock;
	}

	@Override
	public String id() {
		return "counter.record";
	}

	@Override
	public Optional<Permission> needs() {
		return Optional.of(Permission.COUNTER);
	}

	/** Nothing where the console reads it by itself. */
	@Override
	public List<Asked> asks(Task task) {
		return site(task).filter(this::isRead).isPresent() ? List.of()
				: List.of(asked("value", Field.Kind.NUMBER, true), asked("backlog", Field.Kind.NUMBER, false),
						asked("restarted", Field.Kind.TEXT, false), asked("photo", Field.Kind.FILE, false));
	}

	private static Asked asked(String key, Field.Kind kind, boolean isNeeded) {
		return new Asked(new Field(name(key), kind), isNeeded);
	}

	private static String name(String key) {
		return WORDS.say("act.counter." + key);
	}

	private Optional<Site> site(Task task) {
		return task.place().flatMap(inventory.fleet()::site);
	}

	private boolean isRead(Site site) {
		return Schedulers.of(inventory.fleet(), site.code()).stream().anyMatch(reader::hasSource);
	}

	@Override
	public Deed act(Task task, Answers answers, Consumer<String> progress) throws IOException, InterruptedException {
		Optional<Site> site = site(task);
		if (site.isEmpty()) {
			return new Deed.NotYet(WORDS.say("act.no_site"));
		}
		if (isRead(site.get())) {
			StepResult result = sop.ask(site.get(), OnlineStep.COUNTER, way -> progress.accept(way.sentence(Words.INDONESIAN)));
			return new Deed.Found(id(), result.state() == State.UP, result.sentence(Words.INDONESIAN));
		}
		Optional<Photo> photo = Optional.empty();
		Path file = answers.files().get(name("photo"));
		if (file != null) {
			switch (photos.keep(file)) {
			case Photos.Keeping.Kept kept -> photo = Optional.of(kept.photo());
			case Photos.Keeping.Refused refused -> {
				return new Deed.NotYet(refused.cause().sentence(Words.INDONESIAN));
			}
			}
		}
		return written(site.get().code(), task, answers, photo);
	}

	private Deed written(RegionCode site, Task task, Answers answers, Optional<Photo> photo)
			throws IOException, InterruptedException {
		Instant now = clock.instant();
		Judged judged = new ManualEntry(series(site, now), now).of(answers.value(name("value")),
				answers.value(name("backlog")), task.by().name(), !answers.value(name("restarted")).isEmpty(), photo);
		return switch (judged) {
		case Judged.Right(CounterReading reading) -> {
			hand.keep(task.by(), site, reading, PATIENCE);
			CounterVerdict verdict = CounterVerdict.now(series(site, now), now);
			yield new Deed.Found(id(), verdict.state() == State.UP, verdict.cause().sentence(Words.INDONESIAN));
		}
		case Judged.TooSoon(Instant earliest) ->
			new Deed.NotYet(WORDS.say("act.counter.too_soon", Duration.between(now, earliest).toSeconds() + 1));
		case Judged.Lower(CounterReading last) -> new Deed.NotYet(WORDS.say("act.counter.lower", last.value(), name("restarted")));
		case Judged.Wrong(Cause cause) -> new Deed.NotYet(cause.sentence(Words.INDONESIAN));
		};
	}

	private CounterSeries series(RegionCode site, Instant now) throws IOException {
		return reader.series(site, now.minus(WINDOW), CounterRule.DEFAULT);
	}
}
