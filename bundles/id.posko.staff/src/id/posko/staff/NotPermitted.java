package id.posko.staff;

import java.util.Locale;

import id.posko.kit.Words;

/** Somebody tried what he may not do; windows do not offer it, so that only commands and mistakes come here. */
public final class NotPermitted extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final String actor;
	private final Permission permission;

	NotPermitted(Actor actor, Permission permission) {
		super(actor.name() + " may not " + permission);
		this.actor = actor.name();
		this.permission = permission;
	}

	public String sentence(Locale locale) {
		Words words = Words.of(NotPermitted.class, locale);
		return words.say("not.permitted", actor, words.say("permission." + permission.name()));
	}
}
