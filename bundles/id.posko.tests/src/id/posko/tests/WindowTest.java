package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneConsole.class)
class WindowTest {

	@Test
	void theConsoleOpensAndCloses(RunningConsole console) {
		assertEquals("Posko", console.ui(() -> console.shell().getText()));
		console.screenshot("window");
	}
}
