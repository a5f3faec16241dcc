package id.posko.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Widget;

import id.posko.kit.Words;

/** How this window looks and speaks: palette, fonts and language. One for a window; UI thread only, if not said. */
public final class Look {

	private static final String KEY = "org.eclipse.swtbot.widget.key";
	private static final String SPOKEN = "id.posko.spoken";
	private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";

	private final UiThread ui;
	private final Locale locale;
	private final Words words;
	private final Map<Face, Font> fonts = new EnumMap<>(Face.class);
	private final List<Runnable> followers = new ArrayList<>();
	private Palette palette = Palette.LIGHT;

	public Look(UiThread ui, Locale locale) {
		this.ui = ui;
		this.locale = locale;
		this.words = Words.of(Look.class, locale);
		for (Face face : Face.values()) {
			FontData data = ui.display().getSystemFont().getFontData()[0];
			fonts.put(face, new Font(ui.display(), data.getName(), data.getHeight() + face.morePoints, face.style));
		}
		ui.display().disposeExec(() -> fonts.values().forEach(Font::dispose));
	}

	/** Any thread. */
	public Locale locale() {
		return locale;
	}

	Words words() {
		return words;
	}

	/** This room's own sentence, for its other packages. Any thread. */
	public String say(String key, Object... arguments) {
		return words.say(key, arguments);
	}

	public Palette palette() {
		return palette;
	}

	public Color color(Tone tone) {
		return palette.of(tone);
	}

	public Font font(Face face) {
		return fonts.get(face);
	}

	/** Changes the colours of everything that is open. */
	public void use(Palette newPalette) {
		palette = newPalette;
		List.copyOf(followers).forEach(Runnable::run);
	}

	/** Runs now and after every change of the colours, for as long as the control lives. */
	public void follow(Control control, Runnable recolor) {
		recolor.run();
		followers.add(recolor);
		control.addListener(SWT.Dispose, _ -> followers.remove(recolor));
	}

	/** Gives a control its colours now and after every change. */
	public void paint(Control control, Tone foreground, Tone background) {
		follow(control, () -> {
			control.setForeground(color(foreground));
			control.setBackground(color(background));
		});
	}

	/** Runs on the UI thread, unless the control is gone by then. Any thread. */
	public void later(Control control, Runnable then) {
		ui.later(control, then);
	}

	/** Gives a widget the name by which a test or a person finds it. */
	public static <W extends Widget> W named(W widget, String key) {
		widget.setData(KEY, key);
		return widget;
	}

	/** Gives what is drawn a sentence for those who do not see it; asked each time it is read out. */
	public static <C extends Control> C spoken(C drawn, Supplier<String> sentence) {
		drawn.setData(SPOKEN, sentence);
		drawn.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = sentence.get();
			}
		});
		return drawn;
	}

	/** Gives a widget a class that the style sheets know. */
	public static <W extends Widget> W styled(W widget, String cssClass) {
		widget.setData(CSS_CLASS, cssClass);
		return widget;
	}
}
