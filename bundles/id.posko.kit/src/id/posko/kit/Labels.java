package id.posko.kit;

import java.util.Locale;

/** What the field calls its kinds, in the language of the reader. */
public final class Labels {

	private final Words words;

	public Labels(Locale locale) {
		words = Words.of(Labels.class, locale);
	}

	public String of(DeviceKind kind) {
		return words.say("device." + kind.name());
	}

	public String of(SiteKind kind) {
		return words.say("site." + kind.name());
	}

	public String of(LinkKind kind) {
		return words.say("link." + kind.name());
	}
}
