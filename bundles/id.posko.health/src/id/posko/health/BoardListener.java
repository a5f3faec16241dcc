package id.posko.health;

import java.util.List;

import id.posko.kit.DeviceKey;

/**
 * Hears what happens on a {@link HealthBoard}, in the order in which it happened, outside its locks and never on two
 * threads at once; it is one of those that answered, so it must not be blocked. Each list has at least one element.
 */
public interface BoardListener {

	/** How these devices are now; a device that changed more than once comes once. */
	default void changed(List<DeviceHealth> healths) {
	}

	default void answered(List<Sample> samples) {
	}

	default void turned(List<Transition> transitions) {
	}

	default void noticed(List<Notice> notices) {
	}

	default void acknowledged(List<Acknowledged> changes) {
	}

	/** These should be asked now: the judgement of others (or their own) waits for it. */
	default void wanted(List<DeviceKey> devices) {
	}
}
