package id.posko.health;

import java.util.Optional;

/**
 * What can be seen from here of an office (or kit) that is gone as a whole.
 *
 * @param ups what its UPS fed from when last read, shortly before or since; empty if none is known
 * @param isRead whether the UPS still answers
 * @param feeder name of the feeder it hangs on; empty if not known
 * @param dark other offices of the feeder that are gone since about then, or whose UPS uses its battery
 * @param lit other offices of the feeder whose UPS was on mains since then
 * @param isDarkElsewhere whether an office that is not known to be of the feeder is gone since about then
 * @param cutAbove what is down on its path, outside the office
 * @param othersAnswer whether anything outside the office has answered since then
 */
record Signs(Optional<Supply> ups, boolean isRead, String feeder, int dark, int lit, boolean isDarkElsewhere,
		Optional<String> cutAbove, boolean othersAnswer) {
}
