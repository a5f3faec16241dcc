package id.posko.health.ui;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Shell;

import id.posko.health.AvailabilityReport;
import id.posko.health.AvailabilityReport.Line;
import id.posko.health.History;
import id.posko.health.Outage;
import id.posko.health.Spoken;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Words;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.Sheet;
import id.posko.ui.Work;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.inject.Inject;

/** The outages of one line of the availability report, over the console. */
@Creatable
final class OutageSheet {

	/** Of one device, numbered over all. */
	private record Lost(int number, DeviceKey device, Outage outage) {
	}

	private static final int WIDTH = 920;
	private static final int HEIGHT = 380;

	@Inject
	private Look look;
	@Inject
	private Work work;
	@Inject
	private Shell window;
	@Inject
	private Watching watching;
	@Inject
	private TableFile file;

	void open(AvailabilityReport report, Line line) {
		Words words = Words.of(OutageSheet.class, look.locale());
		String of = line.device().map(device -> Spoken.device(device, line.site())).orElse(line.site().name());
		Sheet sheet = new Sheet(window, look, "outages", words.say("outages.of", of));
		LiveTable<Integer, Lost> table = new LiveTable<>(sheet.body(), look, "outages", Lost::number, columns(words, report.to()),
				new HashMap<>());
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.widthHint = WIDTH;
		data.heightHint = HEIGHT;
		table.control().setLayoutData(data);
		table.setEmptyState(EmptyState.of(Glyph.CLOCK, words.say(line.outages() == 0 ? "outages.none" : "outages.reading")));
		table.onExport(text -> file.keep(words.say("outages.file"), text));
		sheet.open(look.say("sheet.close"));
		List<Device> devices = line.device().map(List::of)
				.orElseGet(() -> watching.fleet().devicesAt(line.site().code()));
		watching.source().ifPresent(source -> work.start(words.say("outages.reading"),
				_ -> Read.of(() -> read(source.history(), devices, report.from(), report.to())), read -> {
					if (!table.control().isDisposed()) {
						switch (read) {
							case Read.Whole<List<Lost>>(var lost) -> table.replace(lost);
							case Read.Unreadable<List<Lost>>(var reason) -> sheet.complain(words.say("past.unreadable", reason));
						}
					}
				}, () -> {
				}));
	}

	private static List<Lost> read(History history, List<Device> devices, Instant from, Instant to)
			throws IOException, InterruptedException {
		List<Lost> all = new ArrayList<>();
		for (Device device : devices) {
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			for (Outage outage : Outage.of(history.transitions(device.key(), from, to), from, to)) {
				all.add(new Lost(all.size(), device.key(), outage));
			}
		}
		all.sort(Comparator.comparing(lost -> lost.outage().from()));
		return all;
	}

	private List<Column<Lost>> columns(Words words, Instant end) {
		States states = new States(look.locale());
		Spoken spoken = new Spoken(look.locale());
		DateTimeFormatter time = DateTimeFormatter.ofPattern(words.say("events.time"), look.locale())
				.withZone(ZoneId.systemDefault());
		return List.of(
				Column.<Lost>text("from", words.say("outages.from"), 150, lost -> time.format(lost.outage().from()))
						.orderedBy(Comparator.comparing(lost -> lost.outage().from())),
				Column.<Lost>text("to", words.say("outages.to"), 150, lost -> lost.outage().to().equals(end) ? words.say("outages.lasting") : time.format(lost.outage().to()))
						.orderedBy(Comparator.comparing(lost -> lost.outage().to())),
				Column.number("length", words.say("outages.length"), 136,
						lost -> OptionalDouble.of(lost.outage().length().toMillis()),
						lost -> spoken.duration(lost.outage().length())),
				Column.text("device", words.say("column.device"), 130, lost -> lost.device().name()),
				Column.mark("state", words.say("column.state"), 166, lost -> States.mark(lost.outage().state()),
						lost -> states.name(lost.outage().state()),
						Comparator.comparing(lost -> lost.outage().state(), States.MOST_URGENT_FIRST)),
				Column.text("cause", words.say("column.cause"), 260, lost -> lost.outage().cause().sentence(look.locale())));
	}
}
