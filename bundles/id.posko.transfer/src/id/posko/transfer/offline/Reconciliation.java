package id.posko.transfer.offline;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import id.posko.kit.RegionCode;
import id.posko.kit.Tallies;

/**
 * Whether what was recorded has come through: one line for each office and day of a backup. Blocks for as long as the
 * sources of counts take; ends by interrupt.
 */
@Component(service = Reconciliation.class)
public final class Reconciliation {

	/** CURRENT_STATUS_CODEs. */
	private static final String RECORDED = "BIO_CAPTURED";
	private static final String SENT = "SENT_FOR_ENROLLMENT";
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Ledger ledger;
	private final List<Tallies> tallies;

	@Activate
	public Reconciliation(@Reference Ledger ledger,
			@Reference(policyOption = ReferencePolicyOption.GREEDY) List<Tallies> tallies) {
		this.ledger = ledger;
		this.tallies = List.copyOf(tallies);
	}

	/**
	 * What is not known is empty.
	 *
	 * @param recorded
	 *            records of that day in a database, as {@code sent}
	 * @param backedUp
	 *            files that the operator declared
	 * @param brought
	 *            files that were found
	 * @param imported
	 *            files that are in: delivered or known from before
	 */
	public record Line(RegionCode site, LocalDate day, OptionalLong recorded, OptionalLong backedUp, long brought,
			long imported, OptionalLong sent) {

		/** As many are in as were brought, and as many were brought as declared. */
		public boolean isEven() {
			return imported == brought && (backedUp.isEmpty() || backedUp.getAsLong() == brought);
		}
	}

	/** By day, then office. */
	public List<Line> lines(LocalDate from, LocalDate to) throws IOException, InterruptedException {
		TreeMap<LocalDate, TreeMap<RegionCode, List<Arrival>>> days = new TreeMap<>();
		for (Arrival arrival : ledger.arrivals(from, to)) {
			days.computeIfAbsent(arrival.day(), _ -> new TreeMap<>()).computeIfAbsent(arrival.site(), _ -> new ArrayList<>())
					.add(arrival);
		}
		List<Line> lines = new ArrayList<>();
		for (var day : days.entrySet()) {
			for (var office : day.getValue().entrySet()) {
				lines.add(line(office.getKey(), day.getKey(), office.getValue()));
			}
		}
		return lines;
	}

	private Line line(RegionCode site, LocalDate day, List<Arrival> arrivals) throws InterruptedException {
		OptionalLong declared = arrivals.stream().allMatch(arrival -> arrival.declared().isPresent())
				? OptionalLong.of(arrivals.stream().mapToLong(arrival -> arrival.declared().getAsLong()).sum())
				: OptionalLong.empty();
		long brought = arrivals.stream().mapToLong(arrival -> arrival.counts().found() + arrival.counts().left()).sum();
		long imported = arrivals.stream().map(Arrival::counts)
				.mapToLong(counts -> counts.fresh() + counts.known() + counts.changed()).sum();
		return new Line(site, day, count(site, day, RECORDED), declared, brought, imported, count(site, day, SENT));
	}

	/** By the first that knows; one that should know and can not tell now knows nothing. */
	private OptionalLong count(RegionCode site, LocalDate day, String stage) throws InterruptedException {
		for (Tallies source : tallies) {
			try {
				OptionalLong count = source.count(site, Optional.of(day), stage, PATIENCE);
				if (count.isPresent()) {
					return count;
				}
			} catch (IOException _) { // shown as unknown
				continue;
			}
		}
		return OptionalLong.empty();
	}
}
