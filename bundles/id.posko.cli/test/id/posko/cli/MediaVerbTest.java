package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.kit.Words;
import id.posko.memory.Somebody;
import id.posko.transfer.media.Passports;
import id.posko.transfer.media.SystemVolumes;

/** On a folder that the system's list, a file that is printed, names as a flash disk. */
class MediaVerbTest {

	@TempDir
	Path folder;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private Path flash;
	private Path list;
	private MediaVerb verb;

	@BeforeEach
	void begin() throws IOException {
		flash = Files.createDirectory(folder.toRealPath().resolve("flash"));
		list = folder.resolve("list");
		Files.writeString(list, "NAME=\"sdb1\" UUID=\"1A2B-3C4D\" LABEL=\"OFFLINE 03\" FSTYPE=\"vfat\" SIZE=\"15376000000\" "
				+ "MOUNTPOINT=\"" + flash + "\" RM=\"1\"\n");
		verb = new MediaVerb(new SystemVolumes(List.of("cat", list.toString())),
				new Passports(new PassportsInMemory(), new Somebody(folder).acts));
	}

	private int run(String... arguments) {
		out.reset();
		err.reset();
		Call call = new Call(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), Words.INDONESIAN, folder).by(Somebody.ADB);
		return CommandForm.of(verb.on(call), "posko", call).execute(arguments);
	}

	private String said() {
		return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
	}

	@Test
	void aFlashDiskGetsAPassportAndIsHandedOn() {
		assertEquals(Call.WELL, run("list"), said());
		assertTrue(said().contains("OFFLINE 03, 15,4 GB, vfat") && said().contains("Belum berpaspor."), said());
		assertEquals(Call.WELL, run("passport", flash.toString()), said());
		assertTrue(said().startsWith("Paspor "), said());
		assertEquals(Call.WELL, run("hand", "flash", "Budi Santoso"), said());
		assertTrue(said().contains("Dipegang Budi Santoso"), said());
		assertEquals(Call.WELL, run("list", "--json"), said());
		assertTrue(said().contains("\"holder\":\"Budi Santoso\"") && said().contains("\"removable\":true"), said());
		assertEquals(Call.WELL, run("history"), said());
		String number = said().replaceFirst("(?s).*Paspor ([0-9a-f]{8}).*", "$1");
		assertEquals(Call.WELL, run("history", number), said());
		assertTrue(said().contains("diserahkan kepada Budi Santoso") && said().contains("dicolokkan"), said());
	}

	@Test
	void whatCanNotBeDoneIsSaid() throws IOException {
		assertEquals(Call.WELL, run("history"), said());
		assertTrue(said().contains("Belum ada media yang berpaspor"), said());
		assertEquals(Call.WRONG_USE, run("history", "ff"), said());
		assertEquals(Call.WRONG_USE, run("hand", "flash", "Budi"), said());
		assertTrue(said().contains("Belum berpaspor"), said());
		assertEquals(Call.WRONG_USE, run("hand", "flash", " "), said());
		assertEquals(Call.WRONG_USE, run("passport", "none"), said());
		assertEquals(Call.WRONG_USE, run("passport", "/"), said());
		assertEquals(Call.WRONG_USE, run(), said());
		Files.writeString(flash.resolve("posko-media.txt"), "x");
		assertEquals(Call.WRONG_USE, run("passport", "flash"), said());
		assertTrue(said().contains("bukan paspor"), said());
		Files.delete(list);
		assertEquals(Call.FAILED, run("list"), said());
		assertEquals(Call.WRONG_USE, run("passport", "flash"), said());
	}

	@Test
	void withoutAMediumItSaysWhatToDo() throws IOException {
		Files.writeString(list, "");
		assertEquals(Call.WELL, run("list"));
		assertTrue(said().contains("Colokkan satu"), said());
	}
}
