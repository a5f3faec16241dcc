package id.posko.health;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.posko.kit.DeviceKey;

/** A history that forgets everything when it ends, and can be made to fail. */
final class Memory implements History {

	final List<Sample> samples = new ArrayList<>();
	final List<Transition> transitions = new ArrayList<>();
	final Map<DeviceKey, Acknowledgement> acknowledged = new HashMap<>();
	final Map<List<Object>, DayReading> days = new LinkedHashMap<>();
	final List<Integer> batches = new ArrayList<>();
	volatile boolean failing;
	int prunes;

	@Override
	public synchronized void recordSamples(Collection<Sample> more) throws IOException {
		check();
		batches.add(more.size());
		samples.addAll(more);
	}

	@Override
	public synchronized void recordTransitions(Collection<Transition> more) throws IOException {
		check();
		transitions.addAll(more);
	}

	@Override
	public synchronized void recordAcknowledgements(Collection<Acknowledged> changes) throws IOException {
		check();
		for (Acknowledged change : changes) {
			change.now().ifPresentOrElse(now -> acknowledged.put(change.device(), now),
					() -> acknowledged.remove(change.device()));
		}
	}

	@Override
	public synchronized Map<DeviceKey, Acknowledgement> acknowledgements() {
		return Map.copyOf(acknowledged);
	}

	@Override
	public synchronized void recordDays(Collection<DayReading> readings) throws IOException {
		check();
		readings.forEach(r -> days.put(List.of(r.device(), r.quantity(), r.day()), r));
	}

	@Override
	public synchronized List<DayReading> days(DeviceKey device, LocalDate from) {
		return days.values().stream().filter(r -> r.device().equals(device) && !r.day().isBefore(from)).toList();
	}

	private void check() throws IOException {
		if (failing) {
			throw new IOException("disk full");
		}
	}

	@Override
	public synchronized List<Sample> samples(DeviceKey device, Instant from, Instant to) {
		return samples.stream().filter(s -> s.device().equals(device) && !s.at().isBefore(from) && s.at().isBefore(to))
				.toList();
	}

	@Override
	public List<RollUp> hourly(DeviceKey device, Instant from, Instant to) {
		return RollUp.of(samples(device, from, to));
	}

	@Override
	public synchronized List<Transition> transitions(DeviceKey device, Instant from, Instant to) {
		return transitions.stream().filter(t -> t.device().equals(device) && t.at().isBefore(to)).toList();
	}

	@Override
	public synchronized Map<DeviceKey, Verdict> lastVerdicts() {
		Map<DeviceKey, Verdict> last = new HashMap<>();
		transitions.forEach(t -> last.put(t.device(), t.verdict()));
		return last;
	}

	@Override
	public synchronized void prune(Instant now, Retention retention) {
		prunes++;
		samples.removeIf(s -> s.at().isBefore(now.minus(retention.samples())));
	}
}
