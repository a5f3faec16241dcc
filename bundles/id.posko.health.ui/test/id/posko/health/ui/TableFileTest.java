package id.posko.health.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.report.Writing;
import id.posko.ui.table.TableText;

class TableFileTest {

	private static final TableText TEXT = new TableText(List.of("Alat", "Keadaan"),
			List.of(List.of("Modem", "Mati"), List.of("Server; AFIS", "Normal")));

	@TempDir
	private Path folder;

	@Test
	void theTableIsWrittenAsItIsShown() throws IOException {
		Path file = folder.resolve("papan.csv");
		assertEquals(new Writing.Written(2), TableFile.write(file, "papan", TEXT));
		assertEquals("\uFEFFAlat;Keadaan\r\nModem;Mati\r\n\"Server; AFIS\";Normal\r\n", Files.readString(file));
	}

	@Test
	void aNameWithoutAnEndingGetsOne() {
		assertEquals(Path.of("a", "papan 1.2.xlsx"), TableFile.ended(Path.of("a", "papan 1.2")));
		assertEquals(Path.of("papan.CSV"), TableFile.ended(Path.of("papan.CSV")));
	}
}
