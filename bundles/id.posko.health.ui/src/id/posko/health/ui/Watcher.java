package id.posko.health.ui;

import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.model.application.MApplication;

import id.posko.health.Care;
import id.posko.health.DeviceHealth;
import id.posko.health.History;
import id.posko.health.Monitoring;
import id.posko.health.Notice;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.Notices;
import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Say;
import id.posko.ui.UiThread;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** Starts the rounds once the data folder is open, and says what a person should know in the window's corner. */
public final class Watcher {

	private static final int MOST_AT_ONCE = 2;

	private final Watching watching = new Watching();
	private Words words;
	private volatile Optional<DesktopNotices> desktop = Optional.empty();
	private Optional<Inventory.Subscription> troubles = Optional.empty();

	@Inject
	private Look look;
	@Inject
	private Say say;
	@Inject
	private UiThread ui;
	@Inject
	private MApplication application;

	@PostConstruct
	void begin() {
		application.getContext().set(Watching.class, watching);
		words = Words.of(Watcher.class, look.locale());
		watching.watch(new Watching.Viewer() {
			@Override
			public void all(Fleet fleet, List<DeviceHealth> healths) {
				// nothing to say of it
			}

			@Override
			public void noticed(List<Notice> notices) {
				ui.later(() -> tell(notices));
				desktop.ifPresent(beyond -> beyond.tell(notices));
			}
		});
	}

	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(Monitoring monitoring, Inventory inventory, History history) {
		if (monitoring == null || inventory == null || history == null) {
			watching.close();
		} else {
			watching.open(new Watching.Source(monitoring, inventory, history));
			monitoring.start();
		}
	}

	@Inject
	void follow(@org.eclipse.e4.core.di.annotations.Optional Actor actor) {
		watching.actsFor(Optional.ofNullable(actor));
	}

	@Inject
	void follow(@org.eclipse.e4.core.di.annotations.Optional Care care) {
		watching.actsBy(Optional.ofNullable(care));
	}

	/** What goes wrong with e-mail and webhook is said here too. */
	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(Notices notices) {
		troubles.ifPresent(Inventory.Subscription::close);
		desktop = Optional.ofNullable(notices).map(there -> new DesktopNotices(there, look, ui));
		troubles = Optional.ofNullable(notices)
				.map(there -> there.onTrouble(sentence -> ui.later(() -> say.problem(sentence))));
	}

	private void tell(List<Notice> notices) {
		notices.stream().limit(MOST_AT_ONCE).forEach(notice -> say.news(mark(notice), notice.sentence(look.locale()),
				Optional.of(new Say.Action(words.say("notice.show"), () -> new DevicePage(application).open(notice.device().key())))));
		if (notices.size() > MOST_AT_ONCE) {
			say.news(Mark.BAD, words.say("notice.more", notices.size() - MOST_AT_ONCE), Optional.empty());
		}
	}

	static Mark mark(Notice notice) {
		return switch (notice.kind()) {
			case DOWN -> Mark.BAD;
			case BACK, STEADY, WELL -> Mark.GOOD;
			case FLAPPING, IMPAIRED -> Mark.WARN;
		};
	}

	@PreDestroy
	void end() {
		troubles.ifPresent(Inventory.Subscription::close);
		watching.close();
	}
}
