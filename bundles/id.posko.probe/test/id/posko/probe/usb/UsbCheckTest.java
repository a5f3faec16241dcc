package id.posko.probe.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Reading;
import id.posko.kit.Access;
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
import id.posko.probe.Entrance;
import id.posko.probe.ssh.Platform;

class UsbCheckTest {

	private static final RegionCode PLACE = new RegionCode("35.03.01");
	private static final Duration LONG = Duration.ofSeconds(20);
	private static final UsbId CROSS_MATCH = new UsbId("080b:0002");
	private static final UsbId CROSS_MATCH_LOADING = new UsbId("080b:0010");

	@TempDir
	Path folder;

	private record Known(Fleet fleet) implements Inventory {
		@Override
		public Subscription onChange(Consumer<Fleet> listener) {
			return () -> {
			};
		}
	}

	private static Device device(DeviceKind kind, String name, String access) {
		return new Device(new DeviceKey(PLACE, name), kind, Optional.empty(), "", "", 1, Optional.empty(), "",
				Access.tryParse(access).orElseThrow());
	}

	private static Fleet fleet(Device... devices) {
		return new Fleet(List.of(new Site(PLACE, "Panggul", SiteKind.KECAMATAN, LinkKind.FIBRE)), List.of(devices));
	}

	private Path own(String... lines) throws IOException {
		return Files.write(folder.resolve("usb.csv"), List.of(lines));
	}

	private UsbCheck here(Callable<Set<UsbId>> list) {
		return new UsbCheck(null, folder.resolve("usb.csv"), list);
	}

