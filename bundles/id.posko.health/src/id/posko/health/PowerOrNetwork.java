package id.posko.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import id.posko.kit.Words;

/**
 * Why an office (or kit) is gone as a whole: no power there, or no way to it? The first rule that holds decides:
 * <ol>
 * <li>its path is down outside the office: network, certain
 * <li>its UPS fed from the battery: power; certain if the UPS still answers, or if the feeder is dark elsewhere and lit
 * nowhere
 * <li>its feeder is dark elsewhere and lit nowhere: power, unless offices of other feeders are gone with it: open
 * <li>its feeder is dark here and lit there: open
 * <li>its feeder is lit: network
 * <li>its UPS was on mains, others answer and no other office is gone with it: network
 * <li>open
 * </ol>
 *
 * @param isCertain false where it is only likely
 * @param reasons what was seen, also what speaks against it; empty if nothing was
 */
public record PowerOrNetwork(Outcome outcome, boolean isCertain, List<Cause> reasons) {

	public enum Outcome {
		POWER, NETWORK, OPEN
	}

	static PowerOrNetwork of(Signs signs) {
		boolean isBattery = signs.ups().filter(Supply::isBattery).isPresent();
		boolean isFeederDark = signs.dark() > 0 && signs.lit() == 0;
		if (signs.cutAbove().isPresent()) {
			return because(Outcome.NETWORK, true, signs);
		}
		if (isBattery) {
			return because(Outcome.POWER, signs.isRead() || isFeederDark, signs);
		}
		if (isFeederDark) {
			return because(signs.isDarkElsewhere() ? Outcome.OPEN : Outcome.POWER, false, signs);
		}
		if (signs.dark() > 0) {
			return because(Outcome.OPEN, false, signs);
		}
		boolean isAlone = signs.ups().isPresent() && signs.othersAnswer() && !signs.isDarkElsewhere();
		return because(signs.lit() > 0 || isAlone ? Outcome.NETWORK : Outcome.OPEN, false, signs);
	}

	private static PowerOrNetwork because(Outcome outcome, boolean isCertain, Signs signs) {
		List<Cause> reasons = new ArrayList<>();
		signs.cutAbove().ifPresent(name -> reasons.add(Cause.of("power_cut_above", name)));
		signs.ups().map(supply -> seen(supply, signs.isRead())).ifPresent(reasons::add);
		if (signs.dark() > 0) {
			reasons.add(Cause.of("power_feeder_dark", signs.dark(), signs.feeder()));
		}
		if (signs.lit() > 0) {
			reasons.add(Cause.of("power_feeder_lit", signs.lit(), signs.feeder()));
		}
		if (signs.isDarkElsewhere()) {
			reasons.add(Cause.of("power_elsewhere"));
		}
		if (signs.othersAnswer() && outcome == Outcome.NETWORK && signs.cutAbove().isEmpty()) {
			reasons.add(Cause.of("power_others"));
		}
		return new PowerOrNetwork(outcome, isCertain, List.copyOf(reasons));
	}

	private static Cause seen(Supply supply, boolean isRead) {
		if (!supply.isBattery()) {
			return Cause.of("power_ups_mains", supply.read());
		}
		String code = isRead ? "power_ups_uses" : "power_ups_used";
		return supply.charge().isPresent()
				? Cause.of(code + "_left", supply.since(), Math.round(supply.charge().getAsDouble()), supply.read())
				: Cause.of(code, supply.since());
	}

	/** Empty if nothing was seen that tells one from the other. */
	public Optional<String> told(Locale locale, Instant now) {
		return reasons.isEmpty() ? Optional.empty() : Optional.of(sentence(locale, now));
	}

	/** One sentence for a person; {@code now} decides whether a time needs its date. */
	public String sentence(Locale locale, Instant now) {
		String seen = reasons.stream().map(reason -> reason.sentence(locale, now)).collect(Collectors.joining(", "));
		return Words.of(PowerOrNetwork.class, locale).say(
				"power." + outcome + (isCertain ? ".certain" : reasons.isEmpty() ? ".blind" : ""), seen);
	}
}
