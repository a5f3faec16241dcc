package id.posko.ticket.ui;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.ticket.Ticket;
import id.posko.ui.Ask;
import id.posko.ui.FileDrop;
import id.posko.ui.Form;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;

/** Where a ticket's evidence goes, in which form, and what is added to it. */
final class EvidenceSheet {

	private static final String ENDING = ".zip";
	private static final int ONE_FILE = 0;
	private static final int WIDTH = 480;

	/** What is done when all is said. */
	interface Packing {
		void pack(Path out, List<Path> files);
	}

	private final Look look;
	private final Ask ask;
	private final Words words;
	private final String name;
	private final Sheet sheet;
	private final Form.Field shape;
	private final Form.Field folder;
	private final Form.Field called;
	private final Label attached;
	private final List<Path> files = new ArrayList<>();

	EvidenceSheet(Shell window, Look look, Ask ask, Ticket ticket) {
		this.look = look;
		this.ask = ask;
		words = Words.of(EvidenceSheet.class, look.locale());
		name = words.say("evidence.file", ticket.number() + "");
		sheet = new Sheet(window, look, "evidence", words.say("evidence.title", ticket.number() + ""));
		Label text = new Label(sheet.body(), SWT.WRAP);
		text.setText(words.say("evidence.sentence"));
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
		data.widthHint = WIDTH;
		text.setLayoutData(data);
		look.paint(text, Tone.MUTED, Tone.SURFACE);
		Form form = new Form(sheet.body(), look, "evidence");
		form.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		shape = form.choice("shape", words.say("evidence.shape"),
				List.of(words.say("evidence.shape.zip"), words.say("evidence.shape.folder")), ONE_FILE);
		folder = form.text("folder", words.say("evidence.folder"), System.getProperty("user.home"),
				typed -> path(typed).filter(Files::isDirectory).isPresent() ? Optional.empty()
						: Optional.of(words.say("evidence.no_folder")));
		called = form.text("name", words.say("evidence.name"), name + ENDING,
				typed -> path(typed).filter(path -> path.getNameCount() == 1 && !typed.matches("\\.*")).isPresent()
						? Optional.empty() : Optional.of(words.say("evidence.no_name")));
		((Combo) shape.control()).addListener(SWT.Selection, _ -> rename());
		attached = Look.named(new Label(sheet.body(), SWT.WRAP), "evidence.attached");
		GridData attachedData = new GridData(SWT.FILL, SWT.TOP, true, false);
		attachedData.widthHint = WIDTH;
		attached.setLayoutData(attachedData);
		look.paint(attached, Tone.MUTED, Tone.SURFACE);
		buttons();
		FileDrop.onto(Look.named(sheet.body(), "evidence.drop"), this::attach);
		sayFiles();
	}

	private static Optional<Path> path(String typed) {
		try {
			return typed.isBlank() ? Optional.empty() : Optional.of(Path.of(typed));
		} catch (InvalidPathException _) {
			return Optional.empty();
		}
	}

	private void buttons() {
		Composite row = new Composite(sheet.body(), SWT.NONE);
		look.paint(row, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = layout.marginHeight = 0;
		row.setLayout(layout);
		Look.named(new PushButton(row, look, PushButton.Weight.NORMAL, Glyph.LIST, words.say("evidence.choose"),
				this::chooseFolder), "evidence.choose");
		Look.named(new PushButton(row, look, PushButton.Weight.NORMAL, Glyph.ADD, words.say("evidence.attach"),
				() -> ask.fileToOpen(sheet.shell(), words.say("evidence.attach"), "*.*").ifPresent(this::attach)),
				"evidence.attach");
	}

	private void chooseFolder() {
		DirectoryDialog dialog = new DirectoryDialog(sheet.shell());
		dialog.setText(words.say("evidence.choose"));
		dialog.setFilterPath(folder.text());
		Optional.ofNullable(dialog.open()).ifPresent(folder::setText);
	}

	/** The name follows the form, as long as it is ours. */
	private void rename() {
		boolean isOne = shape.choice() == ONE_FILE;
		String typed = called.text();
		String stem = typed.endsWith(ENDING) ? typed.substring(0, typed.length() - ENDING.length()) : typed;
		called.setText(isOne ? stem + ENDING : stem);
	}

	private void attach(Path file) {
		if (Files.isRegularFile(file) && !files.contains(file)) {
			files.add(file);
		}
		sayFiles();
	}

	private void sayFiles() {
		attached.setText(files.isEmpty() ? words.say("evidence.nothing") : words.say("evidence.with",
				String.join(", ", files.stream().map(file -> file.getFileName().toString()).toList()).replace("&", "&&")));
		attached.requestLayout();
	}

	void open(Packing packing) {
		sheet.open(words.say("evidence.do"), () -> {
			if (path(folder.text()).filter(Files::isDirectory).isEmpty()) {
				return sheet.complain(words.say("evidence.no_folder"));
			}
			if (path(called.text()).filter(path -> path.getNameCount() == 1).isEmpty()) {
				return sheet.complain(words.say("evidence.no_name"));
			}
			Path out = Path.of(folder.text()).resolve(called.text());
			if (Files.exists(out)) {
				return sheet.complain(words.say("evidence.taken", out));
			}
			packing.pack(out, List.copyOf(files));
			return true;
		});
	}
}
