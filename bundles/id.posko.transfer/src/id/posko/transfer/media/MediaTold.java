package id.posko.transfer.media;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import id.posko.kit.Words;
import id.posko.transfer.Progress;
import id.posko.transfer.Size;

/** How media are told of. */
public final class MediaTold {

	private static final int SHORT = 8;

	private final Locale locale;
	private final Words words;
	private final DateTimeFormatter time;

	public MediaTold(Locale locale, ZoneId zone) {
		this.locale = locale;
		words = Words.of(Progress.class, locale);
		time = DateTimeFormatter.ofPattern(words.say("media.time"), locale).withZone(zone);
	}

	/** {@code OFFLINE 03, 15,4 GB, vfat, /media/adb/OFFLINE 03}. */
	public String title(Medium medium) {
		List<String> parts = new ArrayList<>(List.of(medium.name(), size(medium)));
		if (!medium.fileSystem().isEmpty()) {
			parts.add(medium.fileSystem());
		}
		if (!medium.name().equals(medium.root().toString())) {
			parts.add(medium.root().toString());
		}
		if (medium.isReadOnly()) {
			parts.add(words.say("media.read_only"));
		}
		return String.join(", ", parts);
	}

	public String size(Medium medium) {
		return Size.text(medium.size(), locale);
	}

	public String sentence(Identity identity) {
		return switch (identity) {
		case Identity.Unknown _ -> words.say("media.unknown");
		case Identity.Known(Passport passport) -> sentence(passport);
		case Identity.Foreign(String token) -> words.say("media.foreign", number(token));
		case Identity.Copied(Passport passport) -> words.say("media.copied", number(passport.token()), passport.label(), Token.FILE);
		case Identity.Damaged _ -> words.say("media.damaged", Token.FILE);
		case Identity.Unread(String reason) -> words.say("media.unread", reason);
		};
	}

	/** Its number, who holds it, where it was last, and how it does if that is not well. */
	public String sentence(Passport passport) {
		List<String> sentences = new ArrayList<>(List.of(words.say("media.known", number(passport.token()))));
		passport.holder().ifPresent(entry -> sentences.add(words.say("media.held", entry.holder(), at(entry.at()))));
		passport.last().ifPresent(entry -> sentences.add(words.say("media.last", at(entry.at()), entry.place())));
		Wear wear = passport.wear();
		if (wear.errors() > 0) {
			sentences.add(words.say("media.errors", wear.errors()));
		}
		if (wear.isSlower()) {
			sentences.add(words.say("media.slower", rate(wear.rate().orElseThrow()), rate(wear.first().orElseThrow())));
		}
		return String.join(" ", sentences);
	}

	/** One line of its history. */
	public String line(Passport.Entry entry) {
		String what = words.say("media.event." + entry.event(), entry.holder(), Size.text(entry.bytes(), locale),
				entry.rate().map(this::rate).orElse("–"), entry.errors());
		return "%s  %s  %s  %s".formatted(at(entry.at()), entry.by(), entry.place().isEmpty() ? "–" : entry.place(), what);
	}

	private String rate(double bytesPerSecond) {
		return words.say("media.rate", Size.text(bytesPerSecond, locale));
	}

	private String at(Instant at) {
		return time.format(at);
	}

	/** As it is said and typed: the first eight digits. */
	public static String number(String token) {
		return token.substring(0, Math.min(SHORT, token.length()));
	}
}
