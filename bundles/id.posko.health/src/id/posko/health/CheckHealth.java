package id.posko.health;

import java.util.Optional;

/** What one check has found out about a device. */
public record CheckHealth(String check, Course course) {

	/** What it brought back before it was lost: evidence of then, no reading of now. Empty while there is a current one. */
	public Optional<Found> past() {
		return course.evidence().findings().isEmpty() ? Optional.ofNullable(course.found()) : Optional.empty();
	}
}
