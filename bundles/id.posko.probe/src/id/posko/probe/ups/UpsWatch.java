package id.posko.probe.ups;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiPredicate;

import id.posko.health.Cause;
import id.posko.health.Reading;
import id.posko.kit.Limit;

/**
 * What is wrong with one UPS, from poll to poll. It remembers what a single poll can not tell: since when the battery is
 * used, for how many polls a flag stands, what the battery's volts were at first, whether anything changes at all. A
 * self-test is no power cut. Not for several threads.
 */
final class UpsWatch {

	private final Thresholds thresholds;
	private final Map<String, Integer> flags = new HashMap<>();
	/** Which limits were crossed at the last poll. */
	private final Set<String> crossed = new HashSet<>();
	private final Map<String, Instant> outside = new HashMap<>();
	private final Map<String, Reading> now = new HashMap<>();
	private OptionalDouble firstVolts = OptionalDouble.empty();
	private Optional<Instant> onBatterySince = Optional.empty();
	private Optional<Instant> testSince = Optional.empty();
	private Map<String, Double> lastNumbers = Map.of();
	private int unchanged;

	UpsWatch(Thresholds thresholds) {
		this.thresholds = thresholds;
	}

	/** Takes the readings of a poll; gives what is wrong, the gravest first. */
	List<Cause> tick(List<Reading> readings, Instant at) {
		now.clear();
		readings.stream().filter(r -> r.rejected().isEmpty()).forEach(r -> now.put(r.quantity(), r));
		boolean onBattery = onBattery(at);
		boolean selfTest = testSince.isPresent() && !onBattery;
		List<Cause> wrong = new ArrayList<>();
		if (onBattery) {
			wrong.add(usedBattery(at));
		}
		state("output.source").filter(s -> List.of("off", "fault", "bypass").contains(s))
				.ifPresent(s -> wrong.add(Cause.of("ups_" + s)));
		battery(wrong, onBattery, selfTest);
		above("ups_hot", "battery.temperature", thresholds.temperature()).ifPresent(wrong::add);
		load().ifPresent(wrong::add);
		if (!onBattery && !selfTest) {
			mains("ups_input_volts", "input.volts", thresholds.leastVolts(), thresholds.mostVolts(), at)
					.ifPresent(wrong::add);
			mains("ups_input_hertz", "input.hertz", thresholds.leastHertz(), thresholds.mostHertz(), at)
					.ifPresent(wrong::add);
		} else {
			outside.clear();
		}
		if (isStale(onBattery)) {
			wrong.add(Cause.of("ups_stale", unchanged));
		}
		return wrong;
	}

	/** On battery, and not by a self-test; keeps since when. */
	private boolean onBattery(Instant at) {
		String source = state("output.source").orElse("");
		boolean testing = source.equals("test") || source.equals("battery")
				&& (is("test.state", "running") || is("input.transfer", "self_test"));
		testSince = testing ? testSince.or(() -> Optional.of(at)) : Optional.empty();
		boolean tooLong = testSince
				.filter(since -> Duration.between(since, at).compareTo(thresholds.selfTest()) > 0).isPresent();
		boolean onBattery = (source.equals("battery") || source.equals("test")) && (!testing || tooLong);
		if (onBattery) {
			Duration elapsed = Duration.ofSeconds((long) number("battery.elapsed").orElse(0));
			onBatterySince = onBatterySince.or(() -> Optional.of(testSince.orElse(at.minus(elapsed))));
		} else {
			onBatterySince = Optional.empty();
		}
		return onBattery;
	}

	private Cause usedBattery(Instant at) {
		Duration used = Duration.between(onBatterySince.orElse(at), at);
		OptionalDouble left = number("battery.runtime");
		return left.isPresent() ? Cause.of("ups_on_battery_left", used, seconds(left)) : Cause.of("ups_on_battery", used);
	}

	private void battery(List<Cause> wrong, boolean onBattery, boolean selfTest) {
		OptionalDouble charge = number("battery.charge");
		OptionalDouble runtime = number("battery.runtime");
		boolean good = charge.orElse(0) > thresholds.charge().first().at()
				&& runtime.orElse(0) > thresholds.runtime().first().at();
		boolean low = is("battery.state", "low") || is("battery.state", "depleted");
		if (stands("low", low && !(good && !onBattery), thresholds.hold())) {
			wrong.add(Cause.of("ups_battery_low"));
		}
		below("ups_runtime", runtime, thresholds.runtime()).ifPresent(code -> wrong.add(Cause.of(code, seconds(runtime))));
		below("ups_charge", charge, thresholds.charge())
				.ifPresent(code -> wrong.add(Cause.of(code, shown(charge.getAsDouble()))));
		if (is("battery.state", "absent")) {
			wrong.add(Cause.of("ups_battery_absent"));
		}
		boolean replace = is("battery.replace", "yes") || is("battery.state", "failure") || is("test.state", "failed");
		if (stands("replace", replace, good ? thresholds.holdDoubted() : thresholds.hold())) {
			wrong.add(Cause.of("ups_replace_battery"));
		}
		batteryVolts(onBattery || selfTest).ifPresent(wrong::add);
	}

