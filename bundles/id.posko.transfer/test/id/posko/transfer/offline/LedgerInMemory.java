package id.posko.transfer.offline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.posko.transfer.offline.Arrival.Piece;

/** What was brought in, in memory. */
final class LedgerInMemory implements Ledger {

	final Map<String, Arrival> arrivals = new LinkedHashMap<>();
	final Map<String, List<Piece>> pieces = new LinkedHashMap<>();

	@Override
	public boolean knowsLength(long octets) {
		return pieces.values().stream().flatMap(List::stream).anyMatch(piece -> piece.octets() == octets);
	}

	@Override
	public Optional<Arrival> broughtIn(String sha256) {
		return pieces.entrySet().stream().filter(of -> of.getValue().stream().anyMatch(piece -> piece.sha256().equals(sha256) && piece.judged() != Arrival.Judged.SUSPICIOUS))
				.findFirst().map(of -> arrivals.get(of.getKey()));
	}

	@Override
	public void add(Arrival arrival, Pieces given) {
		List<Piece> all = new ArrayList<>();
		given.each(all::add);
		arrivals.put(arrival.id(), arrival);
		pieces.put(arrival.id(), all);
	}

	@Override
	public List<Arrival> arrivals(LocalDate from, LocalDate to) {
		return arrivals.values().stream().filter(one -> !one.day().isBefore(from) && !one.day().isAfter(to)).toList();
	}
}
