package id.posko.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.Notices;
import id.posko.kit.OfficeHours;
import id.posko.kit.Words;
import id.posko.staff.Workstation;
import id.posko.ticket.TicketDesk.Alarm;

/**
 * Looks every minute who has to know how far the clocks are, tells it by the ways that the office has set up and keeps
 * in the ticket that it did. A command that ends sooner tells nothing.
 */
@Component(service = AlarmBell.class, immediate = true)
public final class AlarmBell {

	private static final Logger LOG = System.getLogger(AlarmBell.class.getName());

	private final TicketDesk desk;
	private final Inventory inventory;
	private final OfficeHours hours;
	private final Consumer<Notices.Message> told;
	private final Locale locale;
	private final ScheduledExecutorService timer = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("posko-tickets").factory());

	@Activate
	public AlarmBell(@Reference TicketDesk desk, @Reference Inventory inventory, @Reference OfficeHours hours,
			@Reference(cardinality = ReferenceCardinality.MULTIPLE) List<Notices> notices) {
		this(desk, inventory, hours, message -> notices.forEach(each -> each.tell(message)), Locale.getDefault());
		timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
	}

	/** One that rings when it is told to. */
	AlarmBell(TicketDesk desk, Inventory inventory, OfficeHours hours, Consumer<Notices.Message> told, Locale locale) {
		this.desk = desk;
		this.inventory = inventory;
		this.hours = hours;
		this.told = told;
		this.locale = locale;
	}

	private void look() {
		try {
			ring();
		} catch (IOException | UncheckedIOException e) {
			LOG.log(Logger.Level.ERROR, "Tickets can not be read or journalled; tried again in a minute", e);
		}
	}

	/** Tells what is to be told now; what somebody moved meanwhile is looked at the next time. */
	void ring() throws IOException {
		for (Alarm alarm : desk.alarms()) {
			if (desk.told(Workstation.here(), alarm) instanceof Outcome.Went) {
				message(alarm).ifPresent(told);
			}
		}
	}

	/** Empty for a ticket of no device: it is seen in the list alone. */
	private Optional<Notices.Message> message(Alarm alarm) throws IOException {
		Ticket ticket = alarm.ticket();
		Fleet fleet = inventory.fleet();
		String sentence = sentence(alarm);
		Optional<Device> cause = ticket.draft().cause().flatMap(fleet::device);
		return cause.map(device -> new Notices.Message("ticket-" + ticket.number() + "-" + alarm.clock(),
				"ticket_" + alarm.level().name().toLowerCase(Locale.ROOT), device.kind(), device.name(),
				fleet.siteOf(device).name(), device.site(), sentence, alarm.at(), 0));
	}

	private String sentence(Alarm alarm) throws IOException {
		Words words = Words.of(AlarmBell.class, locale);
		Told say = new Told(locale, hours.calendar().zone());
		String whom = alarm.level().role().map(role -> role.title(locale))
				.or(() -> alarm.ticket().assignee()).orElseGet(() -> words.say("alarm.everybody"));
		return words.say("alarm", alarm.ticket().number() + "", alarm.ticket().draft().title(), say.clock(alarm.clock()),
				say.level(alarm.level()), say.time(alarm.at()), whom);
	}

	@Deactivate
	void close() {
		timer.shutdownNow();
	}
}
