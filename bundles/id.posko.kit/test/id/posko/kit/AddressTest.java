package id.posko.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

	@ParameterizedTest
	@ValueSource(strings = { "10.1.2.3", "10.1.2.3:1521", "afis", "afis-01.panggul.example", "afis.example:22", "fd00::5",
			"[fd00::5]:22", "::1" })
	void anAddressSaysItselfAgain(String text) {
		assertEquals(text, Address.parse(text).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "300.1.2.3", "10.1.2", "10.1.2.3.4", "10.1.2.03", "10.1.2.3:0", "10.1.2.3:65536",
			"10.1.2.3:", "0.0.0.0", "::", "224.0.0.1", "255.255.255.255", "ff02::1", "afis server", "-afis", "afis_1",
			"[10.1.2.3]:22", "[fd00::5", "fd00::5::1", "http://afis", "afis/etc" })
	void whatNoDeviceCanHaveIsNoAddress(String text) {
		assertTrue(Address.tryParse(text).isEmpty(), text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.1.2.3", "fd00::5" })
	void aLiteralNeedsNoResolver(String text) {
		assertEquals(text.replace("::", ":0:0:0:0:0:0:"), Address.parse(text).literal().orElseThrow().getHostAddress());
	}
}
