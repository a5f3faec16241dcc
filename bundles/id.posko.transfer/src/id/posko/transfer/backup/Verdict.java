package id.posko.transfer.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A judgement with its reasons; a good one needs none. */
public record Verdict(Grade grade, List<Reason> reasons) {

	public static final Verdict GOOD = new Verdict(Grade.GOOD, List.of());

	public Verdict {
		reasons = List.copyOf(reasons);
	}

	static Verdict bad(Reason reason) {
		return new Verdict(Grade.BAD, List.of(reason));
	}

	/** The worse grade of both, and all their reasons. */
	Verdict and(Verdict other) {
		List<Reason> all = new ArrayList<>(reasons);
		all.addAll(other.reasons);
		return new Verdict(grade.compareTo(other.grade) >= 0 ? grade : other.grade, all);
	}

	public boolean isGood() {
		return grade == Grade.GOOD;
	}

	/** All reasons; "" if there are none. */
	public String sentence(Locale locale) {
		return reasons.stream().map(reason -> reason.sentence(locale)).collect(Collectors.joining(" "));
	}
}
