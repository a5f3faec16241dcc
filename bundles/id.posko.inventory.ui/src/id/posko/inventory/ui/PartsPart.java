package id.posko.inventory.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;
import id.posko.ticket.repair.PartDesk;
import id.posko.ticket.repair.PartNeeded;
import id.posko.ticket.repair.PartOutcome;
import id.posko.ticket.repair.PartStatus;
import id.posko.ticket.repair.RepairTold;
import id.posko.ui.Form;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Sheet;
import id.posko.ui.Work;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The inventory of parts to replace or add: what is asked for, procured, fitted. */
public final class PartsPart {

	@Inject
	private Look look;
	@Inject
	private Desk desk;
	@Inject
	private Work work;
	@Inject
	private Say say;
	@Inject
	private MPart part;
	@Inject
	private MApplication application;

	private Words words;
	private RepairTold told;
	private LiveTable<Long, PartNeeded> table;
	private PushButton procured;
	private PushButton fitted;
	private PushButton cancelled;
	private volatile PartDesk parts;

	@PostConstruct
	void build(Composite parent, Steps steps) {
		words = Words.of(PartsPart.class, look.locale());
		told = new RepairTold(look.locale());
		parent.setLayout(new FillLayout());
		part.getPersistedState().putIfAbsent("sort", "status");
		table = new LiveTable<>(parent, look, "parts", PartNeeded::number, columns(), part.getPersistedState());
		procured = tool("parts.procured", () -> move(PartStatus.PROCURED, ""));
		fitted = tool("parts.fitted", () -> move(PartStatus.FITTED, ""));
		cancelled = tool("parts.cancelled", this::cancel);
		table.setEmptyState(EmptyState.of(Glyph.WRENCH, words.say("parts.empty")));
		table.onSelected(_ -> allow());
		table.onOpen(row -> new DevicePage(application).open(row.draft().device()));
		table.onExport(text -> steps.exportTable(words.say("parts.file"), text));
		allow();
		read();
	}

	private PushButton tool(String key, Runnable act) {
		return Look.named(new PushButton(table.tools(), look, PushButton.Weight.TOOL, null, words.say(key), act), key);
	}

	private List<Column<PartNeeded>> columns() {
		return List.of(
				Column.mark("status", words.say("parts.status"), 140, PartsPart::mark, row -> told.status(row.status()),
						Comparator.comparing(PartNeeded::status)),
				Column.<PartNeeded>number("number", words.say("repairs.number"), 70,
						row -> OptionalDouble.of(row.number()), row -> row.number() + "").inQuietTone(),
				Column.text("device", words.say("column.device"), 140, row -> row.draft().device().name()),
				Column.text("site", words.say("column.site"), 160, row -> desk.fleet().site(row.draft().device().site())
						.map(Site::name).orElse(row.draft().device().site().text())),
				Column.text("part", words.say("parts.part"), 190, row -> row.draft().part()),
				Column.number("quantity", words.say("parts.quantity"), 80,
						row -> OptionalDouble.of(row.draft().quantity()), row -> row.draft().quantity() + ""),
				Column.text("purpose", words.say("parts.purpose"), 100, row -> told.purpose(row.draft().purpose())),
				Column.<PartNeeded>text("reason", words.say("parts.reason"), 200, row -> row.draft().reason()).inQuietTone(),
				Column.<PartNeeded>text("since", words.say("repairs.at"), 150, row -> told.time(row.since()))
						.orderedBy(Comparator.comparing(PartNeeded::since)).inQuietTone());
	}

	private static Mark mark(PartNeeded row) {
		return switch (row.status()) {
			case ASKED -> Mark.WARN;
			case PROCURED -> Mark.PAUSED;
			case FITTED -> Mark.GOOD;
			case CANCELLED -> Mark.NONE;
		};
	}

	/** On any thread. */
	@Inject
	void use(@Optional PartDesk found) {
		parts = found;
		if (table != null) {
			look.later(table.control(), this::read);
		}
	}

	private java.util.Optional<PartNeeded> chosen() {
		List<PartNeeded> rows = table.selection();
		return rows.size() == 1 ? java.util.Optional.of(rows.getFirst()) : java.util.Optional.empty();
	}

	private void allow() {
		boolean may = desk.may(Permission.TICKET);
		procured.setEnabled(may && chosen().filter(row -> row.status().next().contains(PartStatus.PROCURED)).isPresent());
		fitted.setEnabled(may && chosen().filter(row -> row.status().next().contains(PartStatus.FITTED)).isPresent());
		cancelled.setEnabled(may && chosen().filter(row -> !row.status().isOver()).isPresent());
	}

	private void cancel() {
		chosen().ifPresent(row -> {
			Sheet sheet = new Sheet(table.control().getShell(), look, "cancel", words.say("parts.cancel", row.draft().part()));
			Form form = new Form(sheet.body(), look, "cancel");
			Form.Field why = form.text("why", words.say("parts.why"), "",
					text -> text.isEmpty() ? java.util.Optional.of(words.say("parts.no_why")) : java.util.Optional.empty());
			sheet.open(words.say("parts.cancelled"), () -> {
				boolean isRight = form.isRight();
				if (isRight) {
					move(row, PartStatus.CANCELLED, why.text());
				}
				return isRight;
			});
		});
	}

	private void move(PartStatus to, String note) {
		chosen().ifPresent(row -> move(row, to, note));
	}

	private void move(PartNeeded row, PartStatus to, String note) {
		PartDesk here = parts;
		if (here != null && desk.may(Permission.TICKET)) {
			Actor by = desk.by();
			start(words.say("saving"), () -> switch (here.move(by, row.number(), row.version(), to, note)) {
				case PartOutcome.Went _ -> "";
				case PartOutcome.Overtaken(PartNeeded now) -> told.overtaken(now);
				case PartOutcome.Refused refused -> told.refusal(refused);
			}, wrong -> {
				if (!wrong.isEmpty()) {
					say.problem(wrong);
				}
				read();
			});
		}
	}

	private void read() {
		PartDesk here = parts;
		if (here != null) {
			start(words.say("parts.reading"), () -> {
				table.replace(here.list(true));
				return "";
			}, wrong -> {
				if (!wrong.isEmpty()) {
					say.problem(wrong);
				}
			});
		}
	}

	/** What is asked of the tables; the sentence says what is wrong, or is empty. */
	@FunctionalInterface
	private interface Asking {
		String ask() throws IOException;
	}

	private void start(String what, Asking asking, Consumer<String> then) {
		work.start(what, _ -> tried(asking), wrong -> {
			if (!table.control().isDisposed()) {
				then.accept(wrong);
			}
		}, () -> {
		});
	}

	private String tried(Asking asking) {
		try {
			return asking.ask();
		} catch (NotPermitted refusal) {
			return refusal.sentence(look.locale());
		} catch (IOException | UncheckedIOException e) {
			return words.say("parts.failed", String.valueOf(e.getMessage()));
		}
	}

	@Focus
	void focus() {
		read();
		table.table().setFocus();
	}
}
