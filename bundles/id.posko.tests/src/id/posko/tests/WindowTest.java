package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WindowTest {

	@Test
	void theConsoleOpensAndCloses() throws InterruptedException {
		try (RunningConsole console = new RunningConsole()) {
			assertEquals("Posko", console.ui(() -> console.shell().getText()));
			console.screenshot("window");
		}
	}
}
