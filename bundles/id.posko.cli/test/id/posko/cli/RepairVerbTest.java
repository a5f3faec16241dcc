package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.inventory.DeviceLabels;
import id.posko.inventory.StocktakeDesk;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.LinkKind;
import id.posko.kit.OfficeCalendar;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;
import id.posko.memory.Somebody;
import id.posko.memory.UsualHours;
import id.posko.procedure.Subject;
import id.posko.procedure.desk.EvidenceFiles;
import id.posko.procedure.file.Library;
import id.posko.procedure.run.Run;
import id.posko.staff.Actor;
import id.posko.staff.NotPermitted;
import id.posko.staff.Role;
import id.posko.ticket.Draft;
import id.posko.ticket.Kind;
import id.posko.ticket.Sla;
import id.posko.ticket.Ticket;
import id.posko.ticket.Tickets;
import id.posko.ticket.repair.Finding;
import id.posko.ticket.repair.PartDesk;
import id.posko.ticket.repair.PartDraft;
import id.posko.ticket.repair.RepairHistory;
import id.posko.ticket.repair.RepairPapers;

/** What {@code posko repair}, {@code label} and {@code audit} print, write and end with. */
class RepairVerbTest {

	private static final RegionCode PLACE = new RegionCode("35.03.01");
	private static final DeviceKey UPS = new DeviceKey(PLACE, "UPS server");

	@TempDir
	Path folder;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private final PartsInMemory shelf = new PartsInMemory();
	private final OpenTickets tickets = new OpenTickets();
	private Actor by = Somebody.ADB;
	private Registry registry;
	private RepairVerb repair;
	private LabelVerb label;
	private AuditVerb audit;

