package id.posko.procedure.file;

import id.posko.procedure.Procedure;
import id.posko.report.Format;
import id.posko.report.Limits;
import id.posko.report.Reading;
import id.posko.report.TableReader;
import id.posko.report.TableWriter;
import id.posko.report.Writing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

	private static final Limits SHEET = new Limits(5_000, 256, Card.LONGEST_TEXT * 2, 32L << 20);
	private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	private ProcedureFiles() {
	}

	/** Reads an SOP in the form that the file's name tells: YAML, else a sheet. */
	public static Parsed read(Path file) {
		String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
		return name.endsWith(".yaml") || name.endsWith(".yml") ? readYaml(file) : readSheet(file);
	}

	/** Reads an SOP from a workbook (XLSX) or CSV file. Stopped by interrupt. */
	public static Parsed readSheet(Path file) {
		SheetTree sheet = new SheetTree();
		if (new TableReader(SHEET).read(file, sheet::take) instanceof Reading.Refused refused) {
			return new Parsed.Bad(List.of(Problem.of(refused.fault(), refused.place())));
		}
		return parsed(sheet);
	}

	static Parsed parsed(SheetTree sheet) {
		Tree tree = sheet.tree();
		return sheet.problems().isEmpty() ? new ProcedureReader(HeadSheets.NONE).read(tree)
				: new Parsed.Bad(List.copyOf(sheet.problems()));
	}

	/** Writes an SOP as a sheet that reads again as the same; the file's name says whether XLSX or CSV. */
	public static Saved writeSheet(Path file, Procedure procedure) {
		Optional<Format> format = Format.ofName(file);
		if (format.isEmpty()) {
			return new Saved.Refused(Problem.of(Rule.NOT_A_FORMAT, null, Texts.quoted(String.valueOf(file.getFileName()))));
		}
		return switch (new TableWriter().write(file, format.get(), SheetText.of(ProcedureTree.of(procedure)))) {
			case Writing.Written _ -> new Saved.Done();
			case Writing.Refused refused -> new Saved.Refused(Problem.of(refused.fault(), refused.place()));
		};
	}

	/** An SOP in YAML with its head sheet inside; equal SOPs give equal texts, and the text reads again as the same. */
	public static String yaml(Procedure procedure) {
		return YamlText.of(ProcedureTree.of(procedure));
	}

	/** Reads what {@link #yaml} gave. */
	public static Parsed parse(String yaml) {
		return readYaml(() -> yaml.getBytes(StandardCharsets.UTF_8), name -> {
			throw new NoSuchFileException(name);
		});
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
		List<Problem> problems = new ArrayList<>();
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
