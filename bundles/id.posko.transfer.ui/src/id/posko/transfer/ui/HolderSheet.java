package id.posko.transfer.ui;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.transfer.media.Passports;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;

/** Asks who holds a medium from now on. */
final class HolderSheet {

	private final Words words;
	private final Sheet sheet;
	private final Form form;
	private final Form.Field holder;

	HolderSheet(Shell window, Look look, String medium) {
		words = Words.of(HolderSheet.class, look.locale());
		sheet = new Sheet(window, look, "holder", words.say("holder.title", medium));
		form = new Form(sheet.body(), look, "holder");
		holder = form.text("name", words.say("holder.name"), "", this::fault);
	}

	private Optional<String> fault(String name) {
		return name.isBlank() || name.length() > Passports.LONGEST_NAME
				? Optional.of(words.say("holder.nobody", Passports.LONGEST_NAME)) : Optional.empty();
	}

	void open(Consumer<String> then) {
		sheet.open(words.say("holder.do"), () -> {
			if (!form.isRight()) {
				return false;
			}
			then.accept(holder.text().strip());
			return true;
		});
	}
}
