package id.posko.transfer.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;
import id.posko.transfer.media.MediaTold;
import id.posko.transfer.media.Medium;
import id.posko.transfer.media.Passport;
import id.posko.transfer.media.Passports;
import id.posko.transfer.media.Passports.Outcome;
import id.posko.transfer.media.Volumes;
import id.posko.ui.Face;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Tone;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** Flash disks and external disks: which are plugged in, who holds the others, which of them should be used no longer. */
public final class MediaPart {

	private static final int MILLIS = 3000;

	@Inject
	private Look look;
	@Inject
	private Say say;
	@Inject
	private Shell window;
	@Inject
	private MPart part;

	private Words words;
	private MediaTold told;
	private Composite whole;
	private Label sentence;
	private PushButton hand;
	private PushButton issue;
	private LiveTable<String, MediumLine> table;
	private Label title;
	private Text history;
	private Optional<MediaFeed> feed = Optional.empty();
	private Optional<Actor> actor = Optional.empty();
	private boolean isLooking;

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(MediaPart.class, look.locale());
		told = new MediaTold(look.locale(), ZoneId.systemDefault());
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = 16;
		layout.marginHeight = 10;
		whole.setLayout(layout);
		sentence = Look.named(new Label(whole, SWT.WRAP), "media.sentence");
		sentence.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		look.paint(sentence, Tone.MUTED, Tone.SURFACE);
		hand = Look.named(new PushButton(whole, look, PushButton.Weight.NORMAL, null, words.say("media.hand"), this::hand),
				"media.hand");
		issue = Look.named(new PushButton(whole, look, PushButton.Weight.MAIN, Glyph.ADD, words.say("media.issue"), this::issue),
				"media.issue");
		table = new LiveTable<>(whole, look, "media", MediumLine::key, MediumLine.columns(words, look.locale(), told),
				part.getPersistedState());
		GridData grid = new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1);
		table.control().setLayoutData(grid);
		table.setEmptyState(EmptyState.of(Glyph.IMPORT, words.say("media.empty")));
		table.onOpen(_ -> hand());
		table.onSelected(_ -> shown());
		title = Look.named(new Label(whole, SWT.NONE), "media.title");
		title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
		title.setFont(look.font(Face.BOLD));
		look.paint(title, Tone.TEXT, Tone.SURFACE);
		history = Look.named(new Text(whole, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.WRAP), "media.history");
		GridData below = new GridData(SWT.FILL, SWT.FILL, true, false, 3, 1);
		below.heightHint = 150;
		history.setLayoutData(below);
		look.paint(history, Tone.TEXT, Tone.SURFACE);
		shown();
		every();
	}

	@Inject
	void follow(@org.eclipse.e4.core.di.annotations.Optional Volumes volumes,
			@org.eclipse.e4.core.di.annotations.Optional Passports passports,
			@org.eclipse.e4.core.di.annotations.Optional Actor newActor) {
		feed = volumes == null || passports == null ? Optional.empty() : Optional.of(new MediaFeed(volumes, passports));
		actor = Optional.ofNullable(newActor);
		if (table != null) {
			look.later(table.control(), this::look);
		}
	}

	private void every() {
		if (!whole.isDisposed()) {
			look();
			whole.getDisplay().timerExec(MILLIS, this::every);
		}
	}

	private void look() {
		if (feed.isEmpty() || isLooking || !whole.isVisible()) {
			return;
		}
		isLooking = true;
		MediaFeed from = feed.get();
		Optional<Actor> by = actor.filter(somebody -> somebody.may(Permission.LOOK, Optional.empty()));
		Thread.ofVirtual().name("media").start(() -> {
			try {
				MediaFeed.Seen seen = from.look(by);
				look.later(whole, () -> show(seen));
			} catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private void show(MediaFeed.Seen seen) {
		isLooking = false;
		switch (seen) {
		case MediaFeed.Seen.Read(List<MediumLine> lines) -> {
			table.replace(lines);
			if (table.selection().isEmpty() && !lines.isEmpty()) {
				table.select(lines.getFirst().key());
			}
			long plugged = lines.stream().filter(line -> line.plugged().isPresent()).count();
			sentence.setText(words.say("media.count", plugged, lines.size() - plugged));
		}
		case MediaFeed.Seen.Unread(String reason) -> sentence.setText(words.say("media.unread", reason));
		}
		allow();
	}

	private Optional<MediumLine> chosen() {
		List<MediumLine> chosen = table.selection();
		return chosen.size() == 1 ? Optional.of(chosen.getFirst()) : Optional.empty();
	}

	private boolean may() {
		return actor.filter(by -> by.may(Permission.RECORDINGS, Optional.empty())).isPresent();
	}

	private void allow() {
		issue.setEnabled(may() && chosen().filter(MediumLine::mayHavePassport).isPresent());
		hand.setEnabled(may() && chosen().filter(line -> line.plugged().isPresent() && line.passport().isPresent()).isPresent());
	}

	private void shown() {
		Optional<MediumLine> line = chosen();
		title.setText(line.map(MediumLine::name).orElse(words.say("media.choose")));
		String text = line.map(one -> told.sentence(one.identity()) + one.passport().map(this::lines).orElse("")).orElse("");
		if (!history.getText().equals(text)) {
			history.setText(text);
		}
		allow();
	}

	/** The newest first. */
	private String lines(Passport passport) {
		return passport.history().reversed().stream().map(told::line).collect(Collectors.joining("\n", "\n\n", ""));
	}

	private void issue() {
		if (issue.isEnabled()) {
			Medium medium = chosen().flatMap(MediumLine::plugged).orElseThrow();
			act(() -> feed.orElseThrow().passports().issue(actor.orElseThrow(), medium));
		}
	}

	private void hand() {
		if (hand.isEnabled()) {
			Medium medium = chosen().flatMap(MediumLine::plugged).orElseThrow();
			new HolderSheet(window, look, medium.name())
					.open(holder -> act(() -> feed.orElseThrow().passports().hand(actor.orElseThrow(), medium, holder)));
		}
	}

	private interface Act {
		Outcome apply() throws IOException, InterruptedException;
	}

	private void act(Act act) {
		Thread.ofVirtual().name("media").start(() -> {
			try {
				Outcome outcome = act.apply();
				look.later(whole, () -> tell(outcome));
			} catch (NotPermitted refusal) {
				look.later(whole, () -> say.problem(refusal.sentence(look.locale())));
			} catch (IOException | UncheckedIOException e) {
				look.later(whole, () -> say.problem(words.say("media.unread", String.valueOf(e.getMessage()))));
			} catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private void tell(Outcome outcome) {
		switch (outcome) {
		case Outcome.Went(Passport passport) -> say.done(told.sentence(passport));
		case Outcome.Refused(var identity) -> say.problem(told.sentence(identity));
		}
		look();
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
