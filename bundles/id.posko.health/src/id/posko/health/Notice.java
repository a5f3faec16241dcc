package id.posko.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import id.posko.kit.Device;
import id.posko.kit.Site;
import id.posko.kit.Words;

/**
 * Something a person should know: one for a cut path, however many devices stand behind it.
 *
 * @param verdict how the device is now
 * @param at when that began
 * @param lasted how long the state before it (for BACK the outage) lasted
 * @param behind devices whose path leads through this one
 * @param why of DOWN, if its office or kit is gone as a whole: as it looks now
 */
public record Notice(Kind kind, Device device, Site site, Verdict verdict, Instant at, Duration lasted, int behind,
		Optional<PowerOrNetwork> why) {

	public enum Kind {
		/** It does not answer; the path to it does. */
		DOWN,
		/** It answers again after an outage that was told. */
		BACK,
		/** It changes between answering and not: nothing more is told until it is steady. */
		FLAPPING,
		/** It no longer flaps. */
		STEADY,
		/** It answers, but what is kept of it says that its work stands still. */
		IMPAIRED,
		/** Its work goes on again. */
		WELL
	}

	public String sentence(Locale locale) {
		Words words = Words.of(Notice.class, locale);
		Spoken spoken = new Spoken(locale);
		String sentence = words.say("notice." + kind, Spoken.device(device, site), spoken.time(at, at),
				verdict.cause().sentence(locale), spoken.duration(lasted), words.say("state." + verdict.state()));
		boolean cut = kind == Kind.DOWN || kind == Kind.BACK;
		String all = cut && behind > 0 ? sentence + " " + words.say("notice." + kind + ".behind", behind) : sentence;
		return why.flatMap(seen -> seen.told(locale, at)).map(seen -> all + " " + seen).orElse(all);
	}
}
