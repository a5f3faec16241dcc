package id.posko.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import id.posko.health.Acknowledged;
import id.posko.health.Acknowledgement;
import id.posko.health.DayReading;
import id.posko.health.History;
import id.posko.health.Retention;
import id.posko.health.RollUp;
import id.posko.health.Sample;
import id.posko.health.Transition;
import id.posko.health.Verdict;
import id.posko.kit.DeviceKey;

/** Keeps nothing. */
public final class NoPast implements History {

	@Override
	public void recordSamples(Collection<Sample> samples) {
		// not kept
	}

	@Override
	public void recordTransitions(Collection<Transition> transitions) {
		// not kept
	}

	@Override
	public List<Sample> samples(DeviceKey device, Instant from, Instant to) {
		return List.of();
	}

	@Override
	public List<RollUp> hourly(DeviceKey device, Instant from, Instant to) {
		return List.of();
	}

	@Override
	public List<Transition> transitions(DeviceKey device, Instant from, Instant to) {
		return List.of();
	}

	@Override
	public Map<DeviceKey, Verdict> lastVerdicts() {
		return Map.of();
	}

	@Override
	public void recordAcknowledgements(Collection<Acknowledged> changes) {
		// not kept
	}

	@Override
	public Map<DeviceKey, Acknowledgement> acknowledgements() {
		return Map.of();
	}

	@Override
	public void recordDays(Collection<DayReading> readings) {
		// not kept
	}

	@Override
	public List<DayReading> days(DeviceKey device, LocalDate from) {
		return List.of();
	}

	@Override
	public void prune(Instant now, Retention retention) {
		// nothing there
	}
}
