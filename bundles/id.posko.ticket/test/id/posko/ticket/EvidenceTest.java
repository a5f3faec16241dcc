package id.posko.ticket;

import static id.posko.ticket.Book.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.bag.Verification;
import id.posko.health.Answer;
import id.posko.health.BoardListener;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Checks;
import id.posko.health.CutPath;
import id.posko.health.Evidence;
import id.posko.health.HealthBoard;
import id.posko.health.Patience;
import id.posko.health.Sample;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.staff.NotPermitted;

/** From a broken path to the bag, and back to an offer to close. */
class EvidenceTest {

	private static final RegionCode CENTRE = new RegionCode("00");
	private static final Check PING = new Check() {
		@Override
		public String id() {
			return "icmp";
		}

		@Override
		public boolean suits(Device device) {
			return true;
		}

		@Override
		public Answer ask(Device device, Duration timeout) {
			throw new AssertionError();
		}
	};

	@TempDir
	Path folder;
	private final TimeZone zone = TimeZone.getDefault();
	private final List<Sample> samples = new ArrayList<>();
	private final HealthBoard board = new HealthBoard(Patience.DEFAULT);
	private final Fleet fleet = new Fleet(
			List.of(new Site(CENTRE, "Pusat data", SiteKind.DATA_CENTRE, LinkKind.FIBRE),
					new Site(Book.PANGGUL, "Kecamatan Panggul", SiteKind.KECAMATAN, LinkKind.VSAT)),
			List.of(device(CENTRE, "Pusat data", DeviceKind.DATA_CENTRE, 1),
					device(Book.PANGGUL, "Modem", DeviceKind.MODEM, 2),
					device(Book.PANGGUL, "../../<AFIS>&\u0001=1+1", DeviceKind.AFIS_SERVER, 3)));
	private Instant now = at("2026-11-02T08:00");

	private static Device device(RegionCode site, String name, DeviceKind kind, int number) {
		return new Device(new DeviceKey(site, name), kind, Address.tryParse("127.1.0." + number), "SN-" + number,
				"INV-" + number, 0, Optional.empty(), "");
	}

	@BeforeEach
	void open() {
		TimeZone.setDefault(TimeZone.getTimeZone("Asia/Jakarta"));
		board.listen(new BoardListener() {
			@Override
			public void answered(List<Sample> more) {
				samples.addAll(more);
			}
		});
		board.adopt(fleet, new Checks(List.of(PING)), now);
	}

	@AfterEach
	void restoreZone() {
		TimeZone.setDefault(zone);
	}

	/** Every minute an answer of each device; the modem and what is behind it may be silent. */
	private void minutes(int minutes, boolean isCut) {
		minutes(minutes, isCut ? List.of(DeviceKind.MODEM, DeviceKind.AFIS_SERVER) : List.of());
	}

	private void minutes(int minutes, List<DeviceKind> silent) {
		for (int i = 0; i < minutes; i++) {
			now = now.plusSeconds(60);
			for (Device device : fleet.devices()) {
				Answer answer = silent.contains(device.kind())
						? new Answer.Failed(Cause.of("silent", Duration.ofSeconds(4)), Evidence.of("icmp-raw"))
						: new Answer.Answered(Evidence.of("icmp-raw", device.address().orElseThrow().host(),
								Duration.ofMillis((device.kind() == DeviceKind.DATA_CENTRE ? 20 : 600) + i % 30)));
				board.intake(device.key()).answered("icmp", answer, now);
			}
		}
	}

	private Device named(String part) {
		return fleet.devices().stream().filter(device -> device.name().contains(part)).findFirst().orElseThrow();
	}

	private Optional<Draft> draft(String part) {
		return new BrokenPath(CutPath.of(fleet, named(part), board::health), Book.OFFICE.zone(), now).draft();
	}

