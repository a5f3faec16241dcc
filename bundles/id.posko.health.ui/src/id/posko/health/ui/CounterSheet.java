package id.posko.health.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import id.posko.health.Spoken;
import id.posko.health.counter.CounterReader;
import id.posko.health.counter.CounterReading;
import id.posko.health.counter.CounterRule;
import id.posko.health.counter.CounterSeries;
import id.posko.health.counter.HandCounter;
import id.posko.health.counter.ManualEntry;
import id.posko.health.counter.ManualEntry.Judged;
import id.posko.health.counter.Photo;
import id.posko.health.counter.Photos;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.ui.Ask;
import id.posko.ui.FileDrop;
import id.posko.ui.Form;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;
import id.posko.ui.Work;

/**
 * Takes two readings of a counter from a person: the first is kept, then a countdown runs to when the second may be
 * taken. Whoever closes it between and comes back goes on at the second.
 */
final class CounterSheet {

	private static final int TICK_MILLIS = 250;
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/** What it needs of the console. */
	record Tools(Look look, Ask ask, Work work, CounterReader reader, HandCounter hand, Actor by, Photos photos) {
	}

	private final InstantSource clock = InstantSource.system();
	private final Tools tools;
	private final Words words;
	private final Site site;
	private final Consumer<CounterReader.Taken> kept;
	private final Sheet sheet;
	private final Form form;
	private final Form.Field value;
	private final Form.Field backlog;
	private final Form.Field reader;
	private final Label state;
	private final Label photoName;
	private CounterSeries series;
	private Optional<Path> photo = Optional.empty();
	private boolean isKeeping;

	/** @param person who reads it, at first @param series what is kept of the office @param kept told of each reading that was kept, on the UI thread */
	CounterSheet(Shell window, Tools tools, String person, Site site, CounterSeries series,
			Consumer<CounterReader.Taken> kept) {
		this.tools = tools;
		this.site = site;
		this.series = series;
		this.kept = kept;
		Look look = tools.look();
		words = Words.of(CounterSheet.class, look.locale());
		sheet = new Sheet(window, look, "counter.sheet", words.say("counter.sheet", site.name()));
		state = Look.named(new Label(sheet.body(), SWT.WRAP), "counter.sheet.state");
		GridData stateData = new GridData(SWT.FILL, SWT.TOP, true, false);
		stateData.widthHint = 480;
		state.setLayoutData(stateData);
		look.paint(state, Tone.MUTED, Tone.SURFACE);
		form = new Form(sheet.body(), look, "counter.sheet");
		value = form.text("value", words.say("counter.value.long"), "", _ -> Optional.empty());
		backlog = form.text("backlog", words.say("counter.backlog.long"), "", _ -> Optional.empty());
		reader = form.text("reader", words.say("counter.reader"), person, _ -> Optional.empty());
		Composite pictures = new Composite(sheet.body(), SWT.NONE);
		look.paint(pictures, Tone.TEXT, Tone.SURFACE);
		pictures.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = layout.marginHeight = 0;
		pictures.setLayout(layout);
		Look.named(new PushButton(pictures, look, PushButton.Weight.NORMAL, Glyph.CAMERA, words.say("counter.photo.choose"),
				this::choosePhoto), "counter.sheet.photo");
		photoName = Look.named(new Label(pictures, SWT.NONE), "counter.sheet.photo.name");
		photoName.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		photoName.setText(words.say("counter.photo.none"));
		look.paint(photoName, Tone.MUTED, Tone.SURFACE);
		FileDrop.onto(sheet.shell(), this::take);
	}

	void open() {
		sayState();
		sheet.open(words.say("counter.keep"), () -> {
			keep(false);
			return false;
		});
		value.control().setFocus();
		tick();
	}

	private void choosePhoto() {
		tools.ask().fileToOpen(sheet.shell(), words.say("counter.photo.choose"), "*.jpg;*.jpeg;*.png;*.JPG;*.JPEG;*.PNG")
				.ifPresent(this::take);
	}

	private void take(Path file) {
		photo = Optional.of(file);
		photoName.setText(String.valueOf(file.getFileName()).replace("&", "&&"));
	}

	private ManualEntry entry() {
		return new ManualEntry(series, clock.instant());
	}

