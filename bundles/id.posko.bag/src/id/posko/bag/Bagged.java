package id.posko.bag;

/** What became of making or renewing a bag. */
public sealed interface Bagged {

	/** @param verdict size, and what is to be known; of a bag that was renewed, how it was before */
	record Made(Verdict verdict) implements Bagged {
	}

	/** There was nothing to renew, and nothing was written. */
	record Unchanged(Verdict verdict) implements Bagged {
	}

	/** The reasons are in the verdict; everything is as it was before. */
	record Refused(Verdict verdict) implements Bagged {
	}
}
