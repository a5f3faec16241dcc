package id.posko.ticket.ui;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import id.posko.kit.CalendarText;
import id.posko.kit.Words;
import id.posko.ticket.CalendarDraft;
import id.posko.ui.Ask;
import id.posko.ui.FileDrop;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;

/** Takes a text of days in: pasted, dropped or from a file. What is wrong with it is said line by line. */
final class ImportSheet {

	private static final int WIDTH = 560;
	private static final int HEIGHT = 240;
	private static final int MOST_FAULTS = 6;
	private static final long BIGGEST = 1_000_000;

	private final Look look;
	private final Words words;
	private final Sheet sheet;
	private final Text text;
	private final CalendarDraft draft;

	ImportSheet(Shell window, Look look, Ask ask, CalendarDraft draft) {
		this.look = look;
		this.draft = draft;
		words = Words.of(ImportSheet.class, look.locale());
		sheet = new Sheet(window, look, "import", words.say("calendar.import.title"));
		Label sentence = new Label(sheet.body(), SWT.WRAP);
		sentence.setText(words.say("calendar.import.sentence"));
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
		data.widthHint = WIDTH;
		sentence.setLayoutData(data);
		look.paint(sentence, Tone.MUTED, Tone.SURFACE);
		text = Look.named(new Text(sheet.body(), SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL), "import.text");
		GridData textData = new GridData(SWT.FILL, SWT.FILL, true, true);
		textData.widthHint = WIDTH;
		textData.heightHint = HEIGHT;
		text.setLayoutData(textData);
		look.paint(text, Tone.TEXT, Tone.SURFACE);
		Look.named(new PushButton(sheet.body(), look, PushButton.Weight.NORMAL, Glyph.IMPORT, words.say("calendar.file"),
				() -> ask.fileToOpen(sheet.shell(), words.say("calendar.file"), "*.txt", "*.*").ifPresent(this::read)),
				"import.file");
		FileDrop.onto(Look.named(sheet.body(), "import.drop"), this::read);
	}

	private void read(Path file) {
		Thread.ofVirtual().name("calendar").start(() -> {
			try {
				String read = Files.size(file) > BIGGEST ? "" : Files.readString(file);
				later(() -> {
					text.setText(read);
					sheet.complain(read.isEmpty() ? words.say("calendar.no_text", file.getFileName()) : "");
				});
			} catch (CharacterCodingException _) {
				later(() -> sheet.complain(words.say("calendar.no_text", file.getFileName())));
			} catch (IOException e) {
				later(() -> sheet.complain(words.say("list.unread", String.valueOf(e.getMessage()))));
			}
		});
	}

	private void later(Runnable then) {
		look.later(sheet.shell(), then);
	}

	void open(Consumer<CalendarDraft> then) {
		sheet.open(words.say("calendar.import.do"), () -> switch (draft.text(text.getText())) {
			case CalendarDraft.Taken(CalendarDraft next) -> {
				then.accept(next);
				yield true;
			}
			case CalendarDraft.Faulty(List<CalendarText.Fault> faults) -> sheet.complain(faults.stream().limit(MOST_FAULTS)
					.map(fault -> fault.sentence(look.locale())).collect(Collectors.joining("\n")));
		});
	}
}
