package id.posko.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import id.posko.transfer.offline.Arrival;
import id.posko.transfer.offline.Ledger;

/** What was brought in, in memory; content is never known. */
final class ArrivalsInMemory implements Ledger {

	private final List<Arrival> all = new ArrayList<>();

	@Override
	public boolean knowsLength(long octets) {
		return false;
	}

	@Override
	public Optional<Arrival> broughtIn(String sha256) {
		return Optional.empty();
	}

	@Override
	public void add(Arrival arrival, Pieces pieces) {
		all.add(arrival);
	}

	@Override
	public List<Arrival> arrivals(LocalDate from, LocalDate to) {
		return all.stream().filter(one -> !one.day().isBefore(from) && !one.day().isAfter(to)).toList();
	}
}
