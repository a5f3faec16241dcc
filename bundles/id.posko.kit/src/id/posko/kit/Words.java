package id.posko.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * A room's texts for people; arguments in {@link MessageFormat} form. The texts of room {@code health.ui} are its
 * {@code OSGI-INF/l10n/health-ui.properties} (Indonesian) and {@code health-ui_en.properties}.
 */
public final class Words {

	public static final Locale INDONESIAN = Locale.of("id", "ID");

	private static final ResourceBundle.Control INDONESIAN_FIRST = new AllOfThatName();

	private final ResourceBundle texts;
	private final Locale locale;

	private Words(ResourceBundle texts, Locale locale) {
		this.texts = texts;
		this.locale = locale;
	}

	/** @param inRoom any class of the room's main package */
	public static Words of(Class<?> inRoom, Locale locale) {
		String room = inRoom.getPackageName().substring("id.posko.".length()).replace('.', '-');
		return new Words(ResourceBundle.getBundle("OSGI-INF.l10n." + room, locale, inRoom.getClassLoader(),
				INDONESIAN_FIRST), locale);
	}

	public Locale locale() {
		return locale;
	}

	/** The texts themselves, for a library that reads them by key. */
	public ResourceBundle bundle() {
		return texts;
	}

	/** @throws MissingResourceException if there is no such key: a bug, found by the guard tests */
	public String say(String key, Object... arguments) {
		return new MessageFormat(texts.getString(key), locale).format(arguments);
	}

	public boolean has(String key) {
		return texts.containsKey(key);
	}

	/**
	 * Where several rooms share one class loader, as in unit tests, their files have the same name: all are read. In
	 * OSGi a room's loader sees its own alone.
	 */
	private static final class AllOfThatName extends ResourceBundle.Control {

		@Override
		public List<String> getFormats(String baseName) {
			return FORMAT_PROPERTIES;
		}

		@Override
		public Locale getFallbackLocale(String baseName, Locale locale) {
			return null;
		}

		@Override
		public ResourceBundle newBundle(String baseName, Locale locale, String format, ClassLoader loader,
				boolean reload) throws IOException {
			StringBuilder all = new StringBuilder();
			String name = baseName.replace('.', '/');
			String file = toResourceName(toBundleName(name, locale), "properties");
			for (URL url : Collections.list(loader.getResources(file))) {
				try (InputStream in = url.openStream()) {
					all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
				}
			}
			return all.isEmpty() ? null : new PropertyResourceBundle(new StringReader(all.toString()));
		}
	}
}
