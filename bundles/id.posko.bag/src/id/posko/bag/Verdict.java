package id.posko.bag;

import java.util.List;
import java.util.Map;

/**
 * What was found of a bag.
 *
 * @param flaws the first thousand of each weight, the worst first, then by file and line
 * @param counts of all flaws; a kind that was not found is not in it
 * @param files and {@code octets} of the payload as it lies there
 * @param hashed whether the files were read; else only Payload-Oxum and presence were looked at
 */
public record Verdict(List<Flaw> flaws, Map<Flaw.Kind, Long> counts, long files, long octets, boolean hashed) {

	/** Everything that is listed is there, and nothing else (RFC 8493, section 3). */
	public boolean isComplete() {
		return count(Flaw.Weight.INCOMPLETE) == 0 && count(Flaw.Weight.INVALID) == 0;
	}

	/** Complete, and every file is the one that was put in; never so by the quick test alone. */
	public boolean isValid() {
		return hashed && isComplete();
	}

	/** Whether there is a bag at all that could be judged. */
	public boolean isBag() {
		return !counts.containsKey(Flaw.Kind.NO_BAG) && !counts.containsKey(Flaw.Kind.NO_DECLARATION);
	}

	public long count(Flaw.Weight weight) {
		return counts.entrySet().stream().filter(kind -> kind.getKey().weight() == weight).mapToLong(Map.Entry::getValue).sum();
	}
}
