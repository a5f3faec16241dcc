package id.posko.inventory.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import id.posko.inventory.Stocktake;
import id.posko.inventory.StocktakeDesk;
import id.posko.inventory.StocktakeDesk.Outcome;
import id.posko.inventory.StocktakeTold;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Inventory.Subscription;
import id.posko.kit.Labels;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;
import id.posko.ui.Work;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The audit of the chosen office's devices: each is ticked as its code is scanned or typed; what is left is missing. */
public final class StocktakePart {

	@Inject
	private Look look;
	@Inject
	private Desk desk;
	@Inject
	private Work work;
	@Inject
	private MPart part;

	private Words words;
	private StocktakeTold told;
	private Label title;
	private Label said;
	private Tone tone = Tone.MUTED;
	private Text code;
	private PushButton begin;
	private PushButton end;
	private LiveTable<DeviceKey, Stocktake.Line> table;
	private volatile StocktakeDesk audits;
	private java.util.Optional<RegionCode> site = java.util.Optional.empty();
	private java.util.Optional<Stocktake> audit = java.util.Optional.empty();

	/** What somebody does with the audits. */
	@FunctionalInterface
	private interface Act {
		Outcome with(StocktakeDesk audits, Actor by) throws IOException;
	}

	@PostConstruct
	void build(Composite parent, Steps steps) {
		words = Words.of(StocktakePart.class, look.locale());
		told = new StocktakeTold(look.locale());
		GridLayout layout = new GridLayout();
		layout.marginWidth = layout.marginHeight = layout.verticalSpacing = 0;
		parent.setLayout(layout);
		look.paint(parent, Tone.TEXT, Tone.SURFACE);
		buildHead(parent);
		part.getPersistedState().putIfAbsent("sort", "state");
		table = new LiveTable<>(parent, look, "audit", Stocktake.Line::device, columns(), part.getPersistedState());
		table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		table.onOpen(line -> tick(line.device().toString(), line.state() == Stocktake.State.MISSING));
		table.onExport(_ -> audit.ifPresent(now -> steps.write(words.say("audit.file", now.number() + "") + ".xlsx",
				(by, file) -> audits.export(by, now, file, look.locale()), "audit.written", "*.xlsx", "*.csv")));
		Subscription reading = desk.read(_ -> look.later(table.control(), this::show));
		parent.addListener(SWT.Dispose, _ -> reading.close());
		read();
	}

