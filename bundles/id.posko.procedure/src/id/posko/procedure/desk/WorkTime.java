package id.posko.procedure.desk;

import id.posko.kit.Words;
import id.posko.procedure.Procedure;
import java.time.Duration;
import java.util.Locale;

/** Says working time in the two largest units that it fills: "45 detik", "12 menit", "3 jam 20 menit". */
public final class WorkTime {

	private final Words words;

	public WorkTime(Locale locale) {
		words = Words.of(Procedure.class, locale);
	}

	public String said(Duration time) {
		if (time.toMinutes() == 0) {
			return words.say("worked.seconds", time.toSeconds());
		}
		return time.toHours() == 0 ? words.say("worked.minutes", time.toMinutes())
				: words.say("worked.hours", time.toHours(), time.toMinutesPart());
	}
}
