package id.posko.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import id.posko.kit.Words;

class SpokenReadingTest {

	private final SpokenReading indonesian = new SpokenReading(Words.INDONESIAN);
	private final SpokenReading english = new SpokenReading(Locale.ENGLISH);

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "battery.charge|Isi baterai|Baterai", "input.volts.2|Tegangan listrik, fasa 2|Listrik masuk",
			"disk.used./var/lib.d|Ruang terpakai /var/lib.d|Penyimpanan", "service.nid.scheduler|Layanan nid.scheduler|Layanan",
			"load.5|Beban prosesor (5 menit)|Komputer", "picture.width|Lebar gambar (titik)|Gambar", "test.state|Uji baterai terakhir|UPS",
			"toner.black|toner.black|Lainnya", "weird|weird|Lainnya", ".|.|Lainnya" })
	void aQuantityHasItsNameAndGroupOrItsOwnName(String quantity, String name, String group) {
		Reading reading = Reading.number(quantity, 1, Unit.NONE, "source", "1");
		assertEquals(name, indonesian.name(reading));
		assertEquals(group, indonesian.group(reading));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "98|PERCENT|98 %|98 %", "229.54|VOLTS|229,5 V|229.5 V", "1.126|NONE|1,13|1.13",
			"4320|SECONDS|1 jam 12 menit|1 h 12 min", "0|SECONDS|0 detik|0 s", "-3|SECONDS|−3 detik|−3 s", "0|BYTES|0 B|0 B",
			"1500000000000|BYTES|1,5 TB|1.5 TB", "12|DAYS|12 hari|12 days", "50|HERTZ|50 Hz|50 Hz",
			"12345|WATTS|12.345 W|12,345 W" })
	void numbersAreInTheReadersForm(double value, Unit unit, String inIndonesian, String inEnglish) {
		Reading reading = Reading.number("x", value, unit, "source", "raw");
		assertEquals(inIndonesian, indonesian.value(reading));
		assertEquals(inEnglish, english.value(reading));
	}

	@ParameterizedTest
	@CsvSource({ "battery.replace,yes,Perlu diganti", "output.source,normal,Listrik", "battery.state,normal,Normal",
			"output.source,battery,Baterai", "service.sshd,active,Berjalan", "antivirus.guard,True,Menyala",
			"system,Linux 6.1,Linux 6.1", "picture.state,not_examined,Tidak diperiksa", "input.transfer,low,Tegangan rendah" })
	void statesAreWords(String quantity, String state, String word) {
		assertEquals(word, indonesian.value(Reading.state(quantity, state, "source", "raw")));
	}

	@Test
	void aRejectedOneHasAReasonAndNoValue() {
		Reading rejected = Reading.rejected("battery.temperature", Unit.CELSIUS, "1.3.6.1.2.1.33.1.2.7.0", "-1", "sentinel");
		assertEquals("", indonesian.value(rejected));
		assertEquals(Optional.of("Tidak diukur alat ini"), indonesian.rejection(rejected));
		assertEquals(Optional.of("new_reason"),
				indonesian.rejection(Reading.rejected("x", Unit.NONE, "s", "r", "new_reason")));
		assertEquals(Optional.empty(), indonesian.rejection(Reading.state("x", "yes", "s", "r")));
	}
}
