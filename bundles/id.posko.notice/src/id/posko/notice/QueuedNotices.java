package id.posko.notice;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DataFolder;
import id.posko.kit.Inventory.Subscription;
import id.posko.kit.Notices;
import id.posko.kit.Secrets;
import id.posko.kit.Words;

/**
 * E-mail and webhook, each with its own queue, thread and file in the data folder; what is set up stands in
 * {@code notice.properties} there. In the language of this process.
 */
@Component
public final class QueuedNotices implements Notices {

	private static final Logger LOG = System.getLogger(QueuedNotices.class.getName());
	private static final int LONGEST_NAME = 200;
	private static final int LONGEST_SENTENCE = 1_000;

	private final Secrets secrets;
	private final InstantSource clock;
	private final SetupFile file;
	private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
	private final AtomicReference<List<Flaw>> said = new AtomicReference<>(List.of());
	private final List<Delivery> deliveries;
	private final Delivery mail;
	private final Delivery webhook;

	@Activate
	public QueuedNotices(@Reference DataFolder folder, @Reference Secrets secrets) {
		this(folder.path(), secrets, InstantSource.system());
	}

	QueuedNotices(Path folder, Secrets secrets, InstantSource clock) {
		this.secrets = secrets;
		this.clock = clock;
		file = new SetupFile(folder.resolve("notice.properties"));
		mail = delivery(folder, Way.MAIL);
		webhook = delivery(folder, Way.WEBHOOK);
		deliveries = List.of(mail, webhook);
	}

	private Delivery delivery(Path folder, String way) {
		return new Delivery(way, folder.resolve("notice." + way + ".queue"), this::setup,
				setup -> way(way, setup, Locale.getDefault()), clock, trouble -> say(way, trouble));
	}

	/** What is wrong with the file is said once, whenever it came to be so. */
	private Optional<Setup> setup() {
		Optional<Setup> setup = file.current();
		List<Flaw> flaws = file.flaws();
		if (!flaws.equals(said.getAndSet(flaws))) {
			flaws.stream().map(flaw -> flaw.in(Locale.getDefault()).sentence()).forEach(sentence -> {
				LOG.log(Level.WARNING, "notice.properties: {0}", sentence);
				say("notice.properties: " + sentence);
			});
		}
		return setup;
	}

	private Optional<Way> way(String way, Setup setup, Locale locale) {
		return way.equals(Way.MAIL) ? setup.mail().map(_ -> new Smtp(setup, secrets, locale))
				: setup.webhook().map(_ -> new Hook(setup, secrets, locale, clock));
	}

	private void say(String way, Trouble trouble) {
		Words words = Words.of(QueuedNotices.class, Locale.getDefault());
		say(words.say("trouble", words.say("way." + way), trouble.sentence(Locale.getDefault())));
	}

	private void say(String sentence) {
		listeners.forEach(listener -> listener.accept(sentence));
	}

	@Override
	public void start() {
		deliveries.forEach(Delivery::start);
	}

	@Override
	public void tell(Message message) {
		Message bounded = new Message(cut(message.cause(), LONGEST_NAME), cut(message.event(), LONGEST_NAME),
				message.kind(), cut(message.device(), LONGEST_NAME), cut(message.site(), LONGEST_NAME), message.siteCode(),
				cut(message.sentence(), LONGEST_SENTENCE), message.at(), message.behind());
		deliveries.forEach(delivery -> delivery.tell(bounded));
	}

	private static String cut(String text, int longest) {
		return text.length() <= longest ? text : text.substring(0, longest - 2) + " …";
	}

	@Override
	public Map<String, String> settings() {
		return Map.copyOf(file.values());
	}

	@Override
	public List<Fault> faults(Locale locale) {
		return file.flaws().stream().map(flaw -> flaw.in(locale)).toList();
	}

	@Override
	public List<Fault> check(Map<String, String> settings, Locale locale) {
		return file.read(settings).flaws().stream().map(flaw -> flaw.in(locale)).toList();
	}

	@Override
	public void keep(Map<String, String> settings) throws IOException {
		if (!file.read(settings).flaws().isEmpty()) {
			throw new IllegalArgumentException("not right: " + settings.keySet());
		}
		file.keep(settings);
		deliveries.forEach(Delivery::wake);
	}

	@Override
	public List<Trial> tryOut(Map<String, String> settings, Locale locale) throws InterruptedException {
		Setup setup = file.read(settings).setup();
		Words words = Words.of(QueuedNotices.class, locale);
		List<Trial> trials = new ArrayList<>();
		for (String name : List.of(Way.MAIL, Way.WEBHOOK)) {
			Optional<Way> way = way(name, setup, locale);
			if (way.isPresent()) {
				Outcome outcome = Delivery.send(way.get(), new Dispatch(UUID.randomUUID().toString(),
						Dispatch.Kind.EXAMPLE, List.of(), List.of(), Omission.NONE, true, clock.instant()),
						Delivery.LONGEST);
				Optional<Trouble> trouble = switch (outcome) {
				case Outcome.Sent(Optional<Trouble> partly) -> partly;
				case Outcome.Later(Trouble why, _) -> Optional.of(why);
				case Outcome.Never(Trouble why) -> Optional.of(why);
				case Outcome.Unready(Trouble why) -> Optional.of(why);
				};
				trials.add(new Trial(name, way.get().target(), outcome instanceof Outcome.Sent,
						trouble.map(why -> why.sentence(locale))
								.orElseGet(() -> words.say("sent." + name, way.get().target()))));
			}
		}
		return trials;
	}

	@Override
	public List<WayStatus> status(Locale locale) {
		Setup setup = file.current().orElse(Setup.NONE);
		List<WayStatus> all = new ArrayList<>();
		way(Way.MAIL, setup, locale).ifPresent(way -> all.add(mail.status(way.target(), locale)));
		way(Way.WEBHOOK, setup, locale).ifPresent(way -> all.add(webhook.status(way.target(), locale)));
		return all;
	}

	@Override
	public Subscription onTrouble(Consumer<String> listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	@Deactivate
	public void close() {
		try {
			for (Delivery delivery : deliveries) {
				delivery.end();
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}
}
