package id.posko.health;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import id.posko.kit.DeviceKey;
import id.posko.kit.Notices;

/**
 * Tells people beyond the window what the board notices. An outage and its end are one cause, named by the device and
 * when the outage began; so are the time in which a device flaps and its end.
 */
final class Announcer implements BoardListener {

	private final Consumer<Notices.Message> told;
	private final Locale locale;
	private final Map<Matter, String> open = new HashMap<>();

	private record Matter(DeviceKey device, boolean flaps) {
	}

	Announcer(Consumer<Notices.Message> told, Locale locale) {
		this.told = told;
		this.locale = locale;
	}

	@Override
	public void noticed(List<Notice> news) {
		news.forEach(notice -> told.accept(message(notice)));
	}

	private Notices.Message message(Notice notice) {
		return new Notices.Message(cause(notice), notice.kind().name().toLowerCase(Locale.ROOT), notice.device().kind(),
				notice.device().name(), notice.site().name(), notice.site().code(), notice.sentence(locale), notice.at(),
				notice.behind());
	}

	/** What began before this console was started is named by what the end says of its beginning. */
	private String cause(Notice notice) {
		boolean ends = notice.kind() == Notice.Kind.BACK || notice.kind() == Notice.Kind.STEADY;
		boolean flaps = notice.kind() == Notice.Kind.FLAPPING || notice.kind() == Notice.Kind.STEADY;
		Matter matter = new Matter(notice.device().key(), flaps);
		if (ends && open.containsKey(matter)) {
			return open.remove(matter);
		}
		Instant began = notice.at().minus(notice.lasted()).truncatedTo(ChronoUnit.SECONDS);
		String cause = notice.device().key() + (flaps ? " flapping " : " ") + began;
		if (!ends) {
			open.put(matter, cause);
		}
		return cause;
	}
}
