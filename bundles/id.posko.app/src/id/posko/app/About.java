package id.posko.app;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;

import id.posko.kit.Words;
import id.posko.ui.Look;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;

/** Says which Posko this is. */
public final class About {

	@Execute
	void execute(Shell window, Look look, Words words) {
		Sheet sheet = new Sheet(window, look, "about", words.say("about.title"));
		Label text = new Label(sheet.body(), SWT.WRAP);
		text.setText(words.say("about.text", FrameworkUtil.getBundle(About.class).getVersion().toString(),
				Runtime.version().toString()));
		look.paint(text, Tone.TEXT, Tone.SURFACE);
		sheet.open(look.say("sheet.close"));
	}
}