	/** Against the first value that was seen, while the battery rests. */
	private Optional<Cause> batteryVolts(boolean used) {
		OptionalDouble volts = number("battery.volts");
		if (volts.isEmpty() || used) {
			return Optional.empty();
		}
		if (firstVolts.isEmpty()) {
			firstVolts = volts;
		}
		double off = Math.abs(volts.getAsDouble() / firstVolts.getAsDouble() - 1);
		boolean isOff = crosses("volts", thresholds.batteryVolts().isOver(off, crossed.contains("volts")));
		return stands("volts", isOff, thresholds.hold())
				? Optional.of(Cause.of("ups_battery_volts", shown(volts.getAsDouble()), shown(firstVolts.getAsDouble())))
				: Optional.empty();
	}

	private Optional<Cause> above(String code, String quantity, Thresholds.Limits limits) {
		OptionalDouble value = number(quantity);
		return value.isEmpty() ? Optional.empty()
				: graver(code, limits, (limit, was) -> limit.isOver(value.getAsDouble(), was))
						.map(found -> Cause.of(found, shown(value.getAsDouble())));
	}

	private Optional<String> below(String code, OptionalDouble value, Thresholds.Limits limits) {
		return value.isEmpty() ? Optional.empty()
				: graver(code, limits, (limit, was) -> limit.isUnder(value.getAsDouble(), was));
	}

	private Optional<String> graver(String first, Thresholds.Limits limits, BiPredicate<Limit, Boolean> crosses) {
		String urgent = first + "_urgent";
		boolean isUrgent = crosses(urgent, crosses.test(limits.urgent(), crossed.contains(urgent)));
		boolean isFirst = crosses(first, crosses.test(limits.first(), crossed.contains(first)));
		return isUrgent ? Optional.of(urgent) : isFirst ? Optional.of(first) : Optional.empty();
	}

	/** Remembers whether the limit is crossed now. */
	private boolean crosses(String limit, boolean is) {
		if (is) {
			crossed.add(limit);
		} else {
			crossed.remove(limit);
		}
		return is;
	}

	private Optional<Cause> load() {
		return numbers("output.load").entrySet().stream().max(Map.Entry.comparingByValue())
				.flatMap(most -> above("ups_load", most.getKey(), thresholds.load()));
	}

	/** Any line outside the band for long enough. */
	private Optional<Cause> mains(String code, String quantity, Limit least, Limit most, Instant at) {
		boolean was = outside.containsKey(code);
		Optional<Double> worst = numbers(quantity).values().stream()
				.filter(v -> least.isUnder(v, was) || most.isOver(v, was)).findFirst();
		if (worst.isEmpty()) {
			outside.remove(code);
			return Optional.empty();
		}
		Duration lasted = Duration.between(outside.computeIfAbsent(code, _ -> at), at);
		return lasted.compareTo(thresholds.mainsFor()) >= 0 ? Optional.of(Cause.of(code, shown(worst.get()), lasted))
				: Optional.empty();
	}

	/** Whether a flag has stood for so many polls in a row, this one included. */
	private boolean stands(String flag, boolean set, int hold) {
		int polls = set ? flags.getOrDefault(flag, 0) + 1 : 0;
		flags.put(flag, polls);
		return polls >= hold;
	}

	/** Whole readings that never move are old ones that an agent repeats. */
	private boolean isStale(boolean onBattery) {
		Map<String, Double> numbers = numbers("");
		unchanged = numbers.equals(lastNumbers) && numbers.size() >= 3 ? unchanged + 1 : 0;
		lastNumbers = numbers;
		return unchanged >= (onBattery ? thresholds.staleOnBattery() : thresholds.stale());
	}

	private Map<String, Double> numbers(String prefix) {
		Map<String, Double> numbers = new HashMap<>();
		now.forEach((quantity, reading) -> {
			if (quantity.startsWith(prefix) && reading.value().isPresent()) {
				numbers.put(quantity, reading.value().getAsDouble());
			}
		});
		return numbers;
	}

	private OptionalDouble number(String quantity) {
		return now.containsKey(quantity) ? now.get(quantity).value() : OptionalDouble.empty();
	}

	private Optional<String> state(String quantity) {
		return Optional.ofNullable(now.get(quantity)).flatMap(Reading::state);
	}

	private boolean is(String quantity, String state) {
		return state(quantity).filter(state::equals).isPresent();
	}

	private static Duration seconds(OptionalDouble value) {
		return Duration.ofSeconds((long) value.getAsDouble());
	}

	/** As it stands in a sentence: no digits that nobody measured. */
	private static String shown(double value) {
		return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(Math.round(value * 10) / 10.0);
	}
}
