package id.posko.staff.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.report.Format;
import id.posko.report.Table;
import id.posko.report.TableWriter;
import id.posko.report.Writing;
import id.posko.staff.Actor;
import id.posko.staff.Audit;
import id.posko.staff.Audit.Wanted;
import id.posko.staff.Entry;
import id.posko.staff.JournalCheck;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;
import id.posko.ui.Ask;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Tone;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** What was done, by whom, and whether the journal is whole; for those who may look at it. */
public final class JournalPart {

	/** How far back it is read; empty: all of it. */
	private enum Span {
		DAY(Optional.of(Duration.ofDays(1))), WEEK(Optional.of(Duration.ofDays(7))), MONTH(Optional.of(Duration.ofDays(31))),
		ALL(Optional.empty());

		private final Optional<Duration> back;

		Span(Optional<Duration> back) {
			this.back = back;
		}
	}

	private final InstantSource clock = InstantSource.system();

	@Inject
	private Look look;
	@Inject
	private Say say;
	@Inject
	private Ask ask;
	@Inject
	private Shell window;
	@Inject
	private MPart part;

	private Words words;
	private Label sentence;
	private Combo span;
	private PushButton again;
	private PushButton verify;
	private PushButton export;
	private LiveTable<Long, Entry> table;
	private Optional<Audit> audit = Optional.empty();
	private Optional<Actor> actor = Optional.empty();

	/** What is asked of the journal. */
	private interface Asking<T> {
		T of(Audit from, Actor by) throws IOException;
	}

	/** What is done with the answer, on the UI thread. */
	private interface Taking<T> {
		void take(T answer);
	}

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(JournalPart.class, look.locale());
		Composite whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(5, false);
		layout.marginWidth = 16;
		layout.marginHeight = 10;
		whole.setLayout(layout);
		sentence = Look.named(new Label(whole, SWT.WRAP), "journal.sentence");
		sentence.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		look.paint(sentence, Tone.MUTED, Tone.SURFACE);
		span = Look.named(new Combo(whole, SWT.READ_ONLY | SWT.DROP_DOWN), "journal.span");
		for (Span each : Span.values()) {
			span.add(words.say("span." + each));
		}
		span.select(Span.WEEK.ordinal());
		span.addListener(SWT.Selection, _ -> read());
		look.paint(span, Tone.TEXT, Tone.SURFACE);
		again = button(whole, PushButton.Weight.NORMAL, "journal.again", this::read);
		export = button(whole, PushButton.Weight.NORMAL, "journal.export", this::export);
		verify = button(whole, PushButton.Weight.MAIN, "journal.verify", this::verify);
		part.getPersistedState().putIfAbsent("sort", "-number");
		table = new LiveTable<>(whole, look, "journal", Entry::number, EntryRow.columns(words, look.locale()),
				part.getPersistedState());
		table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 5, 1));
		table.setEmptyState(EmptyState.of(Glyph.LIST, words.say("journal.empty")));
		read();
	}

	private PushButton button(Composite in, PushButton.Weight weight, String key, Runnable act) {
		return Look.named(new PushButton(in, look, weight, null, words.say(key), act), key);
	}

	@Inject
	void follow(@org.eclipse.e4.core.di.annotations.Optional Audit newAudit,
			@org.eclipse.e4.core.di.annotations.Optional Actor newActor) {
		audit = Optional.ofNullable(newAudit);
		actor = Optional.ofNullable(newActor);
		if (table != null) {
			look.later(table.control(), this::read);
		}
	}

	private boolean may() {
		return audit.isPresent() && actor.filter(by -> by.may(Permission.JOURNAL, Optional.empty())).isPresent();
	}

	private Wanted wanted() {
		Optional<Instant> from = Span.values()[span.getSelectionIndex()].back.map(clock.instant()::minus);
		return new Wanted(from, Optional.empty(), "", "");
	}

	private void read() {
		for (PushButton button : List.of(again, export, verify)) {
			button.setEnabled(may());
		}
		span.setEnabled(may());
		Wanted wanted = wanted();
		if (may()) {
			ask((from, by) -> from.entries(by, wanted), entries -> {
				table.replace(entries);
				sentence.setText(words.say("journal.shown", entries.size()));
			});
		} else {
			table.replace(List.of());
			sentence.setText(words.say("journal.not_for_you"));
		}
	}

	private void verify() {
		ask(Audit::verify, check -> sentence.setText(said(check)));
	}

	private String said(JournalCheck check) {
		return check.flaws().stream().findFirst()
				.map(flaw -> words.say("journal.not_whole", check.entries(), check.flaws().size(), flaw.file(), flaw.line()))
				.orElseGet(() -> words.say("journal.whole", check.entries()));
	}

	private void export() {
		Wanted wanted = wanted();
		ask.fileToSave(window, words.say("journal.export"), words.say("journal.file") + ".xlsx", "*.xlsx", "*.csv")
				.ifPresent(file -> ask((from, by) -> write(file, from.export(by, wanted, file.toString(), "")), writing -> {
					switch (writing) {
						case Writing.Written(long rows) -> say.done(words.say("journal.written", rows, file.getFileName()));
						case Writing.Refused _ -> say.problem(words.say("journal.unwritten", file.getFileName()));
					}
				}));
	}

	private Writing write(Path file, List<Entry> entries) {
		return new TableWriter().write(file, Format.ofName(file).orElse(Format.XLSX), new Table(words.say("journal.file"),
				EntryRow.titles(words), entries.stream().map(EntryRow::texts).iterator()));
	}

	private <T> void ask(Asking<T> asking, Taking<T> taking) {
		Audit from = audit.orElseThrow();
		Actor by = actor.orElseThrow();
		Thread.ofVirtual().name("journal").start(() -> {
			try {
				T answer = asking.of(from, by);
				look.later(table.control(), () -> taking.take(answer));
			} catch (NotPermitted refusal) {
				look.later(table.control(), () -> say.problem(refusal.sentence(look.locale())));
			} catch (IOException | UncheckedIOException e) {
				look.later(table.control(), () -> say.problem(words.say("unreadable", e.getMessage())));
			}
		});
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
