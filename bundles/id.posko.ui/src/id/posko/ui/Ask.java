package id.posko.ui;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Asks a person to decide. UI thread only. */
public final class Ask {

	private final Look look;

	public Ask(Look look) {
		this.look = look;
	}

	/** Asks before something is done; returns at once. @param verb what the main button says */
	public void confirm(Shell over, String question, String sentence, String verb, Runnable act) {
		Sheet sheet = new Sheet(over, look, "ask", question);
		Label text = Look.named(new Label(sheet.body(), SWT.WRAP), "ask.sentence");
		text.setText(sentence);
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
		data.widthHint = 400;
		text.setLayoutData(data);
		look.paint(text, Tone.MUTED, Tone.SURFACE);
		sheet.open(verb, () -> {
			act.run();
			return true;
		});
	}

	/** Asks for a file that is there. @param endings {@code *.xlsx} … */
	public Optional<Path> fileToOpen(Shell over, String title, String... endings) {
		return file(over, SWT.OPEN, title, "", endings);
	}

	/** Asks for a place to write to; the system asks before one is overwritten. */
	public Optional<Path> fileToSave(Shell over, String title, String name, String... endings) {
		return file(over, SWT.SAVE, title, name, endings);
	}

	private static Optional<Path> file(Shell over, int style, String title, String name, String... endings) {
		FileDialog dialog = new FileDialog(over, style);
		dialog.setText(title);
		dialog.setFileName(name);
		dialog.setFilterExtensions(endings);
		dialog.setFilterNames(Arrays.stream(endings)
				.map(each -> each.replace("*.", "").replace(";", ", ").toUpperCase(Locale.ROOT)).toArray(String[]::new));
		dialog.setOverwrite(true);
		return Optional.ofNullable(dialog.open()).map(Path::of);
	}
}
