package id.posko.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

	@Test
	void isWrittenAsItIsRead() {
		Access access = Access.tryParse(" ssh.user = posko;snmp.version=3 ;\ncamera.path=/a?b=c").orElseThrow();
		assertEquals(Map.of("ssh.user", "posko", "snmp.version", "3", "camera.path", "/a?b=c"), access.settings());
		assertEquals("camera.path=/a?b=c; snmp.version=3; ssh.user=posko", access.toString());
		assertEquals(Optional.of(access), Access.tryParse(access.toString()));
		assertEquals(Optional.of(Access.NONE), Access.tryParse(" ; "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "public", "snmp=2c", "snmp.version=", "=3", "SNMP.version=3", "a.b=1; a.b=2", "a..b=1" })
	void whatIsNoListOfSettingsIsRefused(String text) {
		assertEquals(Optional.empty(), Access.tryParse(text));
	}
}
