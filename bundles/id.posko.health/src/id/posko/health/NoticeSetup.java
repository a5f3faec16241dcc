package id.posko.health;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Notices;
import id.posko.kit.Notices.Trial;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.Permission;

/** Where people set up who is told, and try it out; others than may do it get {@link id.posko.staff.NotPermitted}. */
@Component(service = NoticeSetup.class)
public final class NoticeSetup {

	private final Notices notices;
	private final Acts acts;

	@Activate
	public NoticeSetup(@Reference Notices notices, @Reference Acts acts) {
		this.notices = notices;
		this.acts = acts;
	}

	/** As {@link Notices#keep}. The journal names what differs from before. */
	public void keep(Actor by, Map<String, String> settings) throws IOException {
		Map<String, String> before = notices.settings();
		TreeSet<String> changed = new TreeSet<>(before.keySet());
		changed.addAll(settings.keySet());
		changed.removeIf(key -> before.getOrDefault(key, "").equals(settings.getOrDefault(key, "")));
		String object = String.join(", ", changed);
		acts.permit(by, Permission.SETTINGS, Optional.empty(), object);
		acts.done(by, "notices set up", object, "", changed.size());
		notices.keep(settings);
	}

	/** As {@link Notices#tryOut}. */
	public List<Trial> tryOut(Actor by, Map<String, String> settings, Locale locale) throws InterruptedException {
		acts.permit(by, Permission.SETTINGS, Optional.empty(), "");
		acts.done(by, "example sent", settings.getOrDefault("mail.to", ""), "", 1);
		return notices.tryOut(settings, locale);
	}
}
