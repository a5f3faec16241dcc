package id.posko.bag;

import java.util.List;
import java.util.Map;

/**
 * What was found of a bag.
 *
 * @param flaws the first thousand
 * @param counts of all flaws by weight; a weight without flaws is not in it
 * @param files and {@code octets} of the payload as it lies there
 * @param hashed whether the files were read; else only Payload-Oxum and presence were looked at
 */
public record Verdict(List<Flaw> flaws, Map<Flaw.Weight, Long> counts, long files, long octets, boolean hashed) {

	/** Everything that is listed is there, and nothing else (RFC 8493, section 3). */
	public boolean isComplete() {
		return !counts.containsKey(Flaw.Weight.INCOMPLETE) && !counts.containsKey(Flaw.Weight.INVALID);
	}

	/** Complete, and every file is the one that was put in; never so by the quick test alone. */
	public boolean isValid() {
		return hashed && isComplete();
	}
}
