package id.posko.health.ui;

import java.util.Optional;

import org.eclipse.e4.core.di.annotations.Creatable;

import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import jakarta.inject.Inject;

/** The office that the window is about, for a part that shows one: what was chosen last, itself or by a device of it. */
@Creatable
final class FollowedOffice {

	private final Watching watching;
	private volatile Optional<RegionCode> code = Optional.empty();
	private Runnable changed = () -> {
	};

	@Inject
	FollowedOffice(Watching watching) {
		this.watching = watching;
	}

	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(DeviceKey key) {
		if (key != null) {
			follow(key.site());
		}
	}

	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(RegionCode chosen) {
		if (chosen != null && !is(chosen)) {
			code = Optional.of(chosen);
			changed.run();
		}
	}

	/** What is done when another office is chosen, on the UI thread. */
	void onChange(Runnable whenChanged) {
		changed = whenChanged;
	}

	/** The same on any thread. */
	Optional<RegionCode> code() {
		return code;
	}

	boolean is(RegionCode office) {
		return code.filter(office::equals).isPresent();
	}

	Optional<Site> site() {
		return code.flatMap(watching.fleet()::site);
	}
}