	private void tick() {
		if (!sheet.shell().isDisposed()) {
			showState();
			sheet.shell().getDisplay().timerExec(TICK_MILLIS, this::tick);
		}
	}

	private void showState() {
		sheet.allow(!sayState() && !isKeeping);
	}

	/** Whether the second reading has to wait. */
	private boolean sayState() {
		Look look = tools.look();
		Instant now = clock.instant();
		ManualEntry entry = entry();
		boolean hasToWait = entry.earliest().filter(now::isBefore).isPresent();
		String text = entry.first().map(first -> {
			String firstText = words.say("counter.first", first.value(), new Spoken(look.locale()).time(first.at(), now));
			Duration left = Duration.between(now, entry.earliest().orElseThrow());
			return firstText + " " + (hasToWait ? words.say("counter.wait", left.toSeconds() + 1) : words.say("counter.second"));
		}).orElse(words.say("counter.two", ManualEntry.GAP.toSeconds()));
		if (!text.equals(state.getText())) {
			state.setText(text);
		}
		return hasToWait;
	}

	private void keep(boolean isRestarted) {
		sheet.complain("");
		switch (entry().of(value.text(), backlog.text(), reader.text(), isRestarted, Optional.empty())) {
		case Judged.Wrong wrong -> sheet.complain(wrong.cause().sentence(tools.look().locale()));
		case Judged.TooSoon _ -> showState();
		case Judged.Lower lower -> askRestart(lower.last());
		case Judged.Right right -> keep(right.reading());
		}
	}

	private void askRestart(CounterReading last) {
		tools.ask().confirm(sheet.shell(), words.say("counter.restarted.question"),
				words.say("counter.restarted.sentence", value.text(), last.value(),
						new Spoken(tools.look().locale()).time(last.at(), clock.instant())),
				words.say("counter.restarted.yes"), () -> keep(true));
	}

	/** What came of keeping. */
	private sealed interface Keeping {

		record Kept(CounterReader.Taken taken, CounterSeries series) implements Keeping {
		}

		record Not(String why) implements Keeping {
		}
	}

	private void keep(CounterReading reading) {
		isKeeping = true;
		sheet.allow(false);
		Optional<Path> chosen = photo;
		tools.work().start(words.say("counter.keeping"), _ -> keep(reading, chosen), this::ended, () -> {
			isKeeping = false;
			complain(words.say("counter.stopped"));
		});
	}

	private void ended(Keeping keeping) {
		isKeeping = false;
		switch (keeping) {
		case Keeping.Kept done -> wasKept(done.taken(), done.series());
		case Keeping.Not refused -> complain(refused.why());
		}
	}

	private void complain(String sentence) {
		if (!sheet.shell().isDisposed()) {
			sheet.complain(sentence);
		}
	}

	private Keeping keep(CounterReading reading, Optional<Path> chosen) throws InterruptedException {
		Optional<Photo> picture = Optional.empty();
		if (chosen.isPresent()) {
			Photos.Keeping copied = tools.photos().keep(chosen.get());
			if (copied instanceof Photos.Keeping.Refused refused) {
				return new Keeping.Not(refused.cause().sentence(tools.look().locale()));
			}
			picture = copied instanceof Photos.Keeping.Kept taken ? Optional.of(taken.photo()) : Optional.empty();
		}
		try {
			CounterReader.Taken taken = tools.hand().keep(tools.by(), site.code(), reading.with(picture), PATIENCE);
			return new Keeping.Kept(taken, tools.reader().series(site.code(), reading.at().minus(Duration.ofDays(1)),
					CounterRule.DEFAULT));
		} catch (IOException e) {
			return new Keeping.Not(words.say("counter.not_kept", e.getMessage()));
		}
	}

	private void wasKept(CounterReader.Taken taken, CounterSeries newer) {
		boolean isSecond = entry().first().isPresent();
		series = newer;
		kept.accept(taken);
		if (sheet.shell().isDisposed()) {
			return;
		}
		if (isSecond) {
			sheet.shell().close();
			return;
		}
		value.setText("");
		photo = Optional.empty();
		photoName.setText(words.say("counter.photo.none"));
		showState();
		value.control().setFocus();
	}
}
