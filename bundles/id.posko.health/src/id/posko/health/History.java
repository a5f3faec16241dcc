package id.posko.health;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import id.posko.kit.DeviceKey;

/**
 * Keeps what was found. Safe for any thread; each call is one transaction and blocks until it is kept or read. An
 * {@link IOException} says that the store can not be used now; the same call may work later.
 */
public interface History {

	/** Keeps the samples and adds them to the hourly values. */
	void recordSamples(Collection<Sample> samples) throws IOException;

	/** Keeps the transitions and with them the last verdict of each device. */
	void recordTransitions(Collection<Transition> transitions) throws IOException;

	/** Of [from, to), oldest first. */
	List<Sample> samples(DeviceKey device, Instant from, Instant to) throws IOException;

	/** Of the hours that begin in [from, to), oldest first. */
	List<RollUp> hourly(DeviceKey device, Instant from, Instant to) throws IOException;

	/** Of [from, to), oldest first, and before them the last one before {@code from} if there is one. */
	List<Transition> transitions(DeviceKey device, Instant from, Instant to) throws IOException;

	/** The verdict of each device's last transition. */
	Map<DeviceKey, Verdict> lastVerdicts() throws IOException;

	/** Keeps what is acknowledged now; what has ended is removed. */
	void recordAcknowledgements(Collection<Acknowledged> changes) throws IOException;

	/** What is acknowledged, also if its time is over. */
	Map<DeviceKey, Acknowledgement> acknowledgements() throws IOException;

	/** Keeps a day's values; one that is kept already becomes this one. */
	void recordDays(Collection<DayReading> readings) throws IOException;

	/** What is kept of the device since that day, oldest first. */
	List<DayReading> days(DeviceKey device, LocalDate from) throws IOException;

	/** Removes what is older than the retention; the last transition of a device stays. */
	void prune(Instant now, Retention retention) throws IOException;
}