	private final Inventory inventory = new Inventory() {
		@Override
		public Fleet fleet() {
			return new Fleet(List.of(new Site(PLACE, "Kecamatan Panggul", SiteKind.KECAMATAN, LinkKind.FIBRE)),
					List.of(device("UPS server", DeviceKind.UPS_SERVER), device("PC 1", DeviceKind.CLIENT_PC)));
		}

		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			return () -> {
			};
		}
	};

	private static Device device(String name, DeviceKind kind) {
		return new Device(new DeviceKey(PLACE, name), kind, Optional.empty(), "SN-" + name, "", 1, Optional.empty(), "");
	}

	@BeforeEach
	void open() throws IOException {
		registry = new Registry(folder);
		Somebody office = new Somebody(folder.resolve("office"));
		repair = new RepairVerb(registry.desk(), new RepairHistory(registry.desk(), () -> Map.of("1", UPS.toString()), tickets, shelf, inventory),
				new PartDesk(shelf, office.acts, () -> registry.now), new RepairPapers(inventory, shelf, registry.staff, office.acts,
						new EvidenceFiles(() -> folder), () -> folder, new UsualHours(), () -> registry.now), inventory);
		label = new LabelVerb(inventory, new DeviceLabels(office.acts));
		audit = new AuditVerb(new StocktakeDesk(new AuditsInMemory(), inventory, office.acts, () -> registry.now), inventory);
	}

	private int run(Verb verb, String... words) {
		out.reset();
		err.reset();
		Call call = new Call(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), Words.INDONESIAN, folder).by(by);
		return CommandForm.of(verb.on(call), "posko", call)
				.setExecutionExceptionHandler((wrong, _, _) -> {
					throw wrong;
				}).execute(words);
	}

	private String out() {
		return out.toString(StandardCharsets.UTF_8);
	}

	private String err() {
		return err.toString(StandardCharsets.UTF_8);
	}

	private void needed() {
		shelf.ask(new PartDraft(UPS, "Baterai", "Baterai 12 V", 2, Finding.REPLACE, "lemah", "1"), "adb", registry.now);
	}

	@Test
	void aPartIsListedMovedOnAndWrittenOut() throws IOException {
		assertEquals(Call.WELL, run(repair, "parts"));
		assertTrue(err().contains("Tidak ada suku cadang"));
		needed();
		assertEquals(Call.WELL, run(repair, "parts", "--json"));
		assertTrue(out().startsWith("{\"part\":1,\"status\":\"asked\",\"version\":0,\"siteCode\":\"35.03.01\""), out());
		assertEquals(Call.WRONG_USE, run(repair, "part", "1", "fitted"));
		assertEquals(Call.WRONG_USE, run(repair, "part", "1", "cancelled"));
		assertEquals(Call.WRONG_USE, run(repair, "part", "1", "sold"));
		assertEquals(Call.WRONG_USE, run(repair, "part", "9", "procured"));
		assertEquals("Suku cadang nomor 9 tidak ada.\n", err());
		assertEquals(Call.WELL, run(repair, "part", "1", "procured", "toko"));
		assertEquals(Call.NOT_WELL, run(repair, "part", "1", "cancelled", "x", "--seen", "0"));
		assertTrue(err().contains("sudah diubah oleh adb"), err());
		assertEquals(Call.WELL, run(repair, "export", "parts.csv"));
		assertTrue(Files.readString(folder.resolve("parts.csv")).contains("Baterai 12 V;ganti;2;lemah;sudah diadakan"));
		assertEquals(Call.WRONG_USE, run(repair, "export", "parts.docx"));
		assertEquals(Call.WELL, run(repair, "part", "1", "fitted"));
		run(repair, "parts");
		assertEquals("", out());
		run(repair, "parts", "--all");
		assertTrue(out().contains("terpasang"));
	}

	@Test
	void aDevicesHistoryHasItsRunsTicketsAndPartsInOrder() throws IOException {
		registry.begin(Run.replay("1", new Library().find("trenggalek-pemeliharaan-alat").orElseThrow(),
				Map.of(Subject.DEVICE, UPS.toString(), Subject.LETTER, "5"), "adb", registry.now, List.of()));
		registry.now = registry.now.plusSeconds(60);
		needed();
		tickets.open(new Draft(Kind.REPAIR, PLACE, Optional.of(UPS), "UPS \u001B[31mmati", "", List.of()), "adb",
				registry.now.minusSeconds(30), Sla.ofSop(Kind.REPAIR, OfficeCalendar.standard()));
		assertEquals(Call.WELL, run(repair, "history", "UPS server"));
		List<String> lines = out().lines().toList();
		assertEquals(3, lines.size(), out());
		assertTrue(lines.get(0).contains("SOP") && lines.get(1).contains("Tiket") && lines.get(2).contains("Suku cadang"), out());
		assertFalse(out().contains("\u001B"), "nothing is a command of the terminal");
		run(repair, "history", "UPS server", "--json");
		assertTrue(out().lines().toList().get(2).contains("\"kind\":\"part\",\"number\":\"1\""), out());
		assertEquals(Call.WELL, run(repair, "history", "PC 1"));
		assertTrue(err().contains("Belum ada yang dikerjakan"));
		assertEquals(Call.WRONG_USE, run(repair, "history", "Kursi"));
		assertEquals(Call.WELL, run(repair, "list", "UPS server"));
		assertEquals(6, out().lines().count());
		assertEquals(Call.WRONG_USE, run(repair, "list", "Kursi"));
	}

	@Test
	void aRunsPapersAreWrittenByTheirEndings() throws IOException {
		registry.begin(Run.replay("1", new Library().find("trenggalek-pemeliharaan-alat").orElseThrow(),
				Map.of(Subject.DEVICE, UPS.toString(), Subject.LETTER, "5"), "adb", registry.now, List.of()));
		needed();
		for (String file : List.of("a.docx", "a.xlsx", "a.csv")) {
			assertEquals(Call.WELL, run(repair, "report", "1", file, "--number", "7/2026"), err());
			assertTrue(Files.size(folder.resolve(file)) > 0);
		}
		assertEquals(Call.WELL, run(repair, "report", "1", "d.docx", "--disposition"));
		assertEquals(Call.WRONG_USE, run(repair, "report", "1", "d.xlsx", "--disposition"));
		assertEquals(Call.WRONG_USE, run(repair, "report", "1", "a.pdf"));
		assertEquals(Call.WRONG_USE, run(repair, "report", "7", "a.docx"));
		assertEquals(Call.WRONG_USE, run(repair, "report", "1", "nowhere/a.docx"));
		assertEquals(Call.WRONG_USE, run(repair));
	}

	@Test
	void labelsAreWrittenForDevicesOrKits() {
		assertEquals(Call.WELL, run(label, "all.docx"));
		assertEquals("2 label ditulis ke all.docx.\n", err());
		assertEquals(Call.WELL, run(label, "--kit", "--site", "35.03.01", "kit.docx"));
		assertEquals("1 label ditulis ke kit.docx.\n", err());
		assertEquals(Call.WELL, run(label, "--device", "PC 1", "pc.docx"));
		for (String[] wrong : List.of(new String[] { "a.pdf" }, new String[] { "--kit", "--device", "PC 1", "a.docx" },
				new String[] { "--site", "99.99", "a.docx" }, new String[] { "--device", "Kursi", "a.docx" }, new String[0])) {
			assertEquals(Call.WRONG_USE, run(label, wrong), String.join(" ", wrong));
			assertFalse(err().isBlank());
		}
	}

	@Test
	void anAuditIsBegunTickedAndReported() throws IOException {
		run(audit, "list");
		assertTrue(err().contains("Belum ada audit"));
		assertEquals(Call.WRONG_USE, run(audit, "new"));
		assertEquals(Call.WRONG_USE, run(audit, "new", "--site", "35.03.09"));
		assertEquals(Call.WELL, run(audit, "new", "--site", "35.03.01"));
		assertEquals(Call.WRONG_USE, run(audit, "new", "--site", "35.03.01"));
		assertEquals(Call.WRONG_USE, run(audit, "tick", "1", "PC 1", "Kursi"), "one of them is no code");
		assertTrue(out().contains("1 dari 2 alat ditemukan"), out());
		assertEquals(Call.NOT_WELL, run(audit, "report", "1"));
		assertTrue(out().contains("tidak ada                35.03.01/UPS server"), out());
		assertEquals(Call.WELL, run(audit, "report", "1", "a.csv"));
		assertTrue(Files.readString(folder.resolve("a.csv")).contains("UPS server"));
		assertEquals(Call.WRONG_USE, run(audit, "report", "1", "a.docx"));
		assertEquals(Call.WELL, run(audit, "tick", "1", "posko:35.03.01/UPS server"));
		assertEquals(Call.WELL, run(audit, "report", "1"));
		assertEquals(Call.WELL, run(audit, "tick", "1", "PC 1", "--undo", "--json"));
		assertTrue(out().contains("\"found\":1,\"missing\":1,\"unexpected\":0"), out());
		assertEquals(Call.WELL, run(audit, "end", "1"));
		assertEquals(Call.WRONG_USE, run(audit, "end", "1"));
		assertEquals(Call.WRONG_USE, run(audit, "report", "9"));
		by = Somebody.of(Role.AUDITOR, Optional.empty());
		assertEquals(Call.WELL, run(audit, "list"));
		assertThrows(NotPermitted.class, () -> new StocktakeDesk(new AuditsInMemory(), inventory, new Somebody(folder).acts)
				.begin(by, PLACE));
	}

	/** Tickets that lie in memory and are only opened. */
	private static final class OpenTickets implements Tickets {

		private final List<Ticket> all = new ArrayList<>();

		@Override
		public Ticket open(Draft draft, String by, Instant at, Sla sla) {
			all.add(new Ticket(all.size() + 1L, draft, by, at, sla, List.of()));
			return all.getLast();
		}

		@Override
		public Optional<Ticket> find(long number) {
			return Optional.empty();
		}

		@Override
		public List<Ticket> open() {
			return List.copyOf(all);
		}

		@Override
		public List<Ticket> page(long before, int most) {
			return List.copyOf(all);
		}

		@Override
		public List<Ticket> of(DeviceKey device) {
			return all.stream().filter(ticket -> ticket.draft().cause().filter(device::equals).isPresent()).toList();
		}

		@Override
		public boolean add(Ticket moved) {
			throw new UnsupportedOperationException();
		}
	}
}
