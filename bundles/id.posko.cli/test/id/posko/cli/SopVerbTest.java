package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.Answer;
import id.posko.health.Check;
import id.posko.health.EchoAnswer;
import id.posko.health.Evidence;
import id.posko.health.Vantage;
import id.posko.health.counter.CounterReader;
import id.posko.health.counter.CounterReading;
import id.posko.health.counter.Counters;
import id.posko.health.counter.HandCounter;
import id.posko.health.counter.Photos;
import id.posko.health.online.OnlineResult;
import id.posko.health.online.OnlineResults;
import id.posko.health.online.OnlineRuns;
import id.posko.health.online.OnlineSop;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;
import id.posko.kit.Words;
import id.posko.memory.Somebody;
import id.posko.procedure.desk.Shelf;
import id.posko.procedure.file.Library;
import id.posko.staff.Acts;

/** What {@code posko sop} and {@code posko counter} print, keep and end with. */
class SopVerbTest {

	private static final RegionCode PLACE = new RegionCode("35.03.01");

	private static final Library LIBRARY = new Library();

	@TempDir
	Path data;

	private final TreeMap<Instant, CounterReading> readings = new TreeMap<>();
	private final List<OnlineResult> kept = new ArrayList<>();
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private boolean isCut;

	private final Counters counters = new Counters() {
		@Override
		public void add(RegionCode site, CounterReading reading) {
			readings.put(reading.at(), reading);
		}

		@Override
		public void remove(RegionCode site, Instant at) {
			readings.remove(at);
		}

		@Override
		public List<CounterReading> since(RegionCode site, Instant from) {
			return List.copyOf(readings.tailMap(from).values());
		}
	};

	private final OnlineResults results = new OnlineResults() {
		@Override
		public void keep(OnlineResult result) {
			kept.add(result);
		}

		@Override
		public List<OnlineResult> of(RegionCode site, Instant from, Instant to) {
			return kept;
		}
	};

