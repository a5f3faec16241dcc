package id.posko.ticket.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.swt.widgets.Control;

import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.ticket.Recovered;
import id.posko.ticket.Standing;
import id.posko.ticket.Ticket;
import id.posko.ui.Look;
import id.posko.ui.UiThread;
import jakarta.inject.Inject;

/** Reads the tickets every few seconds, while what shows them can be seen. */
@Creatable
final class TicketFeed {

	private static final int MILLIS = 3000;
	private static final int MOST_OVER = 100;

	sealed interface Seen {

		/** The oldest first. */
		record Read(List<TicketLine> lines) implements Seen {

			List<TicketLine> open() {
				return lines.stream().filter(TicketLine::isOpen).toList();
			}

			long count(TicketLine.Plight plight) {
				return lines.stream().filter(line -> line.plight() == plight).count();
			}
		}

		/** Nobody is signed in, or the data folder is not open. */
		record Nobody() implements Seen {
		}

		record Unread(String message) implements Seen {
		}
	}

	@Inject
	private UiThread ui;
	@Inject
	private Look look;
	@Inject
	private TicketSources sources;
	private volatile boolean isReading;
	private Control view;
	private BooleanSupplier withOver = () -> false;
	private Consumer<Seen> show;

	@Inject
	void hear(@Optional MovedTicket moved) {
		if (moved != null && view != null && !view.isDisposed()) {
			again();
		}
	}

	/** @param over whether the newest of those that are done are wanted, too @param then told on the UI thread */
	void follow(Control control, BooleanSupplier over, Consumer<Seen> then) {
		view = control;
		withOver = over;
		show = then;
		every();
	}

	/** Without waiting for its time. */
	void again() {
		look();
	}

	private void every() {
		if (!view.isDisposed()) {
			look();
			view.getDisplay().timerExec(MILLIS, this::every);
		}
	}

	private void look() {
		java.util.Optional<TicketSources.Ready> here = sources.ready();
		if (here.isEmpty()) {
			show.accept(new Seen.Nobody());
		} else if (!isReading && view.isVisible()) {
			isReading = true;
			boolean over = withOver.getAsBoolean();
			Thread.ofVirtual().name("tickets").start(() -> read(here.get(), over));
		}
	}

	private void read(TicketSources.Ready here, boolean over) {
		try {
			List<TicketLine> lines = lines(here, over);
			ui.later(view, () -> show.accept(new Seen.Read(lines)));
		} catch (IOException | UncheckedIOException e) {
			ui.later(view, () -> show.accept(new Seen.Unread(String.valueOf(e.getMessage()))));
		} finally {
			isReading = false;
		}
	}

	private List<TicketLine> lines(TicketSources.Ready here, boolean over) throws IOException {
		Map<Long, Ticket> tickets = new TreeMap<>();
		if (over) {
			here.desk().page(Long.MAX_VALUE, MOST_OVER).forEach(ticket -> tickets.put(ticket.number(), ticket));
		}
		List<Ticket> open = here.desk().open();
		open.forEach(ticket -> tickets.put(ticket.number(), ticket));
		Map<Long, Instant> well = Recovered.of(open, here.monitoring().board()::health).stream()
				.collect(Collectors.toMap(offer -> offer.ticket().number(), Recovered::since));
		Function<Instant, String> time = time(here.hours().calendar().zone());
		List<TicketLine> lines = new ArrayList<>();
		for (Standing standing : here.desk().standings(List.copyOf(tickets.values()))) {
			Ticket ticket = standing.ticket();
			lines.add(new TicketLine(standing, java.util.Optional.ofNullable(well.get(ticket.number())),
					here.inventory().fleet().site(ticket.draft().site()).map(Site::name).orElse(ticket.draft().site().text()),
					time.apply(ticket.openedAt()), standing.due().map(time).orElse("")));
		}
		return lines;
	}

	private Function<Instant, String> time(ZoneId zone) {
		return DateTimeFormatter.ofPattern(Words.of(TicketFeed.class, look.locale()).say("list.time"), look.locale())
				.withZone(zone)::format;
	}
}
