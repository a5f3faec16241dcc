package id.posko.app;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.kit.Words;
import id.posko.ui.Card;
import id.posko.ui.Face;
import id.posko.ui.Look;
import id.posko.ui.Tone;
import jakarta.annotation.PostConstruct;

/** The start page's own card: where the data lies, and the keys that help everywhere. */
public final class ConsoleCard {

	@PostConstruct
	void build(Composite parent, Look look, Words words) {
		Composite body = new Card(parent, look, "start.console", words.say("console")).body();
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = layout.marginHeight = 0;
		layout.verticalSpacing = 6;
		layout.horizontalSpacing = 16;
		body.setLayout(layout);
		label(body, look, words.say("console.folder"), Tone.MUTED, 2);
		label(body, look, System.getProperty("posko.data", ""), Tone.TEXT, 2);
		label(body, look, "", Tone.MUTED, 2);
		label(body, look, words.say("console.keys"), Tone.MUTED, 2);
		for (List<String> key : List.of(List.of("Ctrl+1 … 9", "console.key.perspective"),
				List.of("Ctrl+F", "console.key.filter"), List.of("Enter", "console.key.open"),
				List.of("Ctrl+C", "console.key.copy"))) {
			Label word = label(body, look, key.getFirst(), Tone.TEXT, 1);
			word.setFont(look.font(Face.BOLD));
			label(body, look, words.say(key.getLast()), Tone.TEXT, 1);
		}
	}

	private static Label label(Composite body, Look look, String text, Tone tone, int span) {
		Label label = new Label(body, SWT.WRAP);
		label.setText(text);
		label.setLayoutData(new GridData(SWT.FILL, SWT.TOP, span == 2, false, span, 1));
		look.paint(label, tone, Tone.SURFACE);
		return label;
	}
}
