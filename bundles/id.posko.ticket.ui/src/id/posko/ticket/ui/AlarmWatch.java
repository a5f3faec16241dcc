package id.posko.ticket.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.e4.ui.model.application.MApplication;

import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.ticket.Act;
import id.posko.ticket.Level;
import id.posko.ticket.Move;
import id.posko.ticket.Ticket;
import id.posko.ticket.TicketDesk;
import id.posko.ticket.Told;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Say;
import id.posko.ui.UiThread;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/**
 * Says in the window, once, what the bell told while the window is open, to whom it concerns: whoever has the ticket, or
 * holds the role.
 */
public final class AlarmWatch {

	private static final Logger LOG = System.getLogger(AlarmWatch.class.getName());
	private static final int SECONDS = 10;

	/** What the bell told. */
	private record Known(long ticket, int act) {
	}

	@Inject
	private Look look;
	@Inject
	private UiThread ui;
	@Inject
	private Say say;
	@Inject
	private MApplication application;
	private final Set<Known> known = new HashSet<>();
	private final ScheduledExecutorService timer = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("posko-ticket-alarms").factory());
	private volatile TicketDesk desk;
	private volatile Actor actor;
	/** What was told before the first look was told to others. */
	private boolean hasLooked;

	@PostConstruct
	void begin() {
		timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
	}

	@Inject
	void use(@org.eclipse.e4.core.di.annotations.Optional TicketDesk found) {
		desk = found;
	}

	@Inject
	void use(@org.eclipse.e4.core.di.annotations.Optional Actor somebody) {
		actor = somebody;
	}

	private void look() {
		TicketDesk here = desk;
		Actor who = actor;
		if (here == null || who == null) {
			return;
		}
		try {
			for (Ticket ticket : here.open()) {
				look(ticket, who);
			}
			hasLooked = true;
		} catch (IOException | UncheckedIOException e) {
			LOG.log(Logger.Level.WARNING, "Tickets can not be read; tried again", e);
		}
	}

	private void look(Ticket ticket, Actor who) {
		List<Act> acts = ticket.acts();
		for (int i = 0; i < acts.size(); i++) {
			if (acts.get(i).move() instanceof Move.Tell(var clock, Level level)
					&& (!hasLooked || level.concerns(ticket, who)) && known.add(new Known(ticket.number(), i))
					&& hasLooked) {
				Told told = new Told(look.locale());
				String sentence = Words.of(AlarmWatch.class, look.locale()).say("alarm", told.clock(clock),
						ticket.number() + "", told.level(level), ticket.draft().title());
				ui.later(() -> say.news(level == Level.WARNING ? Mark.WARN : Mark.BAD, sentence, Optional.of(new Say.Action(
						Words.of(AlarmWatch.class, look.locale()).say("alarm.open"),
						() -> new Pages(application).openTicket(ticket.number())))));
			}
		}
	}

	@PreDestroy
	void end() {
		timer.shutdownNow();
	}
}
