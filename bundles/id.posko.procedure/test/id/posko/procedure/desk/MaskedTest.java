package id.posko.procedure.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MaskedTest {

	@Test
	void numbersOfPersonsAreHiddenButForThePlace() {
		assertEquals("WA, 2026-03-02, NIK 350301**********, KK 350301**********.",
				Masked.of("WA, 2026-03-02, NIK 3503010101900001, KK 350301 010190 0001."));
		for (String text : new String[] { "", "telepon 081234567890", "35030101019000012", "470/12/2026", "350301" }) {
			assertEquals(text, Masked.of(text));
		}
	}
}
