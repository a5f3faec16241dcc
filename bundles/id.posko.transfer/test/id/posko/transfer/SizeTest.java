package id.posko.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import id.posko.kit.Words;

class SizeTest {

	@Test
	void sizesAreReadAsOnThePackage() {
		assertEquals("0 B", Size.text(0, Words.INDONESIAN));
		assertEquals("999 B", Size.text(999, Words.INDONESIAN));
		assertEquals("1,0 kB", Size.text(1000, Words.INDONESIAN));
		assertEquals("15,4 GB", Size.text(15_376_000_000.0, Words.INDONESIAN));
		assertEquals("100 MB", Size.text(99_960_000, Words.INDONESIAN));
		assertEquals("1.0 TB", Size.text(999_600_000_000.0, Locale.ENGLISH));
		assertEquals("9.2 EB", Size.text(Long.MAX_VALUE, Locale.ENGLISH));
	}
}
