package id.posko.ticket.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.ticket.Move;
import id.posko.ticket.Ticket;
import id.posko.ticket.TicketDesk;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;

/** The form of one step of a ticket. What the domain refuses is said in it. */
final class StepSheet {

	/** @param value what the step is given @param label how it is said */
	record Choice(String value, String label) {
	}

	private final Look look;
	private final Step step;
	private final List<Choice> choices;
	private final Words words;
	private final Sheet sheet;
	private final Form.Field field;
	private Ticket seen;

	/** @param choices for a step that chooses */
	StepSheet(Shell window, Look look, Step step, Ticket ticket, List<Choice> choices) {
		this.look = look;
		this.step = step;
		this.choices = choices;
		seen = ticket;
		words = Words.of(StepSheet.class, look.locale());
		sheet = new Sheet(window, look, "step", words.say("step.title", words.say("page.step." + step), ticket.number() + ""));
		Form form = new Form(sheet.body(), look, "step");
		String label = words.say("step.field." + step);
		field = step.chooses() ? form.choice("choice", label, choices.stream().map(Choice::label).toList(), 0)
				: form.text("text", label, "", _ -> Optional.empty());
	}

	/** @param went gets the ticket when it was moved @param changed gets it when somebody else moved it meanwhile */
	void open(TicketDesk desk, Actor by, Consumer<Ticket> went, Runnable changed) {
		sheet.open(words.say("page.step." + step), () -> {
			Move move = step.move(step.chooses() ? choices.get(field.choice()).value() : field.text());
			int version = seen.version();
			new Asked(look, sheet).ask(() -> desk.move(by, seen.number(), version, move), ticket -> {
				sheet.shell().close();
				went.accept(ticket);
			}, ticket -> {
				seen = ticket;
				changed.run();
			});
			return false;
		});
	}
}
