package id.posko.health;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.posko.kit.DeviceKey;

/** A history that forgets everything when it ends, and can be made to fail. */
final class Memory implements History {

	final List<Sample> samples = new ArrayList<>();
	final List<Transition> transitions = new ArrayList<>();
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
