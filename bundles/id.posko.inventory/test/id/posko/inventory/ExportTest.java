package id.posko.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.posko.inventory.ImportPlan.Totals;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;
import id.posko.report.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = {"list.xlsx", "LIST.CSV"})
	void whatIsExportedImportsAgainUnchangedAndIntoAnEmptyInventoryAsItWas(String name) {
		DeviceList list = new DeviceList();
		Path file = folder.resolve(name);
		for (int seed = 0; seed < 300; seed++) {
			Fleet fleet = Fleets.random(new Random(seed));
			int devices = fleet.devices().size();
			assertInstanceOf(Export.Written.class, list.write(file, fleet));
			ImportPlan same = list.plan(file, fleet);
			assertEquals(List.of(), same.errors().stream().map(new Sentences(Words.INDONESIAN)::say).toList(), "seed " + seed);
			assertEquals(new Totals(0, 0, devices, 0, 0, 0), same.totals(), "seed " + seed);
			ImportPlan fresh = list.plan(file, Fleet.EMPTY);
			assertTrue(fresh.isApplicable(), () -> fresh.errors().toString());
			assertEquals(List.copyOf(fleet.devices()), List.copyOf(fresh.edit().on(Fleet.EMPTY).devices()), "seed " + seed);
			assertEquals(List.copyOf(fleet.sites()), List.copyOf(fresh.edit().on(Fleet.EMPTY).sites()), "seed " + seed);
		}
	}

	@Test
	void anOfficeWithoutDevicesIsLeftOutAndNamed() {
		Site empty = new Site(new RegionCode("3503"), "Dinas", SiteKind.DINAS, LinkKind.FIBRE);
		assertEquals(new Export.Written(0, List.of(empty)),
				new DeviceList().write(folder.resolve("a.csv"), new Fleet(List.of(empty), List.of())));
	}

	@Test
	void anExportThatCannotBeWrittenSaysWhy() {
		Export.Refused name = assertInstanceOf(Export.Refused.class,
				new DeviceList().write(folder.resolve("a.txt"), Fleet.EMPTY));
		assertEquals("\"a.txt\" tidak berakhiran .xlsx atau .csv. Beri nama berkas dengan salah satu akhiran itu.",
				new Sentences(Words.INDONESIAN).say(name.problem()));
		Export.Refused place = assertInstanceOf(Export.Refused.class,
				new DeviceList().write(folder.resolve("none/a.csv"), Fleet.EMPTY));
		assertTrue(place.problem().is(Fault.Code.NO_FOLDER));
	}

	@Test
	void aTableIsWrittenAsItIsShown() throws IOException {
		Path file = folder.resolve("found.csv");
		assertEquals(new Export.Written(1, List.of()), new DeviceList().write(file, "found", List.of("Alamat", "Nama"),
				List.of(List.of("10.1.1.5", "ups; \"dinas\""))));
		assertEquals(List.of("Alamat;Nama", "10.1.1.5;\"ups; \"\"dinas\"\"\""),
				Files.readString(file).replace("\uFEFF", "").lines().toList());
	}
}
