package id.posko.staff;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Secrets;

/** Where people keep and forget the office's secrets. What is journalled is the name. */
@Component(service = OfficeSecrets.class)
public final class OfficeSecrets {

	private final Secrets secrets;
	private final Acts acts;

	@Activate
	public OfficeSecrets(@Reference Secrets secrets, @Reference Acts acts) {
		this.secrets = secrets;
		this.acts = acts;
	}

	/** Before he is asked for it. */
	public void permit(Actor by, String name) {
		acts.permit(by, Permission.SETTINGS, Optional.empty(), name);
	}

	/**
	 * The caller overwrites the characters when done.
	 *
	 * @return false if the name is the journal's own key, which nobody sets by hand
	 */
	public boolean keep(Actor by, String name, char[] secret) throws IOException {
		permit(by, name);
		if (name.equals(DayKey.SECRET)) {
			return false;
		}
		acts.done(by, "secret kept", name, "", 1);
		secrets.keep(name, secret);
		return true;
	}

	/** @return false if there is none of that name, or it is the journal's own key */
	public boolean forget(Actor by, String name) throws IOException {
		permit(by, name);
		if (name.equals(DayKey.SECRET) || !secrets.names().contains(name)) {
			return false;
		}
		acts.done(by, "secret forgotten", name, "", 1);
		secrets.forget(name);
		return true;
	}

	/** Of all that people may keep, in order. */
	public List<String> names(Actor by) throws IOException {
		acts.permit(by, Permission.SETTINGS, Optional.empty(), "");
		return secrets.names().stream().filter(name -> !name.equals(DayKey.SECRET)).toList();
	}

	/** Where they lie, for a person. */
	public String place() {
		return secrets.place();
	}
}
