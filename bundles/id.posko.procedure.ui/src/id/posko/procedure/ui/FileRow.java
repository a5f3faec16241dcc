package id.posko.procedure.ui;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Label;

import id.posko.kit.Words;
import id.posko.ui.Ask;
import id.posko.ui.FileDrop;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;

/** A field of a form for a file: typed, chosen or dropped onto it. */
final class FileRow {

	private final Form.Field field;

	/** @param key names the field in the form, and its button by {@code FORM.KEY.choose} */
	FileRow(Form form, String formName, String key, String label, Look look, Words words, String... endings) {
		field = form.text(key, label, "", text -> path(text).isPresent() || text.isEmpty() ? Optional.empty()
				: Optional.of(words.say("file.bad", text)));
		field.setHint(words.say("file.hint"));
		Label gap = new Label(form.control(), SWT.NONE);
		look.paint(gap, Tone.TEXT, Tone.SURFACE);
		PushButton choose = Look.named(new PushButton(form.control(), look, PushButton.Weight.NORMAL, null,
				words.say("file.choose"), () -> new Ask(look).fileToOpen(form.control().getShell(), label, endings)
						.ifPresent(file -> field.setText(file.toString()))),
				formName + "." + key + ".choose");
		choose.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
		FileDrop.onto(field.control(), file -> field.setText(file.toString()));
	}

	/** Empty if none is named. */
	Optional<Path> file() {
		return field.text().isEmpty() ? Optional.empty() : path(field.text());
	}

	static Optional<Path> path(String text) {
		try {
			return Optional.of(Path.of(text)).filter(_ -> !text.isEmpty());
		} catch (InvalidPathException _) {
			return Optional.empty();
		}
	}
}
