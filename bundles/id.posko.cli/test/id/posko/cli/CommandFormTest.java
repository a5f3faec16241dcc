package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;

import id.posko.kit.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

class CommandFormTest {

	@Command
	static final class Ask implements Callable<Integer> {

		@Parameters(paramLabel = "HOST")
		private String host;
		@Option(names = "--count")
		private int count;
		@Option(names = "--timeout")
		private Duration timeout;

		@Override
		public Integer call() {
			return Call.WELL;
		}
	}

	@Command
	static final class Lists implements Callable<Integer> {

		@Spec
		private CommandSpec spec;

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "export")
		int export(@Parameters(paramLabel = "FILE") String file) {
			return Call.WELL;
		}
	}

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private int run(Callable<Integer> command, Locale locale, String... words) {
		Call call = new Call(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), locale, Path.of(""));
		return CommandForm.of(command, "posko ask", call).execute(words);
	}

	private void isWrong(String sentence, Callable<Integer> command, String... words) {
		err.reset();
		assertEquals(Call.WRONG_USE, run(command, Words.INDONESIAN, words));
		assertEquals(sentence, err.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow());
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("Pemakaian: posko ask"), err.toString());
		assertEquals("", out.toString());
	}

	@Test
	void whatIsWrongIsSaidInOurOwnWords() {
		isWrong("Pilihan --cuont tidak dikenal.", new Ask(), "a", "--cuont", "3");
		isWrong("Kata \"b\" tidak dikenal di sini.", new Ask(), "a", "b");
		isWrong("Belum diisi: HOST.", new Ask());
		isWrong("Belum diisi: --count.", new Ask(), "a", "--count");
		isWrong("Nilai \"x\" untuk --count belum benar.", new Ask(), "a", "--count", "x");
		isWrong("Pilihan --count tertulis dua kali.", new Ask(), "a", "--count", "1", "--count", "2");
		isWrong("Sebut salah satu perintah: export.", new Lists());
		isWrong("Belum diisi: FILE.", new Lists(), "export");
	}

	@Test
	void durationsAreUpToADayAndNeverWithoutAUnit() {
		Ask ask = new Ask();
		assertEquals(Call.WELL, run(ask, Locale.ENGLISH, "a", "--timeout", "1440m"));
		assertEquals(Duration.ofDays(1), ask.timeout);
		for (String wrong : new String[] { "5", "0s", "1441m", "999999999m", "-1s", "soon", "1.5s", "" }) {
			isWrong("Nilai \"" + wrong + "\" untuk --timeout belum benar.", new Ask(), "a", "--timeout", wrong);
		}
	}

	@Test
	void helpIsAnAnswerInTheCallersLanguage() {
		assertEquals(Call.WELL, run(new Lists(), Locale.ENGLISH, "export", "--help"));
		assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("Usage: posko ask export [-h] FILE"), out.toString());
		assertTrue(out.toString(StandardCharsets.UTF_8).contains("Shows this explanation."), out.toString());
		assertEquals("", err.toString());
	}
}
