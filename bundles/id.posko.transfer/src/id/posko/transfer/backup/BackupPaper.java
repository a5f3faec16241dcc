package id.posko.transfer.backup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import id.posko.kit.Words;
import id.posko.report.document.Block;
import id.posko.report.document.Document;
import id.posko.report.document.Grid;
import id.posko.report.document.Heading;
import id.posko.report.document.Page;
import id.posko.report.document.Paragraph;
import id.posko.report.document.Signatures;
import id.posko.report.document.Signatures.Signature;
import id.posko.report.document.Style;
import id.posko.transfer.Progress;
import id.posko.transfer.backup.BackupRun.DumpFile;
import id.posko.transfer.backup.BackupRun.Ending;

/** The report to the Kabid about one run (SOP "back up data kependudukan", step 9), in Indonesian as all its letters. */
final class BackupPaper {

	private static final Words WORDS = Words.of(Progress.class, Words.INDONESIAN);
	private static final Style SMALL = Style.PLAIN.sized(9);

	private final BackupTold told;

	BackupPaper(ZoneId zone) {
		told = new BackupTold(Words.INDONESIAN, zone);
	}

	/** @param by who reports */
	Document of(BackupRun run, Definition definition, String by, Instant now) {
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Heading(1, WORDS.say("backup.paper.title", definition.kind().word())));
		blocks.add(Paragraph.of(told.line(run)));
		run.ending().ifPresent(ending -> {
			blocks.add(facts(run, ending));
			if (!ending.files().isEmpty()) {
				blocks.add(new Heading(2, WORDS.say("backup.paper.files")));
				blocks.add(files(ending));
			}
		});
		blocks.add(new Signatures(List.of(new Signature(List.of(told.time(now), WORDS.say("backup.paper.by")), by, List.of()))));
		return new Document(WORDS.say("backup.paper.title", definition.kind().word()), Page.A4, Optional.empty(),
				Optional.empty(), blocks);
	}

	private Grid facts(BackupRun run, Ending ending) {
		List<Grid.Row> rows = new ArrayList<>();
		rows.add(row("number", Long.toString(run.number())));
		rows.add(row("began", told.time(run.began())));
		rows.add(row("took", told.duration(ending.took())));
		rows.add(row("started_by", run.by()));
		rows.add(row("exit", Integer.toString(ending.exit())));
		rows.add(row("last_line", ending.lastLine()));
		rows.add(row("verdict", (told.grade(ending.verdict().grade()) + " "
				+ ending.verdict().sentence(Words.INDONESIAN)).strip()));
		rows.add(row("drill", told.drill(run.drill())));
		return new Grid(List.of(45.0, 115.0), 0, true, rows);
	}

	private static Grid.Row row(String key, String value) {
		return Grid.Row.of(List.of(Grid.Cell.of(Paragraph.tight(WORDS.say("backup.paper." + key), SMALL.bold())),
				Grid.Cell.of(Paragraph.tight(value, SMALL))));
	}

	private Grid files(Ending ending) {
		List<Grid.Row> rows = new ArrayList<>();
		rows.add(Grid.Row.of(List.of(head("place"), head("bytes"), head("sha256"))));
		for (DumpFile file : ending.files()) {
			rows.add(Grid.Row.of(List.of(
					Grid.Cell.of(Paragraph.tight(file.place().isEmpty() ? file.origin() : file.place(), SMALL)),
					Grid.Cell.of(Paragraph.tight(told.size(file.bytes()), SMALL)),
					Grid.Cell.of(Paragraph.tight(file.sha256(), SMALL.sized(7))))));
		}
		return new Grid(List.of(60.0, 25.0, 75.0), 1, true, rows);
	}

	private static Grid.Cell head(String key) {
		return Grid.Cell.of(Paragraph.tight(WORDS.say("backup.paper." + key), SMALL.bold())).shaded();
	}
}
