package id.posko.ticket.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.swt.widgets.Shell;

import id.posko.health.CutPath;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Words;
import id.posko.staff.NotPermitted;
import id.posko.ticket.BrokenPath;
import id.posko.ticket.Draft;
import id.posko.ticket.Outcome;
import id.posko.ticket.Ticket;
import id.posko.ticket.Told;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.UiThread;
import jakarta.inject.Inject;

/** Opens the ticket of a device from what its path shows when it is asked now. */
@Creatable
final class TicketOpening {

	@Inject
	private Look look;
	@Inject
	private UiThread ui;
	@Inject
	private Say say;
	@Inject
	private Shell window;
	@Inject
	private MApplication application;
	@Inject
	private TicketSources sources;

	private Words words() {
		return Words.of(TicketOpening.class, look.locale());
	}

	/** @param key null if none is chosen */
	void open(DeviceKey key) {
		if (key != null) {
			sources.ready().ifPresent(here -> here.inventory().fleet().device(key).ifPresent(device -> {
				say.done(words().say("list.asking", device.name()));
				Thread.ofVirtual().name("ticket").start(() -> open(here, device));
			}));
		}
	}

	private void open(TicketSources.Ready here, Device device) {
		try {
			CutPath path = here.monitoring().pathNow(device);
			Instant now = Instant.now();
			Optional<Draft> draft = new BrokenPath(path, here.hours().calendar().zone(), now).draft();
			if (draft.isEmpty()) {
				ui.later(() -> say.done(path.sentence(look.locale(), now)));
			} else {
				Outcome outcome = here.desk().open(here.actor(), draft.get(), false);
				ui.later(() -> take(outcome, draft.get()));
			}
		} catch (IOException | UncheckedIOException e) {
			ui.later(() -> say.problem(words().say("list.unread", String.valueOf(e.getMessage()))));
		} catch (NotPermitted e) {
			ui.later(() -> say.problem(e.sentence(look.locale())));
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void take(Outcome outcome, Draft draft) {
		switch (outcome) {
		case Outcome.Went(Ticket ticket) -> went(ticket, "list.opened");
		case Outcome.Duplicate(List<Ticket> same) -> offer(same, draft);
		case Outcome.Overtaken(Ticket ticket) -> say.problem(new Told(look.locale()).overtaken(ticket));
		case Outcome.Refused refused -> say.problem(new Told(look.locale()).refusal(refused));
		}
	}

	private void went(Ticket ticket, String key) {
		say.done(words().say(key, ticket.number() + ""));
		application.getContext().set(MovedTicket.class, new MovedTicket(ticket.number(), ticket.version()));
		choose(ticket);
	}

	private void choose(Ticket ticket) {
		application.getContext().set(ChosenTicket.class, new ChosenTicket(ticket.number()));
	}

	/** There is one for the same cause: what was found goes there, or a second one is opened all the same. */
	private void offer(List<Ticket> same, Draft draft) {
		choose(same.getFirst());
		DuplicateSheet sheet = new DuplicateSheet(window, look, same);
		sheet.open(choice -> sources.ready().ifPresent(here -> {
			Asked.Act act = switch (choice) {
			case DuplicateSheet.Choice.Into(Ticket ticket) ->
				() -> here.desk().add(here.actor(), ticket.number(), ticket.version(), draft);
			case DuplicateSheet.Choice.Another _ -> () -> here.desk().open(here.actor(), draft, true);
			};
			new Asked(look, sheet.sheet()).ask(act, ticket -> {
				sheet.close();
				went(ticket, choice instanceof DuplicateSheet.Choice.Into ? "list.added" : "list.opened");
			}, ticket -> {
				// looked at anew when he tries again
			});
		}));
	}
}
