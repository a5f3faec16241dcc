package id.posko.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * A room's texts for people, from its {@code OSGI-INF/l10n/bundle.properties} (Indonesian) and
 * {@code bundle_en.properties}; arguments in {@link MessageFormat} form.
 */
public final class Words {

	public static final Locale INDONESIAN = Locale.of("id", "ID");

	private static final ResourceBundle.Control INDONESIAN_FIRST = ResourceBundle.Control
			.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	private final ResourceBundle texts;
	private final Locale locale;

	private Words(ResourceBundle texts, Locale locale) {
		this.texts = texts;
		this.locale = locale;
	}

	/** @param inRoom any class of the room whose texts are wanted */
	public static Words of(Class<?> inRoom, Locale locale) {
		return new Words(ResourceBundle.getBundle("OSGI-INF.l10n.bundle", locale, inRoom.getClassLoader(),
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
}
