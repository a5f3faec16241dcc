package id.posko.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.osgi.service.prefs.BackingStoreException;

import id.posko.kit.Words;
import id.posko.ui.Look;
import id.posko.ui.Palette;
import id.posko.ui.Say;
import id.posko.ui.UiThread;
import jakarta.inject.Inject;

/** Colours and language of the window: what was chosen, kept for the next time. UI thread only. */
public final class Appearance {

	/** Which palette a person wants. */
	enum Theme {
		LIGHT, DARK, SYSTEM;

		String key() {
			return "theme." + name().toLowerCase(Locale.ROOT);
		}
	}

	private static final String THEME = "theme";
	/** Where the style engine looks for what to begin with. */
	private static final String CSS_PREFERENCES = "org.eclipse.e4.ui.css.swt.theme";
	private static final String CSS_THEME = "themeid";

	private final IEclipsePreferences kept = InstanceScope.INSTANCE.getNode("id.posko.app");
	private final IEclipseContext context;
	private final Look look;
	private final Say say;
	private final Words words;
	private final UiThread ui;

	@Inject
	Appearance(IEclipseContext context, UiThread ui, Look look, Say say, Words words) {
		this.ui = ui;
		this.context = context;
		this.look = look;
		this.say = say;
		this.words = words;
		look.use(palette());
		InstanceScope.INSTANCE.getNode(CSS_PREFERENCES).put(CSS_THEME, cssTheme());
	}

	Theme theme() {
		String name = kept.get(THEME, "");
		return Arrays.stream(Theme.values()).filter(t -> t.name().equals(name)).findFirst().orElse(Theme.SYSTEM);
	}

	private Palette palette() {
		return switch (theme()) {
		case LIGHT -> Palette.LIGHT;
		case DARK -> Palette.DARK;
		case SYSTEM -> ui.isDarkSystem() ? Palette.DARK : Palette.LIGHT;
		};
	}

	private String cssTheme() {
		return palette().isDark() ? "id.posko.dark" : "id.posko.light";
	}

	void use(Theme theme) throws BackingStoreException {
		kept.put(THEME, theme.name());
		kept.flush();
		context.get(IThemeEngine.class).setTheme(cssTheme(), false);
		look.use(palette());
	}

	/** Where the start script looks for the language: a file of the data folder. */
	private static Path languageFile() {
		return Path.of(System.getProperty("posko.data", ".")).resolve("language");
	}

	void speak(String language) {
		Path file = languageFile();
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, language + "\n");
			say.done(words.say("language.later"));
		} catch (IOException e) {
			say.problem(words.say("language.unwritable", file));
		}
	}
}
