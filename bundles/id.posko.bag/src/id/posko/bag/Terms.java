package id.posko.bag;

import java.time.LocalDate;
import java.util.List;

/**
 * How bags are made.
 *
 * @param algorithms at least one, none of them weak
 * @param date the day that bag-info.txt states
 * @param readers files that are read at once: 1 for a disk that turns or a flash disk, more for an SSD
 */
public record Terms(Version version, List<Algorithm> algorithms, LocalDate date, int readers) {

	/** What most disks bear. */
	public static final int READERS = Math.min(4, Runtime.getRuntime().availableProcessors());

	/** @throws IllegalArgumentException if no bag is made with a weak hash alone, or of an old version */
	public Terms {
		algorithms = List.copyOf(algorithms);
		if (!version.isWritten() || algorithms.isEmpty() || algorithms.stream().anyMatch(Algorithm::isWeak)
				|| algorithms.stream().distinct().count() < algorithms.size() || readers < 1) {
			throw new IllegalArgumentException(version + " " + algorithms + " " + readers);
		}
	}

	/** RFC 8493 with SHA-512, which it recommends. */
	public static Terms usual(LocalDate date) {
		return new Terms(Version.V1_0, List.of(Algorithm.SHA512), date, READERS);
	}
}
