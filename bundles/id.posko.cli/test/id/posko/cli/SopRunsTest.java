package id.posko.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
import id.posko.procedure.Field;
import id.posko.procedure.Means;
import id.posko.procedure.Procedure;
import id.posko.procedure.Step;
import id.posko.procedure.Who;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Asked;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.procedure.file.Library;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.staff.Actor;
import id.posko.staff.Role;

/** SOPs followed by {@code posko sop start|step|status|sheet}. */
class SopRunsTest {

	private static final RegionCode PLACE = new RegionCode("35.03.01");
	private static final Library LIBRARY = new Library();
	private static final Map<String, Role> TITLES = Map.of("Kepala Dinas", Role.KEPALA_DINAS, "Sekretaris", Role.SEKRETARIS,
			"Kabid PIAK", Role.KABID_PIAK, "Kasi SIAK", Role.KASI_SIAK, "Kasi Pengolahan dan Penyajian Data",
			Role.KASI_PENGOLAHAN, "Operator Biometrik", Role.OPERATOR_BIOMETRIK, "Operator Pengaduan", Role.OPERATOR_BIOMETRIK);

	@TempDir
	Path data;
	private Registry registry;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private String typed = Registry.PASSWORD;

	private final Inventory inventory = new Inventory() {
		@Override
		public Fleet fleet() {
			return new Fleet(List.of(new Site(PLACE, "Kecamatan Panggul", SiteKind.KECAMATAN, LinkKind.FIBRE)),
					List.of(new Device(new DeviceKey(PLACE, "Iris"), DeviceKind.IRIS_SCANNER, Address.tryParse("127.1.0.9"), "", "",
							0, Optional.empty(), "")));
		}

		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			return () -> {
			};
		}
	};

	@BeforeEach
	void open() throws IOException {
		registry = new Registry(data);
	}

	private int run(Actor by, String... arguments) {
		out.reset();
		err.reset();
		Call call = new Call(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), Words.INDONESIAN, data,
				(_, _) -> Optional.of(typed.toCharArray()), Optional.of(by));
		return CommandForm.of(new SopVerb(inventory, null, null, registry.shelf(), registry.desk()).on(call), "posko sop", call)
				.execute(arguments);
	}

	private Actor local() throws IOException {
		return registry.staff.local("meja").orElseThrow();
	}

	private String said() {
		return err.toString(StandardCharsets.UTF_8);
	}

	private List<String> lines() {
		return out.toString(StandardCharsets.UTF_8).lines().toList();
	}

	private void well(Actor by, List<String> arguments) {
		assertEquals(Call.WELL, run(by, arguments.toArray(String[]::new)), () -> arguments + ": " + said());
	}

	/** All twenty from start to end, with each return once, by people who have one role each. */
	@Test
	void everySopIsFollowedToItsEnd() throws IOException {
		Map<String, Actor> people = new TreeMap<>();
		people.put("ADB", registry.hire("adb", Role.ADB));
		for (Role role : Set.copyOf(TITLES.values())) {
			Actor actor = registry.hire(role.name().toLowerCase(Locale.ROOT).replace('_', '.'), role);
			TITLES.forEach((title, is) -> people.compute(title, (_, old) -> is == role ? actor : old));
		}
		people.values().removeIf(Objects::isNull);
		Actor team = registry.hire("tim", Role.TEKNISI);
		Files.writeString(data.resolve("berkas.pdf"), "bukti");
		for (Procedure sop : LIBRARY.shipped()) {
			well(people.get("ADB"), List.of("start", sop.id(), "--site", "350301", "--device", "Iris", "--ticket", "T-1",
					"--letter", "470/1", "--letter-date", "2026-03-02", "--letter-from", "Camat", "--subject", "pengaduan=x",
					"--subject", "periode=semester 1", "--subject", "lembaga=RSUD"));
			Run run = registry.all().getLast();
			Set<Integer> given = new HashSet<>();
			for (int turns = 0; !run.isOver(); turns++) {
				assertTrue(turns < 100, sop.id());
				registry.now = registry.now.plusSeconds(20);
				Step step = run.open().orElseThrow().step();
				Who who = step.who().getFirst() instanceof Who.Outside ? sop.executors().stream()
						.filter(Who.Officer.class::isInstance).findFirst().orElseThrow() : step.who().getFirst();
				Actor actor = who instanceof Who.Team ? team : people.getOrDefault(who.name(), people.get("ADB"));
				if (step.returnsTo().isPresent() && given.add(step.number())) {
					well(actor, List.of("step", run.id(), "--return", step.returnsTo().getAsInt() + "", "--reason", "belum benar"));
				} else {
					before(step).forEach(arguments -> well(actor, arguments));
					well(actor, done(run, step));
				}
				run = registry.find(run.id()).orElseThrow();
			}
			assertEquals(sop.steps().getLast(), run.turns().getLast().step());
			assertEquals(sop.steps().stream().filter(step -> step.returnsTo().isPresent()).count(),
					run.turns().stream().filter(turn -> turn.state() == Turn.State.GIVEN_BACK).count());
			well(people.get("ADB"), List.of("sheet", run.id(), sop.id() + ".xlsx"));
		}
		well(people.get("ADB"), List.of("status", "--json"));
		assertEquals(List.of(), lines());
	}

	private List<List<String>> before(Step step) {
		String id = registry.all().getLast().id();
		List<List<String>> all = new ArrayList<>();
		step.appoints().forEach(team -> all.add(List.of("step", id, "--team", team.heading(), "--member", "tim")));
		step.receipts().ifPresent(addressees -> (addressees.isEmpty() ? List.of("Camat") : addressees)
				.forEach(addressee -> all.add(List.of("step", id, "--receipt", addressee))));
		return all;
	}

	private static List<String> done(Run run, Step step) {
		List<String> all = new ArrayList<>(List.of("step", run.id(), "--done", "--note", "sudah"));
		if (step.means() instanceof Means.Action action) {
			action.fields().forEach(field -> all.addAll(field.kind() == Field.Kind.FILE
					? List.of("--attach", field.name() + "=berkas.pdf") : List.of("--set", field.name() + "=" + value(field))));
		}
		if (step.who().stream().allMatch(Who.Outside.class::isInstance)) {
			all.addAll(List.of("--letter", "9", "--letter-date", "2026-03-02", "--letter-from", "Pusat"));
		}
		return all;
	}

	private static String value(Field field) {
		return switch (field.kind()) {
		case DATE -> "02-03-2026";
		case NUMBER -> "1.250";
		case DEVICE -> "35.03.01/Iris";
		case YES_NO -> "ya";
		case CHOICE, FINDING -> field.choices().getFirst();
		case TEXT, LONG_TEXT, PERSON, FILE -> "isi";
		};
	}

	@Test
	void aValueOfAnotherKindIsToldByItsFieldAndKeepsNothing() throws IOException {
		well(local(), List.of("start", "trenggalek-pemeliharaan-alat", "--site", "350301", "--device", "Iris", "--letter", "1",
				"--letter-date", "2026-03-02"));
		assertEquals(Call.WRONG_USE, run(local(), "step", "1", "--set", "Tanggal surat=besok"));
		assertTrue(said().contains("\"Tanggal surat\" harus berupa tanggal"), said());
		assertEquals(List.of(), registry.find("1").orElseThrow().acts());
		well(local(), List.of("step", "1", "--set", "Tanggal surat=2-3-2026"));
		well(local(), List.of("status", "1"));
		assertTrue(lines().toString().contains("Tanggal surat: 2026-03-02"), lines() + "");
	}

	@Test
	void numbersOfPersonsAreSeenOnlyForAReason() throws IOException {
		String nik = "3503010101900001";
		well(local(), List.of("start", "trenggalek-online", "--site", "350301"));
		well(local(), List.of("step", "1", "--set", "Petugas=Ani " + nik, "--note", "NIK " + nik));
		for (List<String> shows : List.of(List.of("status", "1"), List.of("status", "1", "--json"), List.of("status", "--all"),
				List.of("step", "1", "--take"))) {
			run(local(), shows.toArray(String[]::new));
			assertTrue(!lines().isEmpty() && !lines().toString().contains(nik), shows + " " + lines());
		}
		well(local(), List.of("sheet", "1", "lembar.csv"));
		assertTrue(Files.readString(data.resolve("lembar.csv")).contains("350301**********"));
		assertEquals(Call.WRONG_USE, run(local(), "status", "1", "--reveal", " "));
		assertEquals(Call.WRONG_USE, run(local(), "status", "--reveal", "perlu"));
		run(local(), "status", "1", "--reveal", "surat 470/9");
		assertTrue(lines().toString().contains("NIK " + nik), lines() + "");
		well(local(), List.of("sheet", "1", "utuh.csv", "--reveal", "surat 470/9"));
		assertTrue(Files.readString(data.resolve("utuh.csv")).contains("Ani " + nik));
	}

	@Test
	void whatARunIsAboutHasToExist() throws IOException {
		for (List<String> wrong : List.of(List.of("start", "tidak-ada"), List.of("start", "trenggalek-online"),
				List.of("start", "trenggalek-online", "--site", "99"), List.of("start", "trenggalek-pemeliharaan-alat", "--device", "x",
						"--letter", "1", "--letter-date", "2026-03-02"),
				List.of("start", "trenggalek-pemeliharaan-alat", "--device", "Iris", "--letter", "1"),
				List.of("start", "trenggalek-pemeliharaan-alat", "--device", "Iris", "--letter", "1", "--letter-date", "kemarin"),
				List.of("start", "trenggalek-online", "--site", "350301", "--subject", "apa=x"), List.of("step", "7", "--done"),
				List.of("step"), List.of("status", "7"), List.of("sheet", "7", "x.xlsx"), List.of("sheet", "7", "x.txt"))) {
			assertEquals(Call.WRONG_USE, run(local(), wrong.toArray(String[]::new)), wrong.toString());
			assertTrue(!said().isBlank(), wrong.toString());
		}
		assertEquals(List.of(), registry.all());
	}

	@Test
	void aStepIsWorkedOnAndThenDone() throws IOException {
		well(local(), List.of("start", "trenggalek-online", "--site", "35.03.01", "--json"));
		assertTrue(lines().getFirst().startsWith("{\"run\":\"1\",\"sop\":\"trenggalek-online\"")
				&& lines().getFirst().contains("\"about\":{\"site\":\"35.03.01\"}"), lines().getFirst());
		Files.writeString(data.resolve("layar.png"), "gambar");
		well(local(), List.of("step", "1", "--attach", "layar.png", "--note", "foto layar"));
		assertEquals(1, registry.find("1").orElseThrow().open().orElseThrow().evidence().size());
		assertEquals(Call.WRONG_USE, run(local(), "step", "1", "--attach", "tidak-ada.png"));
		Files.writeString(data.resolve(".tersembunyi"), "x");
		assertEquals(Call.WRONG_USE, run(local(), "step", "1", "--attach", ".tersembunyi"));
		assertTrue(said().contains(".tersembunyi"), said());
		assertEquals(Call.WRONG_USE, run(local(), "step", "1", "--take", "--done"));
		assertEquals(Call.WRONG_USE, run(local(), "step", "1", "--pass", "--reason", "x"));
		assertEquals(Call.WRONG_USE, run(local(), "step", "1"));
		well(local(), List.of("step", "1", "--take"));
		registry.now = registry.now.plusSeconds(60);
		assertEquals(Call.NOT_WELL, run(local(), "status"));
		assertTrue(lines().getFirst().startsWith("* 1 ") && lines().getFirst().contains("Terlambat sejak"), lines() + "");
		assertTrue(said().contains("1 terbuka, 1 menunggu Anda, 1 terlambat"), said());
		assertEquals(Call.NOT_WELL, run(local(), "status", "1", "--json"));
		assertTrue(lines().get(1).contains("\"late\":true") && lines().get(1).contains("layar.png"), lines() + "");
		well(local(), List.of("step", "1", "--done"));
		well(local(), List.of("step", "1", "--stop", "--reason", "salah kantor"));
		assertEquals(Call.WRONG_USE, run(local(), "step", "1", "--done", "--note", "x"));
		well(local(), List.of("sheet", "1", "lembar.csv"));
		assertEquals(3, Files.readAllLines(data.resolve("lembar.csv")).size());
	}

	@Test
	void aRunOfAnOwnProcedureKeepsTheTextItBeganWith() throws IOException {
		well(local(), List.of("export", "trenggalek-online", "online.csv"));
		String csv = Files.readString(data.resolve("online.csv")).replace("trenggalek-online", "kantor-online");
		Files.writeString(data.resolve("kantor.csv"), csv);
		assertEquals(Call.WRONG_USE, run(local(), "start", "kantor-online", "--site", "350301"));
		well(local(), List.of("add", "kantor.csv"));
		well(local(), List.of("start", "kantor-online", "--site", "350301", "--json"));
		assertTrue(lines().getFirst().startsWith("{\"run\":\"1\",\"sop\":\"kantor-online\""), lines() + "");
		String first = registry.find("1").orElseThrow().open().orElseThrow().step().activity();
		Files.writeString(data.resolve("kantor.csv"), csv.replace(first, "Menelepon kantor pusat"));
		well(local(), List.of("add", "kantor.csv"));
		well(local(), List.of("show", "kantor-online"));
		assertTrue(lines().contains(" 1  Menelepon kantor pusat"), lines() + "");
		well(local(), List.of("remove", "kantor-online"));
		well(local(), List.of("step", "1", "--done", "--note", "sudah"));
		well(local(), List.of("status", "1"));
		assertTrue(lines().toString().contains(first) && !lines().toString().contains("Menelepon"), lines() + "");
	}

	@Test
	void aWrongPasswordSignsNothing() throws IOException {
		Actor adb = registry.hire("adb", Role.ADB);
		Actor kadis = registry.hire("kadis", Role.KEPALA_DINAS);
		well(adb, List.of("start", "buleleng-backup", "--subject", "periode=2026"));
		Step first = registry.find("1").orElseThrow().open().orElseThrow().step();
		assertTrue(first.approval().isPresent());
		Actor approver = first.who().getFirst().name().equals("Kepala Dinas") ? kadis : registry.hire("kasi", Role.KASI_SIAK);
		typed = "bukan-sandinya-1";
		assertEquals(Call.WRONG_USE, run(approver, done(registry.find("1").orElseThrow(), first).toArray(String[]::new)));
		assertEquals(List.of(), registry.find("1").orElseThrow().acts());
	}

	@Test
	void theConsoleRunsAStepAndAsksForWhatItNeeds() throws IOException {
		registry.actions.add(new StepAction() {
			@Override
			public String id() {
				return "health.online";
			}

			@Override
			public List<Asked> asks(Task task) {
				return List.of(new Asked(new Field("Angka", Field.Kind.NUMBER), true));
			}

			@Override
			public Deed act(Task task, Answers answers, Consumer<String> progress) {
				progress.accept("sedang diperiksa");
				return answers.value("Angka").equals("0") ? new Deed.NotYet("terlalu dini")
						: new Deed.Found(id(), answers.value("Angka").equals("7"), "angka " + answers.value("Angka"));
			}
		});
		well(local(), List.of("start", "trenggalek-online", "--site", "35.03.01"));
		assertEquals(Call.WRONG_USE, run(local(), "step", "1", "--run"));
		assertTrue(said().contains("\"Angka\""), said());
		assertEquals(Call.NOT_WELL, run(local(), "step", "1", "--run", "--set", "Angka=0"));
		assertTrue(said().contains("terlalu dini"), said());
		assertEquals(Call.NOT_WELL, run(local(), "step", "1", "--run", "--set", "Angka=6"));
		well(local(), List.of("step", "1", "--run", "--set", "Angka=7"));
		assertTrue(said().contains("sedang diperiksa") && said().contains("angka 7"), said());
		assertEquals(2, registry.find("1").orElseThrow().open().orElseThrow().step().number());
		well(local(), List.of("status", "1"));
		assertTrue(lines().stream().anyMatch(line -> line.contains("- angka 6")), lines() + "");
	}
}
