package id.posko.probe.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scale of a number: what is documented, unless another one is much more likely; never a cooler battery. */
class JudgeTest {

	private static final Judge JUDGE = new Judge(Set.of(new BigDecimal("-1"), new BigDecimal("65535")));

	@ParameterizedTest
	@CsvSource({
		"INPUT_VOLTS, 1 0.1, 230, 230", "INPUT_VOLTS, 1 0.1, 2360, 236", "INPUT_VOLTS, 0.1 1, 230, 230",
		"INPUT_VOLTS, 0.1 1, 2301, 230.1", "INPUT_VOLTS, 1 0.1, 0, 0", "INPUT_VOLTS, 1 0.1, 400, 400",
		"INPUT_VOLTS, 1 0.1, 65, 65", "INPUT_VOLTS, 1 0.1, 99999, implausible", "INPUT_VOLTS, 1 0.1, -1, sentinel",
		"BATTERY_VOLTS, 0.1 1 0.01, 136, 13.6", "BATTERY_VOLTS, 0.1 1 0.01, 95, 9.5", "BATTERY_VOLTS, 0.1 1 0.01, 54, 54",
		"BATTERY_VOLTS, 0.1 1 0.01, 27, 27", "BATTERY_VOLTS, 0.1 1 0.01, 4099, 409.9", "BATTERY_VOLTS, 0.1 1 0.01, 0, zero",
		"BATTERY_TEMPERATURE, 1 0.1, 235, 23.5", "BATTERY_TEMPERATURE, 1 0.1, 70, 70",
		"BATTERY_TEMPERATURE, 1 0.1, 0, zero", "BATTERY_TEMPERATURE, 0.1, 300, 30", "INPUT_HERTZ, 0.1 1 0.01, 500, 50",
		"INPUT_HERTZ, 0.1 1 0.01, 50, 50", "INPUT_HERTZ, 0.1 1 0.01, 5001, 50.01", "INPUT_HERTZ, 0.1 1 0.01, 0, zero",
		"BATTERY_CHARGE, 1, 255, implausible", "BATTERY_CHARGE, 1, 100, 100", "BATTERY_RUNTIME, 60, 65535, sentinel",
		"BATTERY_RUNTIME, 60, 9999, implausible", "OUTPUT_LOAD, 1, 170, 170", "OUTPUT_LOAD, 1 0.1, 170, 17",
		"OUTPUT_LOAD, 1 0.1, 110, 110", "OUTPUT_LOAD, 1, 17.5 Percent, 17.5", "OUTPUT_LOAD, 1, N/A, not_a_number",
		"OUTPUT_LOAD, 1, '', empty", "OUTPUT_LOAD, 1, 1e9, not_a_number", "OUTPUT_LOAD, 1, 12x34, not_a_number" })
	void aNumberIsScaledOrRejected(Quantity quantity, String scales, String raw, String expected) {
		Row row = new Row("d", 1, quantity, 0, Row.Kind.NUMBER, "x", false, Optional.empty(),
				Arrays.stream(scales.split(" ")).map(BigDecimal::new).toList(), Map.of());
		Judged judged = JUDGE.judge(new Found(row, 0, "x", raw)).orElseThrow();
		assertEquals(expected, judged.rejected().orElseGet(() -> Double.toString(judged.number().orElseThrow())
				.replaceFirst("\\.0$", "")));
	}

	@ParameterizedTest
	@CsvSource({ "OL, normal", "OL CHRG LB, normal", "OB DISCHRG, battery", "OL BOOST, boost", "OFF, off", "FOO, unknown_code",
		"'', empty" })
	void statesAreWordsOfTheVocabulary(String status, String expected) {
		Row row = Dialects.rows(Dialects.read("nut.rows").all()).stream()
				.filter(r -> r.quantity() == Quantity.OUTPUT_SOURCE).findFirst().orElseThrow();
		Judged judged = JUDGE.judge(new Found(row, 0, "ups.status", status)).orElseThrow();
		assertEquals(List.of(expected), List.of(judged.rejected().or(judged::state).orElseThrow()));
	}
}
