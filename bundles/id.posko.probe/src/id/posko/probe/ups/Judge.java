package id.posko.probe.ups;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a reading of one value, or says why it is none. A number is the raw value in the documented scale; where that
 * can not be true, or hardly, and exactly one of the other scales that makers use gives a usual value, it is that one.
 */
final class Judge {

	private static final Pattern NUMBER = Pattern.compile("([+-]?\\d{1,18}(\\.\\d{1,9})?)( *[A-Za-z%]+)?");

	private final Set<BigDecimal> sentinels;

	Judge(Set<BigDecimal> sentinels) {
		this.sentinels = sentinels;
	}

	/** Empty if the value says nothing of this row's quantity. */
	Optional<Judged> judge(Found found) {
		String raw = found.raw().strip();
		return switch (found.row().kind()) {
		case NUMBER -> Optional.of(number(found, raw));
		case FLAG -> Optional.ofNullable(found.row().codes().get(raw)).map(state -> Judged.state(found, state));
		case CODE -> Optional.of(code(found, raw, Optional.ofNullable(found.row().codes().get(raw))));
		case WORDS -> Optional.of(code(found, raw, words(found.row().codes(), raw)));
		case PHRASE -> Optional.of(code(found, raw, phrase(found.row().codes(), raw)));
		};
	}

	private Judged number(Found found, String raw) {
		if (raw.isEmpty()) {
			return Judged.rejected(found, Rejected.EMPTY);
		}
		Matcher form = NUMBER.matcher(raw);
		if (!form.matches()) {
			return Judged.rejected(found, Rejected.NOT_A_NUMBER);
		}
		Quantity quantity = found.row().quantity();
		BigDecimal number = new BigDecimal(form.group(1));
		if (sentinels.stream().anyMatch(s -> s.compareTo(number) == 0)) {
			return Judged.rejected(found, Rejected.SENTINEL);
		}
		if (number.signum() == 0 && quantity.zeroIsAbsent()) {
			return Judged.rejected(found, Rejected.ZERO);
		}
		List<Double> scaled = found.row().scales().stream().map(s -> number.multiply(s).doubleValue()).toList();
		double documented = scaled.getFirst();
		List<Double> usual = scaled.stream().skip(1).filter(quantity::isUsual).toList();
		if (usual.size() == 1 && !(quantity.isPossible(documented) && quantity.isSure(documented))) {
			return Judged.number(found, usual.getFirst());
		}
		return quantity.isPossible(documented) ? Judged.number(found, documented)
				: Judged.rejected(found, Rejected.IMPLAUSIBLE);
	}

	private static Judged code(Found found, String raw, Optional<String> state) {
		if (raw.isEmpty()) {
			return Judged.rejected(found, Rejected.EMPTY);
		}
		if (state.isEmpty()) {
			return Judged.rejected(found, Rejected.UNKNOWN_CODE);
		}
		return state.get().equals("-") ? Judged.rejected(found, Rejected.NOT_TOLD) : Judged.state(found, state.get());
	}

	private static Optional<String> words(Map<String, String> codes, String raw) {
		List<String> words = Arrays.asList(raw.split("\\s+"));
		return codes.entrySet().stream().filter(c -> words.contains(c.getKey())).map(Map.Entry::getValue).findFirst();
	}

	private static Optional<String> phrase(Map<String, String> codes, String raw) {
		String text = raw.toLowerCase(Locale.ROOT);
		return codes.entrySet().stream().filter(c -> text.contains(c.getKey().toLowerCase(Locale.ROOT)))
				.map(Map.Entry::getValue).findFirst();
	}
}
