package id.posko.kit.discovery;

import java.util.List;
import java.util.Locale;

import id.posko.kit.DeviceKind;
import id.posko.kit.Labels;
import id.posko.kit.Words;

/** What a device seems to be, and by which signs. */
public record Guess(DeviceKind kind, Confidence confidence, List<Sign> evidence) {

	/** How often such signs tell right, the best first. */
	public enum Confidence {
		/** Only such devices say this. */
		SURE,
		/** Hardly another device in an office does. */
		LIKELY,
		/** Others do as well. */
		WEAK;

		public String label(Locale locale) {
			return Words.of(Labels.class, locale).say("confidence." + name());
		}
	}

	public Guess {
		evidence = List.copyOf(evidence);
	}
}
