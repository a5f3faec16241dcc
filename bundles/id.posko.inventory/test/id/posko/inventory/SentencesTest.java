package id.posko.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.posko.report.Fault;
import id.posko.report.Remark;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a list that is brought in; the room's other texts are seen by the guard of all words. */
class SentencesTest {

	private static final Pattern OF_LISTS = Pattern.compile("(at|fault|file|notice|rule)\\..*");

	private static Properties texts(String name) throws IOException {
		Path here = Path.of("OSGI-INF", "l10n", name);
		Path file = Files.exists(here) ? here : Path.of("bundles", "id.posko.inventory").resolve(here);
		Properties texts = new Properties();
		try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			texts.load(in);
		}
		return texts;
	}

	@ParameterizedTest
	@ValueSource(strings = {"inventory.properties", "inventory_en.properties"})
	void everyCodeHasItsSentenceAndNoSentenceIsLeftOver(String name) throws IOException {
		Set<String> keys = new TreeSet<>(Set.of("at.field", "at.place", "notice.UNKNOWN_COLUMN"));
		for (Rule rule : Rule.values()) {
			keys.add("rule." + rule);
		}
		for (Fault.Code code : Fault.Code.values()) {
			keys.add("fault." + code);
		}
		for (Remark.Code code : Remark.Code.values()) {
			keys.add("notice." + code);
		}
		for (String kind : "PDF,IMAGE,HTML,RTF,OLE,ODS,DOCX,PPTX,XLSB,ZIP,BINARY".split(",")) {
			keys.add("file." + kind);
		}
		assertEquals(keys, texts(name).stringPropertyNames().stream().filter(OF_LISTS.asMatchPredicate())
				.collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	void noSentenceHasAHalfApostrophe() throws IOException {
		for (String name : new String[] {"inventory.properties", "inventory_en.properties"}) {
			texts(name).forEach((key, text) -> assertFalse(text.toString().replace("''", "").contains("'"), key.toString()));
		}
	}
}