	private List<Sample> past(DeviceKey device, Instant from, Instant to) {
		return samples.stream().filter(sample -> sample.device().equals(device))
				.filter(sample -> !sample.at().isBefore(from) && sample.at().isBefore(to)).toList();
	}

	private Ticket opened() throws IOException {
		Book book = new Book(folder.resolve("journal"));
		book.now = now;
		return assertInstanceOf(Outcome.Went.class,
				book.desk.open(Book.ADB, draft("AFIS").orElseThrow(), false)).ticket();
	}

	private Path packed(Ticket ticket, Path... files) throws IOException {
		Path bag = folder.resolve("bukti");
		evidence().pack(ticket, bag, List.of(files), _ -> {
		});
		return bag;
	}

	private EvidenceBag evidence() {
		return new EvidenceBag(fleet, board::health, this::past, Book.OFFICE, now);
	}

	@Test
	void asOneFileTheBagIsWholeAndAnotherFileIsNotWrittenOver() throws Exception {
		minutes(30, false);
		minutes(5, true);
		Path photo = Files.writeString(folder.resolve("foto.jpg"), "x");
		Path zip = folder.resolve("kirim/bukti.ZIP");
		List<String> said = new ArrayList<>();
		evidence().pack(opened(), zip, List.of(photo), said::add);
		assertTrue(said.contains("foto.jpg") && said.contains("tiket-1/bagit.txt"), said.toString());
		Path out = Files.createDirectory(folder.resolve("dibuka"));
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				assertTrue(entry.getName().matches("tiket-1/[^:\\\\]+") && !entry.getName().contains(".."), entry.getName());
				Path file = out.resolve(entry.getName());
				Files.createDirectories(file.getParent());
				Files.copy(in, file);
			}
		}
		assertTrue(new Verification(out.resolve("tiket-1"), 1, _ -> { }).of(Verification.Depth.VALID).isValid());
		try (Stream<Path> all = Files.list(zip.getParent())) {
			assertEquals(List.of(zip), all.toList());
		}
		long size = Files.size(zip);
		assertThrows(FileAlreadyExistsException.class, () -> evidence().pack(opened(), zip, List.of(), _ -> { }));
		assertEquals(size, Files.size(zip));
	}

	@Test
	void whatIsStoppedOrCanNotBeReadIsTakenAwayAgain() throws Exception {
		minutes(20, false);
		minutes(5, true);
		Ticket ticket = opened();
		Path missing = folder.resolve("hilang.jpg");
		Path bag = folder.resolve("setengah");
		assertThrows(IOException.class, () -> evidence().pack(ticket, bag, List.of(missing), _ -> { }));
		assertFalse(Files.exists(bag));
		Path empty = Files.createDirectory(folder.resolve("kosong"));
		assertThrows(IOException.class, () -> evidence().pack(ticket, empty, List.of(missing), _ -> { }));
		try (Stream<Path> left = Files.list(empty)) {
			assertEquals(0, left.count());
		}
		for (String out : List.of("henti", "henti.zip")) {
			Thread.currentThread().interrupt();
			assertThrows(IOException.class, () -> evidence().pack(ticket, folder.resolve(out), List.of(), _ -> { }));
			assertTrue(Thread.interrupted());
			assertFalse(Files.exists(folder.resolve(out)));
		}
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(List.of("journal", "kosong"), left.map(file -> file.getFileName().toString()).sorted().toList());
		}
	}

	@Test
	void whatIsNotReadBackAsItWasPackedIsTakenAwayAgain() throws Exception {
		minutes(20, false);
		minutes(5, true);
		Ticket ticket = opened();
		Path photo = Files.writeString(folder.resolve("foto.jpg"), "x");
		Path bag = folder.resolve("rusak");
		IOException refused = assertThrows(IOException.class, () -> evidence().pack(ticket, bag, List.of(photo), name -> {
			if (name.equals("foto.jpg")) {
				Path packed = bag.resolve("data/tiket.txt");
				assertTrue(Files.exists(packed));
				try {
					Files.writeString(packed, "lain");
				} catch (IOException e) {
					throw new AssertionError(e);
				}
			}
		}));
		assertTrue(refused.getMessage().contains("nyatanya"), refused::toString);
		assertFalse(Files.exists(bag));
	}

	@Test
	void whatIsPackedStandsInTheTicketAndTheJournalAndNeedsThePermission() throws Exception {
		minutes(20, false);
		minutes(5, true);
		Book book = new Book(folder.resolve("buku"));
		book.now = now;
		Ticket ticket = ((Outcome.Went) book.desk.open(Book.ADB, draft("AFIS").orElseThrow(), false)).ticket();
		Path zip = folder.resolve("bukti.zip");
		assertThrows(NotPermitted.class,
				() -> book.desk.pack(Book.OPERATOR, ticket, evidence(), zip, List.of(), _ -> { }));
		assertFalse(Files.exists(zip));
		book.desk.pack(Book.ADB, ticket, evidence(), zip, List.of(), _ -> { });
		assertEquals(new Move.Note("Bukti dikemas: bukti.zip, tanpa lampiran."),
				book.find(1).orElseThrow().acts().getLast().move());
		assertEquals(List.of("operator refused: EXPORT ticket 1", "adb ticket evidence ticket 1"), book.acts().subList(1, 3));
	}

	@Test
	void aBrokenPathMakesItsTicketWithTheDevicesFacts() {
		minutes(20, false);
		assertEquals(Optional.empty(), draft("AFIS"));
		minutes(5, true);
		Draft draft = draft("AFIS").orElseThrow();
		assertEquals(Kind.JARKOMDAT, draft.kind());
		assertEquals(named("Modem").key(), draft.cause().orElseThrow());
		assertEquals("Jalur putus di Modem Kecamatan Panggul", draft.title());
		for (String fact : List.of("Kantor: Kecamatan Panggul (kode 35.03.01), jalur VSAT",
				"Alat: Modem, Modem, alamat 127.1.0.2, nomor seri SN-2, nomor inventaris INV-2",
				"Sejak: 2 Nov 2026 08.21 WIB", "- Pusat data: Normal. Menjawab. Cara: icmp-raw. Pemeriksaan: ",
				"- Modem Kecamatan Panggul: Mati. Tidak ada balasan dalam 4 detik. Cara: icmp-raw.")) {
			assertTrue(draft.text().contains(fact), fact + "\n" + draft.text());
		}
		assertTrue(draft.isLike(draft("Modem").orElseThrow()));
	}

	@Test
	void theBagIsValidAndHoldsTheRawEvidence() throws Exception {
		minutes(90, false);
		minutes(10, true);
		Path photo = Files.writeString(folder.resolve("foto modem.jpg"), "x");
		Path evil = Files.writeString(folder.resolve("..\\CON?.txt "), "y");
		Path bag = packed(opened(), photo, evil);
		var verdict = new Verification(bag, 2, _ -> { }).of(Verification.Depth.VALID);
		assertTrue(verdict.isValid() && verdict.flaws().isEmpty(), verdict.flaws().toString());
		try (Stream<Path> all = Files.walk(bag.resolve("data"))) {
			assertEquals(List.of("24-jam-tiap-jam.csv", "24-jam.csv", "24-jam.svg", "alat.csv", "lampiran/CON_.txt",
					"lampiran/foto modem.jpg", "pemeriksaan.csv", "riwayat.csv", "tiket.txt"),
					all.filter(Files::isRegularFile).map(file -> bag.resolve("data").relativize(file).toString()).sorted().toList());
		}
		String checks = Files.readString(bag.resolve("data/pemeriksaan.csv"));
		assertTrue(checks.contains("Modem;icmp;Mati;2026-11-02T09:31+07:00;2026-11-02T09:40+07:00;"
				+ "Tidak ada balasan dalam 4 detik.;silent;PT4S;icmp-raw;"), checks);
		assertEquals(2 * 99 + 1, Files.readAllLines(bag.resolve("data/24-jam.csv")).size());
		assertEquals(2 * 2 + 1, Files.readAllLines(bag.resolve("data/24-jam-tiap-jam.csv")).size());
		assertTrue(Files.readString(bag.resolve("data/tiket.txt"))
				.startsWith("Tiket 1 · Jarkomdat · Baru\nDibuka 2 Nov 2026 09.40 WIB"));
		var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(bag.resolve("data/24-jam.svg").toFile());
		assertEquals(9 + 2, svg.getElementsByTagName("path").getLength());
		assertTrue(Files.readString(bag.resolve("bag-info.txt")).contains("External-Identifier: Tiket 1\n"));
		assertThrows(FileAlreadyExistsException.class, () -> packed(opened()));
	}

	@Test
	void aDevicesNameIsNoPathNoMarkupAndNoFormula() throws Exception {
		minutes(5, false);
		minutes(5, List.of(DeviceKind.AFIS_SERVER));
		Ticket ticket = opened();
		assertEquals(Kind.REPAIR, ticket.draft().kind());
		Path bag = packed(ticket);
		var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(bag.resolve("data/24-jam.svg").toFile());
		assertEquals("../../<AFIS>& =1+1", svg.getElementsByTagName("text").item(0).getTextContent());
		assertTrue(new Verification(bag, 1, _ -> { }).of(Verification.Depth.VALID).isValid());
		try (Stream<Path> all = Files.list(folder)) {
			assertEquals(List.of("bukti", "journal"), all.map(file -> file.getFileName().toString()).sorted().toList());
		}
	}

	@Test
	void aTicketWithoutADeviceHasItsTextAndHistory() throws Exception {
		Ticket ticket = new Ticket(7, new Draft(Kind.REPAIR, Book.PANGGUL, Optional.empty(), "Kursi patah", "", List.of()),
				"adb", now, Sla.ofSop(Kind.JARKOMDAT, Book.OFFICE), List.of());
		Path bag = packed(ticket);
		assertTrue(new Verification(bag, 1, _ -> { }).of(Verification.Depth.VALID).isValid());
		assertTrue(Files.readString(bag.resolve("data/tiket.txt")).contains("Kursi patah"));
		assertFalse(Files.exists(bag.resolve("data/alat.csv")));
	}

	@Test
	void aPathThatIsWellAgainOffersToClose() throws IOException {
		minutes(20, false);
		minutes(5, true);
		Ticket ticket = opened();
		assertEquals(List.of(), Recovered.of(List.of(ticket), board::health));
		minutes(10, false);
		List<Recovered> offers = Recovered.of(List.of(ticket), board::health);
		assertEquals(List.of(ticket), offers.stream().map(Recovered::ticket).toList());
		assertTrue(offers.getFirst().since().isAfter(ticket.openedAt()));
		Ticket done = ticket.with(ticket.act("adb", new Move.Finish("pulih"), now));
		assertEquals(List.of(), Recovered.of(List.of(done), board::health));
		Ticket again = done.with(done.act("adb", new Move.Reopen("putus lagi"), now));
		assertEquals(List.of(), Recovered.of(List.of(again), board::health));
	}

	@Test
	void namesOfFilesLeadNowhereAndAreOnceEach() {
		FileName names = new FileName();
		assertEquals("passwd", names.of("../../etc/passwd"));
		assertEquals("PASSWD-2", names.of("C:\\x\\PASSWD"));
		assertEquals("berkas", names.of(".."));
		assertEquals("berkas-nul.txt", names.of("nul.txt"));
		assertEquals("a_b_.png", names.of("a:b|.png"));
		assertEquals(80 + 4, names.of("é".repeat(300) + ".jpg").length());
		assertEquals("_", names.of("😀"));
	}
}
