package id.posko.ticket.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import id.posko.kit.DeviceKind;
import id.posko.kit.Words;
import id.posko.ticket.Told;

/** The check lists as data, and what is typed for their items. */
class CheckListsTest {

	@Test
	void everyItemOfEveryKindIsSaidInBothLanguages() {
		for (Locale locale : List.of(Words.INDONESIAN, Locale.ENGLISH)) {
			Words words = Words.of(Told.class, locale);
			for (DeviceKind kind : DeviceKind.values()) {
				List<String> items = CheckLists.shipped().of(kind, words);
				assertEquals(items.size(), items.stream().distinct().count(), kind + " " + locale);
			}
		}
	}

	@Test
	void aLineThatIsNoneIsToldByItsNumber() {
		for (String line : List.of("UPS_SERVER: ", "UPS_SERVER:power", "UPS_SERVER: power  fan", "UPS_SERVER: Power",
				"BLENDER: power", " UPS_SERVER: power", "UPS_SERVER: power ", "UPS_SERVER", "UPS_SERVER: power,fan")) {
			IllegalArgumentException wrong = assertThrows(IllegalArgumentException.class,
					() -> CheckLists.parse("OTHER: power\n" + line + "\n"));
			assertEquals("line 2: " + line, wrong.getMessage());
		}
		assertThrows(IllegalArgumentException.class, () -> CheckLists.parse("OTHER: power fan power\n"));
		assertThrows(IllegalArgumentException.class, () -> CheckLists.parse("OTHER: power\nMODEM: fan\nMODEM: power\n"));
		assertThrows(IllegalArgumentException.class, () -> CheckLists.parse("MODEM: fan\n"));
		assertThrows(IllegalArgumentException.class, () -> CheckLists.parse(""));
	}

	@Test
	void aKindWithoutALineHasTheOneForOthers() {
		CheckLists lists = CheckLists.parse("# a remark\n\nOTHER: power case\nMODEM: antenna\n");
		assertEquals(List.of("Antena"), lists.of(DeviceKind.MODEM));
		assertEquals(List.of("Catu daya dan tombol", "Badan alat"), lists.of(DeviceKind.PRINTER));
	}

	@Test
	void whatIsTypedReadsAgainAsItself() {
		for (Finding finding : Finding.values()) {
			CheckedItem item = new CheckedItem("Baterai", finding, "lemah: 3 menit");
			assertEquals(Optional.of(item), CheckedItem.read("Baterai", item.typed()));
		}
		assertEquals(Optional.of(new CheckedItem("Baterai", Finding.GOOD, "")), CheckedItem.read("Baterai", " BAIK "));
		assertEquals(Optional.of(new CheckedItem("Baterai", Finding.GOOD, "baru")), CheckedItem.read("Baterai", "baik:baru"));
		assertEquals(Optional.empty(), CheckedItem.read("Baterai", "tambah"));
	}
}
