package id.posko.ticket.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.ticket.Ticket;
import id.posko.ticket.Told;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;

/** There are open tickets for the same cause: to be gone on with, or another one besides. */
final class DuplicateSheet {

	private static final int WIDTH = 440;

	sealed interface Choice {

		record Into(Ticket ticket) implements Choice {
		}

		record Another() implements Choice {
		}
	}

	private final Words words;
	private final Sheet sheet;
	private final Form.Field choice;
	private final List<Ticket> same;

	DuplicateSheet(Shell window, Look look, List<Ticket> same) {
		this.same = same;
		words = Words.of(DuplicateSheet.class, look.locale());
		Told told = new Told(look.locale());
		sheet = new Sheet(window, look, "duplicate", words.say("duplicate.title"));
		Label text = Look.named(new Label(sheet.body(), SWT.WRAP), "duplicate.sentence");
		text.setText(words.say("duplicate.sentence", same.getFirst().number() + "",
				same.getFirst().draft().title().replace("&", "&&")));
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
		data.widthHint = WIDTH;
		text.setLayoutData(data);
		look.paint(text, Tone.MUTED, Tone.SURFACE);
		Form form = new Form(sheet.body(), look, "duplicate");
		List<String> choices = new ArrayList<>();
		same.forEach(ticket -> choices.add(words.say("duplicate.into", ticket.number() + "", told.status(ticket.status()))));
		choices.add(words.say("duplicate.another"));
		choice = form.choice("choice", words.say("duplicate.what"), choices, 0);
	}

	Sheet sheet() {
		return sheet;
	}

	void close() {
		sheet.shell().close();
	}

	void open(Consumer<Choice> then) {
		sheet.open(words.say("duplicate.do"), () -> {
			int at = choice.choice();
			then.accept(at < same.size() ? new Choice.Into(same.get(at)) : new Choice.Another());
			return false;
		});
	}
}
