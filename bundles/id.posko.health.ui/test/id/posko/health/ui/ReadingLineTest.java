package id.posko.health.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Checks;
import id.posko.health.DeviceHealth;
import id.posko.health.Evidence;
import id.posko.health.Finding;
import id.posko.health.HealthBoard;
import id.posko.health.Patience;
import id.posko.health.Picture;
import id.posko.health.Reading;
import id.posko.health.Spoken;
import id.posko.health.State;
import id.posko.health.Unit;
import id.posko.health.ui.ReadingLine.Kind;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;

/** Through a board: what a check found reaches the page. */
class ReadingLineTest {

	private static final Instant NOW = Instant.parse("2026-03-02T02:12:00Z");
	private static final RegionCode PLACE = new RegionCode("35.03.01");
	private static final Device UPS = new Device(new DeviceKey(PLACE, "UPS server"), DeviceKind.UPS_SERVER,
			Address.tryParse("127.0.0.1"), "", "", 0, Optional.empty(), "");
	private static final Words WORDS = Words.of(ReadingLine.class, Words.INDONESIAN);

	private final HealthBoard board = new HealthBoard(Patience.DEFAULT);

	ReadingLineTest() {
		Check check = new Check() {
			@Override
			public String id() {
				return "ups";
			}

			@Override
			public boolean suits(Device device) {
				return true;
			}

			@Override
			public Answer ask(Device device, Duration timeout) {
				throw new AssertionError("nobody asks here");
			}
		};
		board.adopt(new Fleet(List.of(new Site(PLACE, "Panggul", SiteKind.KECAMATAN, LinkKind.VSAT)), List.of(UPS)),
				new Checks(List.of(check)), NOW);
	}

	private DeviceHealth toldAgain() {
		board.intake(UPS.key()).answered("ups", new Answer.Answered(Evidence.of("snmp")
				.with(List.of(Reading.number("battery.charge", 5, Unit.PERCENT, "oid", "5")))), NOW.plusSeconds(600));
		return board.health(UPS.key()).orElseThrow();
	}

	private DeviceHealth told(Finding... findings) {
		board.intake(UPS.key()).answered("ups", new Answer.Answered(Evidence.of("snmp").with(List.of(findings))), NOW);
		return board.health(UPS.key()).orElseThrow();
	}

	@Test
	void readingsStandInTheirGroupsWithTheirSource() {
		List<ReadingLine> lines = ReadingLine.of(told(Reading.state("output.source", "battery", "1.3.6.1.4", "5"),
				Reading.number("battery.charge", 87, Unit.PERCENT, "1.3.6.1.2", "870"),
				Reading.rejected("battery.temperature", Unit.CELSIUS, "1.3.6.1.3", "-1", "sentinel")), WORDS, NOW);
		assertEquals(List.of(Kind.HEAD, Kind.VALUE, Kind.REJECTED, Kind.HEAD, Kind.VALUE),
				lines.stream().map(ReadingLine::kind).toList());
		assertEquals("Baterai", lines.get(0).name());
		assertEquals(new ReadingLine(Kind.VALUE, "Isi baterai", "87 %", "1.3.6.1.2 = 870"), lines.get(1));
		assertEquals(new ReadingLine(Kind.REJECTED, "Suhu baterai", "Tidak diukur alat ini", "1.3.6.1.3 = -1"), lines.get(2));
		assertEquals(new ReadingLine(Kind.VALUE, "Sumber daya", "Baterai", "1.3.6.1.4 = 5"), lines.get(4));
	}

	@Test
	void aNewerAnswerReplacesTheReadings() {
		told(Reading.number("battery.charge", 87, Unit.PERCENT, "oid", "87"));
		List<ReadingLine> lines = ReadingLine.of(told(Reading.number("battery.charge", 86, Unit.PERCENT, "oid", "86")),
				WORDS, NOW);
		assertEquals("86 %", lines.getLast().value());
		assertEquals(2, lines.size());
	}

	@Test
	void theNewestPictureIsShownAndNothingWhereThereIsNone() {
		assertEquals(Optional.empty(), ReadingLine.picture(told()));
		Picture older = new Picture(new byte[1], NOW.minusSeconds(60));
		Picture newer = new Picture(new byte[1], NOW);
		assertSame(newer, ReadingLine.picture(told(newer, older)).orElseThrow());
		assertSame(newer, ReadingLine.picture(told()).orElseThrow(), "the last one stays");
		assertEquals(List.of(), ReadingLine.of(told(), WORDS, NOW));
	}

	@Test
	void whatWasReadBeforeTheOutageStaysAsSuch() {
		told(Reading.number("battery.charge", 87, Unit.PERCENT, "oid", "87"), new Picture(new byte[1], NOW));
		for (int i = 1; i <= 3; i++) {
			board.intake(UPS.key()).answered("ups", new Answer.Failed(Cause.of("silent", "PT4S"), Evidence.of("snmp")),
					NOW.plusSeconds(i * 60));
		}
		DeviceHealth down = board.health(UPS.key()).orElseThrow();
		assertEquals(State.DOWN, down.state());
		List<ReadingLine> lines = ReadingLine.of(down, WORDS, NOW.plusSeconds(600));
		String time = new Spoken(Words.INDONESIAN).time(NOW, NOW);
		assertEquals(new ReadingLine(Kind.HEAD, "Baterai", "terakhir dibaca " + time + " lewat UPS", ""), lines.getFirst());
		assertEquals(new ReadingLine(Kind.PAST, "Isi baterai", "87 %", "oid = 87"), lines.get(1));
		assertEquals(NOW, ReadingLine.picture(down).orElseThrow().taken());
		assertEquals(List.of(), down.verdict().evidence().findings(), "evidence of the outage is another");
		assertEquals(Kind.VALUE, ReadingLine.of(toldAgain(), WORDS,
				NOW).getLast().kind());
	}

	@Test
	void aPictureKeepsItsShape() {
		assertEquals(new Rectangle(0, 0, 320, 180),
				PictureCanvas.fitted(new Rectangle(0, 0, 1920, 1080), new Rectangle(0, 0, 320, 400)));
		assertEquals(new Rectangle(0, 0, 64, 48),
				PictureCanvas.fitted(new Rectangle(0, 0, 64, 48), new Rectangle(0, 0, 320, 400)), "never enlarged");
	}
}
