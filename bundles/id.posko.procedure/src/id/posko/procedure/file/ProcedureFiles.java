package id.posko.procedure.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads SOPs from files: YAML in UTF-8, or a workbook or CSV table that looks like the SOP's own sheet. Whatever a
 * file holds, the outcome is a {@link Parsed}. Blocks.
 */
public final class ProcedureFiles {

	/** An SOP is a few pages. */
	static final int MOST_BYTES = 1 << 20;
	/** How a shared head sheet lies beside the SOPs that name it. */
	static final String HEAD_ENDING = ".muka.yaml";

	private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private ProcedureFiles() {
	}

	/** Reads an SOP in YAML; head sheets it shares lie in the same folder. */
	public static Parsed readYaml(Path file) {
		return readYaml(() -> bytes(file), name -> bytes(file.resolveSibling(name)));
	}

	/** Somewhere that bytes come from, all of them at once and no more than {@link #MOST_BYTES} and one. */
	interface Source {
		byte[] bytes() throws IOException;
	}

	/** Other files beside the one that is read. */
	interface Beside {
		byte[] bytes(String name) throws IOException;
	}

	static Parsed readYaml(Source source, Beside beside) {
		try {
			return new ProcedureReader(name -> head(name, beside)).read(YamlTree.read(text(source)));
		} catch (YamlTree.Refusal refusal) {
			return new Parsed.Bad(List.of(refusal.problem()));
		}
	}

	private static HeadSheets.Answer head(String name, Beside beside) {
		if (!NAME.matcher(name).matches()) {
			return HeadSheets.NONE.find(name);
		}
		List<Problem> problems = new java.util.ArrayList<>();
		try {
			Tree tree = YamlTree.read(text(() -> beside.bytes(name + HEAD_ENDING)));
			if (tree instanceof Tree.Keys keys) {
				var head = HeadReader.read(new Card(keys, problems::add));
				if (problems.isEmpty()) {
					return new HeadSheets.Answer.Found(head);
				}
			} else {
				problems.add(Problem.of(Rule.NOT_KEYS, tree.spot(), name));
			}
		} catch (YamlTree.Refusal refusal) {
			if (refusal.problem().is(Rule.NO_FILE)) {
				return HeadSheets.NONE.find(name);
			}
			problems.add(refusal.problem());
		}
		return new HeadSheets.Answer.None(Problem.of(Rule.BAD_HEAD, null, name, problems.getFirst()));
	}

	private static String text(Source source) throws YamlTree.Refusal {
		try {
			byte[] bytes = source.bytes();
			if (bytes.length > MOST_BYTES) {
				throw new YamlTree.Refusal(Rule.TOO_BIG, null, MOST_BYTES >> 10);
			}
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		} catch (NoSuchFileException _) {
			throw new YamlTree.Refusal(Rule.NO_FILE, null);
		} catch (CharacterCodingException _) {
			throw new YamlTree.Refusal(Rule.NOT_UTF8, null);
		} catch (IOException e) {
			throw new YamlTree.Refusal(Rule.IO, null, String.valueOf(e.getMessage()));
		}
	}

	private static byte[] bytes(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(MOST_BYTES + 1);
		}
	}
}
