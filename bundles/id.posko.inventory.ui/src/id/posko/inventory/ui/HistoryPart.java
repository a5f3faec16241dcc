package id.posko.inventory.ui;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

import id.posko.kit.DeviceKey;
import id.posko.kit.Words;
import id.posko.ticket.repair.RepairHistory;
import id.posko.ticket.repair.RepairTold;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.UiThread;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** All that was done about the selected device: SOPs, tickets, parts. Read when it is looked at. */
public final class HistoryPart {

	/** @param place from 0, the oldest first */
	private record Row(int place, RepairHistory.Entry entry) {
	}

	@Inject
	private Look look;
	@Inject
	private UiThread ui;
	@Inject
	private Say say;
	@Inject
	private MPart part;

	private Words words;
	private RepairTold told;
	private LiveTable<Integer, Row> table;
	private volatile RepairHistory history;
	private volatile DeviceKey device;
	private boolean isRead;

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(HistoryPart.class, look.locale());
		told = new RepairTold(look.locale());
		parent.setLayout(new FillLayout());
		part.getPersistedState().putIfAbsent("sort", "-at");
		table = new LiveTable<>(parent, look, "repairs", Row::place, List.of(
				Column.<Row>text("at", words.say("repairs.at"), 150, row -> told.time(row.entry().at()))
						.orderedBy(Comparator.comparingInt(Row::place)).inQuietTone(),
				Column.<Row>text("kind", words.say("column.kind"), 110, row -> told.kind(row.entry().kind())),
				Column.<Row>text("number", words.say("repairs.number"), 70, row -> row.entry().number()).inQuietTone(),
				Column.<Row>text("by", words.say("repairs.by"), 90, row -> row.entry().by()).inQuietTone(),
				Column.<Row>text("text", words.say("repairs.text"), 620, row -> row.entry().text().replace('\n', ' '))),
				part.getPersistedState());
		table.control().addListener(SWT.Paint, _ -> read());
		forget();
	}

	/** On any thread. */
	@Inject
	void use(@Optional RepairHistory found) {
		history = found;
		if (table != null) {
			look.later(table.control(), this::forget);
		}
	}

	@Inject
	void show(@Optional DeviceKey chosen) {
		device = chosen;
		forget();
	}

	/** It is read again as soon as somebody sees it. */
	private void forget() {
		isRead = false;
		if (table != null && !table.control().isDisposed()) {
			table.setEmptyState(EmptyState.of(Glyph.WRENCH, words.say(device == null ? "repairs.choose" : "repairs.none")));
			table.replace(List.of());
			table.control().redraw();
		}
	}

	private void read() {
		RepairHistory here = history;
		DeviceKey of = device;
		if (!isRead && here != null && of != null) {
			isRead = true;
			Thread.ofVirtual().name("repairs").start(() -> read(here, of));
		}
	}

	private void read(RepairHistory here, DeviceKey of) {
		try {
			List<RepairHistory.Entry> entries = here.of(of, told);
			if (of.equals(device)) {
				table.replace(IntStream.range(0, entries.size()).mapToObj(i -> new Row(i, entries.get(i))).toList());
			}
		} catch (IOException e) {
			ui.later(table.control(), () -> say.problem(words.say("repairs.unread", String.valueOf(e.getMessage()))));
		}
	}

	@Focus
	void focus() {
		forget();
		table.table().setFocus();
	}
}
