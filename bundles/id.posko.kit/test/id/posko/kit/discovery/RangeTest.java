package id.posko.kit.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import id.posko.kit.Words;

class RangeTest {

	private static Range right(String text) {
		return assertInstanceOf(Range.Reading.Right.class, Range.read(text, true, true), text).range();
	}

	@ParameterizedTest
	@CsvSource({ "192.168.1.77/24,192.168.1.0/24,254,192.168.1.1,192.168.1.254", "10.0.0.0/20,10.0.0.0/20,4094,10.0.0.1,10.0.15.254",
			"172.16.0.0/16,172.16.0.0/16,65534,172.16.0.1,172.16.255.254", "10.1.2.3,10.1.2.3/32,1,10.1.2.3,10.1.2.3",
			"10.1.2.3/31,10.1.2.2/31,2,10.1.2.2,10.1.2.3", "10.1.2.3/30,10.1.2.0/30,2,10.1.2.1,10.1.2.2",
			"fd00::5/120,fd00:0:0:0:0:0:0:0/120,256,fd00:0:0:0:0:0:0:0,fd00:0:0:0:0:0:0:ff",
			"::1,0:0:0:0:0:0:0:1/128,1,0:0:0:0:0:0:0:1,0:0:0:0:0:0:0:1" })
	void aRangeHasTheAddressesThatDevicesCanHave(String text, String range, int size, String first, String last) {
		Range read = right(text);
		assertEquals(range, read.toString());
		assertEquals(size, read.size());
		assertEquals(first, read.address(0).getHostAddress());
		assertEquals(last, read.address(size - 1).getHostAddress());
		assertEquals(size, IntStream.range(0, size).mapToObj(read::address).distinct().count());
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/24", "172.16.0.0/24", "172.31.255.0/24", "192.168.255.0/24", "100.64.0.0/24", "100.127.255.0/24",
			"169.254.3.0/24", "127.60.1.0/24", "fc00::/120", "fdff::/120", "fe80::/120", "::1/128" })
	void privateRangesAreAllowed(String text) {
		assertInstanceOf(Range.Reading.Right.class, Range.read(text, false, false));
	}

	@ParameterizedTest
	@CsvSource({ "8.8.8.0/24", "172.32.0.0/24", "172.15.255.0/24", "192.169.0.0/24", "100.128.0.0/24", "100.63.255.0/24",
			"9.255.255.0/24", "2001:db8::/120", "::/120", "fe00::/120", "0.0.0.0/0", "::ffff:8.8.8.8", "126.255.255.255" })
	void publicRangesNeedToBeAskedFor(String text) {
		assertEquals(new Range.Reading.Refused(Range.Refusal.PUBLIC), Range.read(text, false, false), text);
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/19,TOO_LARGE", "10.0.0.0/16,TOO_LARGE", "10.0.0.0/15,FAR_TOO_LARGE", "10.0.0.0/8,FAR_TOO_LARGE",
			"fd00::/64,FAR_TOO_LARGE", "fd00::/112,TOO_LARGE", "fd00::/111,FAR_TOO_LARGE", "224.0.0.0/24,NOBODY",
			"239.1.2.3,NOBODY", "255.255.255.255,NOBODY", "0.0.0.0/24,NOBODY", "ff02::1,NOBODY", "::,NOBODY" })
	void whatCanNotBeSweptIsRefused(String text, Range.Refusal why) {
		assertEquals(new Range.Reading.Refused(why), Range.read(text, false, false), text);
	}

	@Test
	void aHugePublicRangeStaysRefusedWhateverIsAllowed() {
		assertEquals(new Range.Reading.Refused(Range.Refusal.FAR_TOO_LARGE), Range.read("0.0.0.0/0", true, true));
		assertEquals(new Range.Reading.Refused(Range.Refusal.FAR_TOO_LARGE), Range.read("2001:db8::/32", true, true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/24", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/24/24", "10/8",
			"10.0.0/24", "10.0.0.256/24", "10.0.0.0/x", "rumah/24", "example.org", "fd00::/129", "fd00::zz/120", "10.0.0.0:22/24",
			"[fd00::]/120", "10.0.0.0/2147483648", "010.0.0.0/24x", "fe80::1%nosuch0/128", "10.0.0.0 /24", "\u0661\u0660.0.0.0/24" })
	void whatIsNoRangeIsRefused(String text) {
		assertEquals(new Range.Reading.Refused(Range.Refusal.NO_RANGE), Range.read(text, true, true), text);
	}

	@Test
	void everyRefusalIsASentenceInBothLanguages() {
		for (Range.Refusal why : Range.Refusal.values()) {
			for (Locale locale : new Locale[] { Words.INDONESIAN, Locale.ENGLISH }) {
				assertTrue(why.sentence("9.9.9.0/24", locale).contains("9.9.9.0/24"), why.name());
			}
		}
	}

	@Test
	void anyTextIsReadOrRefused() {
		Random dice = new Random(21);
		String letters = "0123456789./:abf%x[] ";
		for (int i = 0; i < 20_000; i++) {
			String text = dice.ints(dice.nextInt(25), 0, letters.length()).mapToObj(n -> letters.substring(n, n + 1))
					.reduce("", String::concat);
			if (Range.read(text, false, false) instanceof Range.Reading.Right(Range range)) {
				assertTrue(range.isPrivate() && range.size() <= 4096, text);
			}
		}
	}

	@Test
	void textsOfStrangersCanNotSteerATerminalOrBreakALine() {
		Sign sign = Sign.of(Sign.Kind.SSH, "SSH-2.0-\u001b[2J\r\n\u202eevil\u0000" + "x".repeat(5000));
		assertFalse(sign.value().chars().anyMatch(c -> c < 0x20 || c == 0x202e));
		assertTrue(sign.value().length() <= Sign.LONGEST);
		assertTrue(sign.value().startsWith("SSH-2.0- [2J evil x"), sign.value());
	}
}
