package id.posko.ssh;

import java.io.IOException;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.Permission;

/** Where people say which machine they trust; others than may do it get {@link id.posko.staff.NotPermitted}. */
@Component(service = Trust.class)
public final class Trust {

	private final HostKeys hostKeys;
	private final Acts acts;

	@Activate
	public Trust(@Reference HostKeys hostKeys, @Reference Acts acts) {
		this.hostKeys = hostKeys;
		this.acts = acts;
	}

	/** From now on this key, and no other, is the machine's. */
	public void accept(Actor by, HostKey key) throws IOException {
		acts.permit(by, Permission.SETTINGS, Optional.empty(), key.place());
		acts.done(by, "host key accepted", key.place(), key.fingerprint(), 1);
		hostKeys.accept(key);
	}

	/** Whether one was pinned for this machine; the next that it shows will be. */
	public boolean forget(Actor by, String place) throws IOException {
		acts.permit(by, Permission.SETTINGS, Optional.empty(), place);
		acts.done(by, "host key forgotten", place, "", hostKeys.of(place).size());
		return hostKeys.forget(place);
	}
}