	private void buildHead(Composite parent) {
		Composite head = new Composite(parent, SWT.NONE);
		look.paint(head, Tone.TEXT, Tone.SURFACE);
		head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		GridLayout layout = new GridLayout(4, false);
		layout.marginWidth = 10;
		layout.marginHeight = 8;
		layout.horizontalSpacing = 8;
		head.setLayout(layout);
		title = Look.named(new Label(head, SWT.WRAP), "audit.title");
		title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
		look.paint(title, Tone.TEXT, Tone.SURFACE);
		begin = Look.named(new PushButton(head, look, PushButton.Weight.MAIN, null, words.say("audit.begin"), this::begin),
				"audit.begin");
		end = Look.named(new PushButton(head, look, PushButton.Weight.NORMAL, null, words.say("audit.end"), this::end),
				"audit.end");
		Label label = new Label(head, SWT.NONE);
		label.setText(words.say("audit.code"));
		look.paint(label, Tone.MUTED, Tone.SURFACE);
		code = Look.named(new Text(head, SWT.BORDER | SWT.SINGLE), "audit.code");
		code.setMessage(words.say("audit.hint"));
		code.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
		look.paint(code, Tone.TEXT, Tone.SURFACE);
		code.addListener(SWT.DefaultSelection, _ -> tick(code.getText(), true));
		said = Look.named(new Label(head, SWT.WRAP), "audit.said");
		said.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 4, 1));
		look.follow(said, this::paintSaid);
	}

	private List<Column<Stocktake.Line>> columns() {
		Labels labels = new Labels(look.locale());
		return List.of(
				Column.mark("state", words.say("audit.state"), 190, StocktakePart::mark, line -> told.state(line.state()),
						Comparator.comparing(line -> List.of(2, 1, 0).indexOf(line.state().ordinal()))),
				Column.text("device", words.say("column.device"), 150, line -> line.device().name()),
				Column.<Stocktake.Line>text("site", words.say("column.site"), 160,
						line -> desk.fleet().site(line.device().site()).map(Site::name).orElse(line.device().site().text()))
						.inQuietTone(),
				Column.text("kind", words.say("column.kind"), 130,
						line -> desk.fleet().device(line.device()).map(device -> labels.of(device.kind())).orElse("")),
				Column.<Stocktake.Line>text("serial", words.say("column.serial"), 110,
						line -> desk.fleet().device(line.device()).map(Device::serial).orElse("")).inQuietTone(),
				Column.<Stocktake.Line>text("asset", words.say("column.asset"), 140,
						line -> desk.fleet().device(line.device()).map(Device::assetTag).orElse("")).inQuietTone(),
				Column.<Stocktake.Line>text("at", words.say("repairs.at"), 130,
						line -> line.tick().map(tick -> told.time(tick.at())).orElse("")).inQuietTone(),
				Column.<Stocktake.Line>text("by", words.say("repairs.by"), 90,
						line -> line.tick().map(Stocktake.Tick::by).orElse("")).inQuietTone());
	}

	private static Mark mark(Stocktake.Line line) {
		return switch (line.state()) {
			case FOUND -> Mark.GOOD;
			case MISSING -> Mark.NONE;
			case UNEXPECTED -> Mark.WARN;
		};
	}

	/** On any thread. */
	@Inject
	void use(@Optional StocktakeDesk found) {
		audits = found;
		if (table != null) {
			look.later(table.control(), this::read);
		}
	}

	@Inject
	void choose(@Optional ChosenSite chosen) {
		site = java.util.Optional.ofNullable(chosen).map(ChosenSite::code);
		audit = java.util.Optional.empty();
		read();
	}

	/** The office's last audit, whether it has ended or not. */
	private void read() {
		if (table == null) {
			return;
		}
		show();
		StocktakeDesk here = audits;
		site.filter(_ -> here != null).ifPresent(at -> start(words.say("audit.reading"),
				() -> here.all().stream().filter(each -> each.site().equals(at)).findFirst(), last -> {
					if (site.filter(at::equals).isPresent()) {
						audit = last;
						show();
					}
				}));
	}

	private boolean isOpen() {
		return audit.filter(now -> now.end().isEmpty()).isPresent();
	}

	private void show() {
		if (title.isDisposed()) {
			return;
		}
		title.setText(audit.map(now -> told.title(now, desk.fleet())).orElseGet(() -> site.flatMap(desk.fleet()::site)
				.map(Site::name).orElse(words.say("audit.choose"))).replace("&", "&&"));
		begin.setEnabled(site.isPresent() && !isOpen() && desk.mayChange());
		end.setEnabled(isOpen() && desk.mayChange());
		code.setEnabled(isOpen() && desk.mayChange());
		table.setEmptyState(EmptyState.of(Glyph.LIST, words.say(site.isPresent() ? "audit.empty" : "audit.choose")));
		table.replace(audit.map(Stocktake::lines).orElse(List.of()));
		say(audit.map(told::counts).orElse(""), Tone.MUTED);
	}

	private void begin() {
		site.ifPresent(at -> act((here, by) -> here.begin(by, at)));
	}

	private void end() {
		audit.ifPresent(now -> act((here, by) -> here.end(by, now.number())));
	}

	private void tick(String typed, boolean isFound) {
		if (isOpen() && !typed.isBlank()) {
			audit.ifPresent(now -> act((here, by) -> here.tick(by, now.number(), typed, isFound)));
		}
	}

	private void act(Act act) {
		StocktakeDesk here = audits;
		if (here != null && desk.mayChange()) {
			Actor by = desk.by();
			start(words.say("saving"), () -> act.with(here, by), this::tell);
		}
	}

	/** What is asked of the tables. */
	@FunctionalInterface
	private interface Asking<T> {
		T ask() throws IOException;
	}

	/** What came of it, or why nothing did. */
	private record Tried<T>(java.util.Optional<T> result, String wrong) {

		static <T> Tried<T> not(String why) {
			return new Tried<>(java.util.Optional.empty(), why);
		}
	}

	private <T> void start(String what, Asking<T> asking, Consumer<T> then) {
		work.start(what, _ -> tried(asking), tried -> {
			if (!title.isDisposed()) {
				tried.result().ifPresentOrElse(then, () -> say(tried.wrong(), Tone.BAD));
			}
		}, () -> {
		});
	}

	private <T> Tried<T> tried(Asking<T> asking) {
		try {
			return new Tried<>(java.util.Optional.of(asking.ask()), "");
		} catch (NotPermitted refusal) {
			return Tried.not(refusal.sentence(look.locale()));
		} catch (IOException | UncheckedIOException e) {
			return Tried.not(words.say("audit.failed", String.valueOf(e.getMessage())));
		}
	}

	private void tell(Outcome outcome) {
		switch (outcome) {
			case Outcome.Went(Stocktake now) -> {
				if (site.filter(now.site()::equals).isPresent()) {
					audit = java.util.Optional.of(now);
					show();
				}
				code.setText("");
			}
			case Outcome.Refused refused -> {
				say(told.refusal(refused), Tone.BAD);
				code.selectAll();
			}
		}
		code.setFocus();
	}

	private void say(String sentence, Tone newTone) {
		tone = newTone;
		paintSaid();
		said.setText(sentence.replace("&", "&&"));
		said.getParent().getParent().layout(true, true);
	}

	private void paintSaid() {
		said.setForeground(look.color(tone));
		said.setBackground(look.color(Tone.SURFACE));
	}

	@Focus
	void focus() {
		if (code.isEnabled()) {
			code.setFocus();
		} else {
			table.table().setFocus();
		}
	}
}
