package id.posko.transfer.copy;

import java.util.List;

/**
 * How far a copy is, over all its runs.
 *
 * @param files
 *            all that are planned, with their {@code octets}
 * @param copied
 *            files that are at least that; so with the next two
 * @param sourceRead
 *            octets that this run read from the source
 * @param restarted
 *            the first thousand files that changed while this run copied them, and were begun anew
 */
public record Totals(long files, long octets, long copied, long stored, long readBack, long sourceRead,
		List<String> restarted) {

	public Totals {
		restarted = List.copyOf(restarted);
	}
}