	private static String output(String name) throws IOException {
		try (InputStream in = UsbCheckTest.class.getResourceAsStream("outputs/" + name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private Answer ask(Device device, String... shown) throws InterruptedException {
		Set<UsbId> ids = new TreeSet<>(List.of(shown).stream().map(UsbId::new).toList());
		return here(() -> ids).in(new Known(fleet(device, device(DeviceKind.CLIENT_PC, "PC-1", "")))).ask(device, LONG);
	}

	@Test
	void aPeripheralOfItsKindIsFoundByTheCatalogue() throws Exception {
		Device scanner = device(DeviceKind.FINGER_SCANNER, "Sidik jari", "usb.host=here");
		Answer answer = ask(scanner, "1d6b:0002", "080b:0002");
		assertInstanceOf(Answer.Answered.class, answer);
		Reading reading = (Reading) answer.evidence().findings().getFirst();
		assertEquals("usb.080b:0002 present 080b:0002 Cross Match",
				reading.quantity() + " " + reading.state().orElseThrow() + " " + reading.raw());
		assertInstanceOf(Answer.Answered.class,
				ask(device(DeviceKind.UPS_CLIENT, "UPS", "usb.host=here"), "1d6b:0002", "051d:0002"));
	}

	@Test
	void aMissingOneSaysWhichAndWhere() throws Exception {
		Device pad = device(DeviceKind.SIGNATURE_PAD, "Papan tanda tangan", "usb.host=here; usb.ids=056a:00a2");
		Cause cause = assertInstanceOf(Answer.Failed.class, ask(pad, "1d6b:0002", "080b:0002")).cause();
		assertEquals("Tidak tercolok di PC-1 (USB 056a:00a2).", cause.sentence(Words.INDONESIAN));
	}

	@Test
	void aDeviceMayShowTwoIdsAndTheOneBeforeItsFirmwareIsNotReady() throws Exception {
		Device scanner = device(DeviceKind.FINGER_SCANNER, "Sidik jari", "usb.host=here");
		assertEquals("usb_loading",
				assertInstanceOf(Answer.Impaired.class, ask(scanner, "1d6b:0002", CROSS_MATCH_LOADING.text())).cause().code());
		assertInstanceOf(Answer.Answered.class, ask(scanner, CROSS_MATCH.text(), CROSS_MATCH_LOADING.text()));
		Device own = device(DeviceKind.FINGER_SCANNER, "Sidik jari", "usb.host=here; usb.ids=1111:2222, 3333:4444");
		assertInstanceOf(Answer.Answered.class, ask(own, "3333:4444"));
		assertInstanceOf(Answer.Failed.class, ask(own, CROSS_MATCH.text()));
	}

	@Test
	void theOfficesOwnFileWins() throws Exception {
		own("# ours", "1111:2222,IRIS_SCANNER,Iris baru", "080b:0002,-", "0x051D:0x0002;CARD_READER;Pembaca");
		Device iris = device(DeviceKind.IRIS_SCANNER, "Iris", "usb.host=here");
		assertInstanceOf(Answer.Answered.class, ask(iris, "1111:2222"));
		assertInstanceOf(Answer.Failed.class,
				ask(device(DeviceKind.FINGER_SCANNER, "Sidik jari", "usb.host=here"), "080b:0002"));
		assertInstanceOf(Answer.Answered.class, ask(device(DeviceKind.CARD_READER, "Kartu", "usb.host=here"), "051d:0002"));
		assertInstanceOf(Answer.Failed.class, ask(device(DeviceKind.UPS_CLIENT, "UPS", "usb.host=here"), "051d:0002"));
	}

	@Test
	void aWrongLineOfTheOfficesFileIsNamed() throws Exception {
		for (String bad : List.of("080b,FINGER_SCANNER", "080b:0002,SCANNER", "080b:0002", "080b:0002,FINGER_SCANNER,x,y",
				"080b:0002,FINGER_SCANNER,x,loading,z")) {
			own("# ours", bad);
			Device scanner = device(DeviceKind.FINGER_SCANNER, "Sidik jari", "usb.host=here");
			assertTrue(here(Set::of).suits(scanner));
			Cause cause = assertInstanceOf(Answer.Broken.class, ask(scanner, "080b:0002")).cause();
			assertEquals(Cause.of("usb_catalogue", "usb.csv:2: " + bad), cause);
		}
		Files.write(folder.resolve("usb.csv"), new byte[] { (byte) 0xFF, (byte) 0xFE, 0, 1 });
		assertInstanceOf(Answer.Broken.class, ask(device(DeviceKind.CAMERA, "Kamera", "usb.host=here"), "04a9:3218"));
	}

	@Test
	void asksOnlyWhatCanBeAsked() {
		UsbCheck check = here(Set::of);
		Device pc = device(DeviceKind.CLIENT_PC, "PC", "");
		Device open = new Device(pc.key(), pc.kind(), Address.tryParse("127.0.0.1"), "", "", 1, Optional.empty(), "",
				Access.tryParse("ssh.user=x; ssh.secret=y").orElseThrow());
		Device scanner = device(DeviceKind.FINGER_SCANNER, "Sidik jari", "");
		assertFalse(check.suits(scanner, fleet(scanner, pc)), "its PC can not be entered");
		assertTrue(check.suits(scanner, fleet(scanner, open)));
		assertFalse(check.suits(scanner, fleet(scanner)), "no PC at all");
		Device iris = device(DeviceKind.IRIS_SCANNER, "Iris", "");
		assertFalse(check.suits(iris, fleet(iris, open)), "no id is known of it");
		Device named = device(DeviceKind.IRIS_SCANNER, "Iris", "usb.ids=1111:2222");
		assertTrue(check.suits(named, fleet(named, open)));
		Device camera = new Device(new DeviceKey(PLACE, "Kamera"), DeviceKind.CAMERA, Address.tryParse("10.0.0.9"), "", "", 1,
				Optional.empty(), "");
		assertFalse(check.suits(camera, fleet(camera, open)), "it is asked over the network");
		assertFalse(check.suits(open, fleet(open)));
	}

	@Test
	void anEmptyListSaysNothing() throws Exception {
		Device scanner = device(DeviceKind.FINGER_SCANNER, "Sidik jari", "usb.host=here");
		assertEquals(Cause.of("usb_no_bus", "PC-1"), assertInstanceOf(Answer.Broken.class, ask(scanner)).cause());
	}

	@Test
	void whereTheSystemCanNotBeAskedThatIsSaid() throws Exception {
		Device scanner = device(DeviceKind.FINGER_SCANNER, "Sidik jari", "usb.host=here");
		assertEquals("usb_unread", assertInstanceOf(Answer.Broken.class, here(() -> {
			throw new UnsatisfiedLinkError("udev");
		}).ask(scanner, LONG)).cause().code());
		CountDownLatch never = new CountDownLatch(1);
		assertEquals("check_late", assertInstanceOf(Answer.Broken.class, here(() -> {
			never.await();
			return Set.of();
		}).ask(scanner, Duration.ofMillis(50))).cause().code());
	}

	@Test
	void thisMachineIsAskedByItsOwnLibraries() throws Exception {
		Set<UsbId> ids = new ThisMachine().call();
		boolean bus = Files.isDirectory(Path.of("/sys/bus/usb/devices"));
		assumeTrue(bus, "no USB bus on this machine");
		assertFalse(ids.isEmpty());
	}

	@Test
	void idsAreReadHoweverTheyAreWritten() {
		assertEquals(Optional.of(CROSS_MATCH), ThisMachine.id("0x080b", "0x0002"));
		assertEquals(Optional.of(CROSS_MATCH), ThisMachine.id("080B", "0002"));
		assertEquals(Optional.empty(), ThisMachine.id("unknown", ""));
	}

	@Test
	void outputsOfBothSystemsAreRead() throws IOException {
		assertEquals(Set.of("1d6b:0003", "080b:0002", "056a:00a2", "1d6b:0002"), texts(output("lsusb.constructed.txt")));
		assertEquals(Set.of("1d6b:0000", "080b:0010", "046d:c31c", "051d:0002"), texts(output("windows.constructed.txt")));
		assertEquals(Set.of(), texts("sh: lsusb: not found\nBus 1 ID 080b:0002\nPCI\\VID_080B&PID_0002\n"));
	}

	private static Set<String> texts(String output) {
		return new TreeSet<>(UsbList.read(output).stream().map(UsbId::text).toList());
	}

	/** As the kernel lays it out, under another root. */
	@Test
	void theLinuxScriptReadsSysfs() throws Exception {
		assumeTrue(System.getProperty("os.name").equals("Linux"), "no Linux");
		for (Map.Entry<String, String> device : Map.of("1-1", "080b 0002", "usb1", "1d6b 0002").entrySet()) {
			Path at = Files.createDirectories(folder.resolve("sys").resolve(device.getKey()));
			Files.writeString(at.resolve("idVendor"), device.getValue().split(" ")[0] + "\n");
			Files.writeString(at.resolve("idProduct"), device.getValue().split(" ")[1] + "\n");
		}
		Files.createDirectories(folder.resolve("sys").resolve("1-1:1.0"));
		Platform.Task task = UsbList.task(Platform.LINUX);
		Process sh = new ProcessBuilder(task.command()).start();
		sh.getOutputStream().write(new String(task.input(), StandardCharsets.UTF_8)
				.replace("/sys/bus/usb/devices", folder.resolve("sys").toString()).getBytes(StandardCharsets.UTF_8));
		sh.getOutputStream().close();
		assertEquals(Set.of("080b:0002", "1d6b:0002"),
				texts(new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
	}

	@Test
	void thePcIsAskedOverSsh() throws Exception {
		assumeTrue(Entrance.isPossible(), "no OpenSSH server: apt-get install openssh-server");
		for (String system : List.of("linux", "windows")) {
			String said = output(system.equals("linux") ? "lsusb.constructed.txt" : "windows.constructed.txt");
			Path place = Files.createDirectory(folder.resolve(system));
			try (Entrance entrance = new Entrance(place, Entrance.says(place, said, 0))) {
				Device pc = entrance.device(DeviceKind.CLIENT_PC, "PC-1", Map.of("ssh.system", system));
				Device scanner = device(DeviceKind.FINGER_SCANNER, "Sidik jari", "");
				Device pad = device(DeviceKind.SIGNATURE_PAD, "Tanda tangan", "");
				UsbCheck check = new UsbCheck(entrance.shell, folder.resolve("usb.csv"), Set::of)
						.in(new Known(fleet(pc, scanner, pad)));
				Answer ofScanner = check.ask(scanner, LONG);
				Answer ofPad = check.ask(pad, LONG);
				if (system.equals("linux")) {
					assertInstanceOf(Answer.Answered.class, ofScanner);
					assertInstanceOf(Answer.Answered.class, ofPad);
				} else {
					assertInstanceOf(Answer.Impaired.class, ofScanner);
					assertEquals("usb_missing", assertInstanceOf(Answer.Failed.class, ofPad).cause().code());
				}
				entrance.close();
				assertEquals("connection_refused",
						assertInstanceOf(Answer.Broken.class, check.ask(scanner, LONG)).cause().code(), "says nothing");
			}
		}
	}

	@Test
	void anyListIsReadInTime() throws IOException {
		Random random = new Random(5);
		List<String> samples = List.of(output("lsusb.constructed.txt"), output("windows.constructed.txt"));
		int runs = Boolean.getBoolean("posko.long") ? 100_000 : 3_000;
		for (int i = 0; i < runs; i++) {
			StringBuilder text = new StringBuilder(samples.get(i % 2));
			for (int changes = random.nextInt(8); changes >= 0; changes--) {
				int at = random.nextInt(text.length());
				switch (random.nextInt(3)) {
				case 0 -> text.insert(at, text.substring(at));
				case 1 -> text.setCharAt(at, (char) random.nextInt(256));
				default -> text.delete(at, at + 1 + random.nextInt(30));
				}
			}
			assertTrue(UsbList.read(text.toString()).size() <= 1001);
		}
		assertTrue(UsbList.read("Bus 001 Device 001: ID 080b:0002\n".repeat(100_000)).size() == 1);
	}

	@Test
	void theCatalogueIsThatOfTheDomain() throws Exception {
		Catalogue ours = Catalogue.read(folder.resolve("none.csv"));
		assertEquals(16, ours.of(DeviceKind.FINGER_SCANNER).size());
		assertEquals(4, ours.of(DeviceKind.SIGNATURE_PAD).size());
		assertEquals(3, ours.of(DeviceKind.CAMERA).size());
		assertEquals(7, ours.of(DeviceKind.UPS_SERVER).size());
		assertEquals(ours.of(DeviceKind.UPS_SERVER), ours.of(DeviceKind.UPS_CLIENT));
	}
}
