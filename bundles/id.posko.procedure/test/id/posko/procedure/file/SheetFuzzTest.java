package id.posko.procedure.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.report.Cell;
import id.posko.report.Place;
import id.posko.report.Row;
import id.posko.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sheets with cells moved, lost, doubled and filled with nonsense: each ends in an outcome that can be said. */
class SheetFuzzTest {

	private static final int ROUNDS = Boolean.getBoolean("posko.long") ? 100_000 : 2_000;
	private static final List<String> BITS = List.of("", "No", "no.", "Kegiatan", "Pelaksana", "Dasar Hukum", "a",
			"1", "2", "99", "-1", "v", "\n", " ", ":", "x: teks", "x: y", "selesai", "1 hari", "tentatif", "\u202E", "\u0007",
			"Kode", "tim", "-", "=1+1", "form", "Catatan", "ADB", "x".repeat(5000));

	private static List<List<String>> sheet(String id) {
		Table table = SheetText.of(ProcedureTree.of(new Library().find(id).orElseThrow()));
		List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>(table.headings())));
		table.rows().forEachRemaining(row -> rows.add(new ArrayList<>(row)));
		return rows;
	}

	private static void spoil(List<List<String>> rows, Random random) {
		List<String> row = rows.get(random.nextInt(rows.size()));
		List<String> other = rows.get(random.nextInt(rows.size()));
		switch (random.nextInt(6)) {
			case 0 -> rows.remove(row);
			case 1 -> rows.add(random.nextInt(rows.size()), new ArrayList<>(other));
			case 2 -> row.add(random.nextInt(row.size() + 1), BITS.get(random.nextInt(BITS.size())));
			case 3 -> {
				if (!row.isEmpty() && !other.isEmpty()) {
					row.set(random.nextInt(row.size()), other.get(random.nextInt(other.size())));
				}
			}
			default -> {
				if (!row.isEmpty()) {
					row.set(random.nextInt(row.size()), BITS.get(random.nextInt(BITS.size())));
				}
			}
		}
	}

	/** As {@code report} hands over what a file holds. */
	private static Parsed read(List<List<String>> rows) {
		SheetTree sheet = new SheetTree();
		for (int r = 0; r < rows.size(); r++) {
			List<Cell> cells = new ArrayList<>();
			for (int c = 0; c < rows.get(r).size(); c++) {
				if (!rows.get(r).get(c).isBlank()) {
					cells.add(new Cell(new Place(r + 1, c + 1), rows.get(r).get(c), Optional.empty()));
				}
			}
			if (!cells.isEmpty()) {
				sheet.take(new Row(r + 1, cells));
			}
		}
		return ProcedureFiles.parsed(sheet);
	}

	@Test
	void whateverASheetHoldsEndsInAnOutcome() {
		for (String id : List.of("trenggalek-online", "tapin-buku-agregat")) {
			Map<String, Integer> outcomes = new TreeMap<>();
			List<List<String>> whole = sheet(id);
			for (int round = 0; round < ROUNDS; round++) {
				Random random = new Random(round);
				List<List<String>> rows = new ArrayList<>(whole.stream().<List<String>>map(ArrayList::new).toList());
				for (int i = 1 + random.nextInt(4); i > 0; i--) {
					spoil(rows, random);
				}
				try {
					switch (read(rows)) {
						case Parsed.Good good -> {
							outcomes.merge("good", 1, Integer::sum);
							assertEquals(good.procedure(), ((Parsed.Good) read(copy(good))).procedure());
						}
						case Parsed.Bad bad -> {
							assertFalse(bad.problems().isEmpty());
							bad.problems().forEach(problem -> outcomes.merge(problem.key(), 1, Integer::sum));
							bad.problems().getFirst().sentence(Locale.of("id"));
						}
					}
				} catch (RuntimeException e) {
					throw new AssertionError(id + " round " + round, e);
				}
			}
			assertTrue(outcomes.containsKey("good") && outcomes.size() > 15, outcomes.toString());
		}
	}

	private static List<List<String>> copy(Parsed.Good good) {
		Table table = SheetText.of(ProcedureTree.of(good.procedure()));
		List<List<String>> rows = new ArrayList<>(List.of(table.headings()));
		table.rows().forEachRemaining(rows::add);
		return rows;
	}
}