	private final Inventory inventory = new Inventory() {
		@Override
		public Fleet fleet() {
			return new Fleet(List.of(new Site(PLACE, "Kecamatan Panggul", SiteKind.KECAMATAN, LinkKind.FIBRE)),
					List.of(device(DeviceKind.DATA_CENTRE, 1), device(DeviceKind.NID_SERVER, 2), device(DeviceKind.MODEM, 3),
							device(DeviceKind.AFIS_SERVER, 4), device(DeviceKind.CLIENT_PC, 5)));
		}

		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			return () -> { };
		}
	};

	private static Device device(DeviceKind kind, int number) {
		return new Device(new DeviceKey(PLACE, kind.name()), kind, Address.tryParse("127.1.0." + number), "", "", 0,
				Optional.empty(), "");
	}

	private final Check console = new Check() {
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
			return new Answer.Answered(Evidence.of("icmp-dgram"));
		}
	};

	private EchoAnswer echo(Address target) {
		return isCut && target.host().equals("127.1.0.1") ? new EchoAnswer.Silent(Duration.ofSeconds(2), "ssh-ping")
				: new EchoAnswer.Replied(Duration.ofMillis(9), target.literal().orElseThrow(), "ssh-ping");
	}

	private int run(String verb, String... arguments) {
		out.reset();
		err.reset();
		Call call = new Call(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), Words.INDONESIAN, data).by(Somebody.ADB);
		Acts acts = new Somebody(data).acts;
		CounterReader reader = new CounterReader(counters, List.of(), List.of());
		OnlineSop sop = new OnlineSop(inventory, console, (_, target, _) -> new Vantage.View.Seen(echo(target)),
				reader);
		Object command = verb.equals("sop") ? new SopVerb(inventory, new OnlineRuns(sop, results, acts), results,
				new Shelf(LIBRARY, acts, () -> data), null).on(call)
				: new CounterVerb(inventory, reader, new HandCounter(reader, counters, acts), new Photos(() -> data)).on(call);
		return CommandForm.of(command, "posko " + verb, call).execute(arguments);
	}

	private List<String> lines() {
		return out.toString(StandardCharsets.UTF_8).lines().toList();
	}

	private void add(int minutesAgo, long value) {
		Instant at = Instant.now().minusSeconds(60L * minutesAgo).truncatedTo(ChronoUnit.SECONDS);
		assertEquals(Call.WELL, run("counter", "add", "--site", "350301", "--at", at + "", "" + value), err.toString());
	}

	@Test
	void fiveStepsAndTheVerdictAreOneLineEachAndKept() {
		add(10, 40);
		add(1, 44);
		assertEquals(Call.WELL, run("sop", "online", "--site", "35.03.01", "--json"));
		assertEquals(6, lines().size());
		for (int i = 0; i < 5; i++) {
			String line = lines().get(i);
			assertTrue(line.startsWith("{\"step\":" + (i + 1) + ",\"from\":") && line.contains("\"state\":\"up\"")
					&& line.contains("\"standardMs\":30000") && line.contains("\"sentence\":"), line);
		}
		assertTrue(lines().getLast().startsWith("{\"verdict\":\"up\""), lines().getLast());
		assertTrue(lines().getLast().contains("kelima pemeriksaan baik"), lines().getLast());
		assertEquals(1, kept.size());
		String asPrinted = out.toString(StandardCharsets.UTF_8);
		assertEquals(Call.WELL, run("sop", "results", "--site", "35.03.01", "--json"));
		assertEquals(asPrinted, out.toString(StandardCharsets.UTF_8));
	}

	@Test
	void whatIsCutOrNotMeasuredDoesNotEndWell() {
		assertEquals(Call.NOT_WELL, run("sop", "online", "--site", "35.03.01"));
		assertTrue(lines().getLast().contains("langkah 5 belum diukur"), lines().getLast());
		isCut = true;
		assertEquals(Call.NOT_WELL, run("sop", "online", "--site", "35.03.01"));
		assertTrue(lines().getLast().contains("langkah 2, koneksi server AFIS ke Pusat Data, gagal"), lines().getLast());
	}

	@Test
	void aStuckCounterEndsNotWellAndARisingOneWell() {
		add(50, 100);
		assertEquals(Call.WELL, run("counter", "add", "--site", "35.03.01", "--backlog", "3", "100"));
		assertEquals(Call.NOT_WELL, run("counter", "status", "--json"));
		assertTrue(lines().getFirst().contains("\"trend\":\"stuck\""), lines().getFirst());
		assertEquals(Call.WELL, run("counter", "add", "--site", "35.03.01", "104"));
		assertEquals(Call.WELL, run("counter", "status", "--site", "35.03.01", "--json"));
		assertTrue(lines().getFirst().contains("\"trend\":\"rising\"") && lines().getFirst().contains("\"total\":104"),
				lines().getFirst());
		assertEquals(Call.WELL, run("counter", "list", "--site", "35.03.01", "--json"));
		assertEquals(3, lines().size());
	}

	@Test
	void resultsAreWrittenToAFile() throws IOException {
		run("sop", "online", "--site", "35.03.01");
		run("sop", "online", "--site", "35.03.01");
		Path file = data.resolve("hasil.csv");
		assertEquals(Call.WELL, run("sop", "results", "--site", "35.03.01", "--out", file.toString()), err.toString());
		List<String> rows = Files.readAllLines(file);
		assertEquals(11, rows.size());
		assertTrue(rows.get(1).contains(";Kecamatan Panggul;") && rows.get(1).contains(";AFIS_SERVER;MODEM;"), rows.get(1));
		assertEquals(Call.WELL, run("sop", "results", "--site", "35.03.01", "--out", data.resolve("hasil.xlsx").toString()));
		assertEquals(Call.WRONG_USE, run("sop", "results", "--site", "35.03.01", "--out", "hasil.txt"));
		assertEquals(Call.WRONG_USE, run("sop", "results", "--site", "35.03.01", "--out", data.resolve("tidak/ada.csv").toString()));
	}

	@Test
	void aPhotoIsKeptWithTheReadingAndAnythingElseRefused() throws IOException {
		Path photo = Files.write(data.resolve("foto.jpg"), new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1 });
		assertEquals(Call.WELL, run("counter", "add", "--site", "35.03.01", "--photo", photo.toString(), "5"), err.toString());
		String name = readings.firstEntry().getValue().photo().orElseThrow().name();
		assertTrue(Files.exists(data.resolve("photos").resolve(name)));
		run("counter", "list", "--site", "35.03.01", "--json");
		assertTrue(lines().getFirst().contains("\"photo\":\"" + name + "\""), lines().getFirst());
		readings.clear();
		assertEquals(Call.WRONG_USE, run("counter", "add", "--site", "35.03.01", "--photo",
				Files.writeString(data.resolve("virus.jpg"), "MZ").toString(), "5"));
		assertTrue(readings.isEmpty() && err.size() > 0);
	}

	@Test
	void theWrittenSopsAreListedAndShown() {
		assertEquals(Call.WELL, run("sop", "list", "--json"));
		assertEquals(20, lines().size());
		assertTrue(lines().getFirst()
				.startsWith("{\"id\":\"trenggalek-pelaporan\",\"title\":\"SOP PELAPORAN DATA KEPENDUDUKAN\""),
				lines().getFirst());
		assertEquals(Call.WELL, run("sop", "list"));
		assertEquals(20, lines().size());
		assertEquals(Call.WELL, run("sop", "show", "trenggalek-online", "--json"));
		assertEquals(5, lines().size());
		assertTrue(lines().get(3).contains("\"action\":\"health.online\",\"target\":\"server NID\""), lines().get(3));
		for (var sop : LIBRARY.shipped()) {
			assertEquals(Call.WELL, run("sop", "show", sop.id()));
			sop.steps().forEach(step -> assertTrue(lines().contains("%2d  %s".formatted(step.number(), step.activity()))));
		}
		assertEquals(Call.WRONG_USE, run("sop", "show", "tidak-ada"));
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("Tidak ada SOP \"tidak-ada\""));
	}

	@Test
	void aSheetIsWrittenAndChecked() throws IOException {
		assertEquals(Call.WELL, run("sop", "export", "trenggalek-online", "online.xlsx"));
		assertEquals(Call.WELL, run("sop", "lint", "online.xlsx"));
		assertTrue(lines().contains("Catatan. Langkah 3, 4: sasarannya sama, IP Address server AFIS."), lines() + "");
		assertEquals(Call.WELL, run("sop", "export", "trenggalek-online", "online.csv"));
		String csv = Files.readString(data.resolve("online.csv"));
		Files.writeString(data.resolve("salah.csv"), csv.replaceFirst("30 detik", "30 dtk"));
		assertEquals(Call.WRONG_USE, run("sop", "lint", "salah.csv", "--json"));
		assertTrue(lines().getFirst().contains("\"code\":\"rule.NOT_A_TIME\"") && lines().getFirst().contains("\"column\":5"),
				lines() + "");
		Files.writeString(data.resolve("buntu.csv"), csv.replace("jabatan;ADB", "jabatan;Kepala Kantor Pos"));
		assertEquals(Call.NOT_WELL, run("sop", "lint", "buntu.csv"));
		assertTrue(lines().getFirst().startsWith("Salah. Langkah 1–5: tidak ada jabatan"), lines() + "");
		assertEquals(Call.WRONG_USE, run("sop", "lint", "tidak-ada.yaml"));
		assertEquals(Call.WRONG_USE, run("sop", "export", "trenggalek-online", "online.pdf"));
	}

	/** Each command is a console of its own: what is added lies in the folder. */
	@Test
	void anOwnProcedureIsAddedMarkedReplacedAndRemoved() throws IOException {
		assertEquals(Call.WELL, run("sop", "export", "trenggalek-online", "online.csv"));
		String csv = Files.readString(data.resolve("online.csv")).replace("trenggalek-online", "kantor-online");
		Files.writeString(data.resolve("salah.csv"), csv.replaceFirst("30 detik", "30 dtk"));
		assertEquals(Call.WRONG_USE, run("sop", "add", "salah.csv", "--json"));
		assertTrue(lines().getFirst().contains("\"code\":\"rule.NOT_A_TIME\",\"line\":"), lines() + "");
		Files.writeString(data.resolve("buntu.csv"), csv.replace("jabatan;ADB", "jabatan;Raja"));
		assertEquals(Call.WRONG_USE, run("sop", "add", "buntu.csv"));
		assertTrue(lines().getFirst().matches("Baris \\d+, kolom A: Langkah 1–5: tidak ada jabatan .*"), lines() + "");
		assertEquals(Call.WRONG_USE, run("sop", "add", "online.csv"));
		assertEquals(List.of("Kode \"trenggalek-online\" sudah dipakai SOP bawaan. Beri kode lain."), lines());
		assertEquals(Call.WRONG_USE, run("sop", "add", "tidak-ada.xlsx"));
		run("sop", "list");
		assertEquals(20, lines().size());

		Files.writeString(data.resolve("kantor.csv"), csv);
		assertEquals(Call.WELL, run("sop", "add", "kantor.csv"));
		assertTrue(lines().contains("Catatan. Langkah 3, 4: sasarannya sama, IP Address server AFIS."), lines() + "");
		assertTrue(err.toString(StandardCharsets.UTF_8).contains(" masuk sebagai kantor-online."), err + "");
		assertEquals(Call.WELL, run("sop", "add", "kantor.csv", "--json"));
		assertTrue(lines().stream().allMatch(line -> line.contains("\"severity\":\"notice\"")), lines() + "");
		assertTrue(err.toString(StandardCharsets.UTF_8).contains(" menggantikan kantor-online yang lama."), err + "");
		assertEquals(Call.WELL, run("sop", "list"));
		assertEquals(21, lines().size());
		assertTrue(lines().getLast().startsWith("kantor-online ") && lines().getLast().endsWith(" (SOP kantor)"), lines() + "");
		run("sop", "list", "--json");
		assertTrue(lines().getLast().startsWith("{\"id\":\"kantor-online\"") && lines().getLast().contains("\"own\":true"));
		assertTrue(lines().getFirst().contains("\"own\":false"));
		assertEquals(Call.WELL, run("sop", "show", "kantor-online"));
		assertTrue(lines().getFirst().endsWith(" (SOP kantor)"), lines().getFirst());
		assertEquals(Call.WELL, run("sop", "export", "kantor-online", "lagi.csv"));
		assertEquals(csv, Files.readString(data.resolve("lagi.csv")));

		Files.writeString(data.resolve("sop/rusak.yaml"), "kode: [");
		assertEquals(Call.NOT_WELL, run("sop", "list"));
		assertEquals(21, lines().size());
		assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("SOP kantor yang tidak dapat dipakai: rusak.yaml: "), err + "");
		Files.delete(data.resolve("sop/rusak.yaml"));

		assertEquals(Call.WRONG_USE, run("sop", "remove", "trenggalek-online"));
		assertTrue(err.toString(StandardCharsets.UTF_8).contains("SOP bawaan"), err + "");
		assertEquals(Call.WELL, run("sop", "remove", "kantor-online"));
		assertEquals(Call.WRONG_USE, run("sop", "remove", "kantor-online"));
		assertEquals(Call.WELL, run("sop", "list"));
		assertEquals(20, lines().size());
	}

	@Test
	void wrongUseIsToldAndKeepsNothing() {
		for (String[] wrong : List.of(new String[] { "add", "--site", "35.03.01" },
				new String[] { "add", "--site", "35.03.01", "banyak" }, new String[] { "add", "--site", "35.03.01", "--", "-1" },
				new String[] { "add", "--site", "35.03.99", "5" }, new String[] { "add", "--site", "35.03.01", "--at", "besok", "5" },
				new String[] { "add", "--site", "35.03.01", "--at", "2999-01-01T00:00:00Z", "5" },
				new String[] { "list", "--site", "x" }, new String[] { "status", "--site", "35.03.99" }, new String[] {})) {
			assertEquals(Call.WRONG_USE, run("counter", wrong), String.join(" ", wrong));
			assertTrue(err.size() > 0);
		}
		assertEquals(Call.WRONG_USE, run("sop", "online", "--site", "35.03.99"));
		assertEquals(Call.WRONG_USE, run("sop", "online"));
		assertTrue(readings.isEmpty() && kept.isEmpty());
	}
}
