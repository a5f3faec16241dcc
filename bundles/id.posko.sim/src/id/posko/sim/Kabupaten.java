package id.posko.sim;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.LinkKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.SiteKind;

/**
 * The sample kabupaten: an invented one with 14 kecamatan, its Dinas and the data centre. Every device with an address
 * has its own in 127.60.0.0/16: 127.60.K.D for device D of kecamatan K, 127.60.0.D for the Dinas and the centre. Ports
 * are those that need no rights.
 */
public final class Kabupaten {

	public static final RegionCode CENTRE = new RegionCode("00");
	public static final RegionCode DINAS = new RegionCode("35.60");

	static final int SNMP_PORT = 1161;
	static final int UPSD_PORT = 13493;
	static final int SSH_PORT = 2222;
	/** Of the cameras, for RTSP and HTTP. */
	static final int CAMERA_PORT = 10554;
	static final int DATABASE_PORT = 15432;
	/** Of the websites, for HTTP and HTTPS. */
	static final int WEB_PORT = 18080;
	static final int WEB_TLS_PORT = 18443;
	static final String COMMUNITY = "contoh";
	/** Name of the UPS at its {@code upsd}. */
	static final String UPS = "ups";

	/** Who enters machines, UPSs with SNMPv3, cameras and the database; and the names of the secrets that let them in. */
	static final String USER = "demo";
	static final String SSH_SECRET = "demo.ssh";
	static final String UPS_SECRET = "demo.ups";
	static final String CAMERA_SECRET = "demo.kamera";
	static final String DATABASE_SECRET = "demo.basisdata";

	/** The log of the NID Scheduler on the AFIS servers. */
	static final String COUNTER_FILE = "/var/log/nid/scheduler.log";
	static final String DATABASE = "nid";
	/** How many records wait to be taken. */
	static final String QUEUE = "select count(*) from antrean";

	static final String FINGERS = "080b:0002";
	/** Of the same scanner before its firmware is loaded. */
	static final String FINGERS_AT_START = "080b:0010";
	/** USB ids: no maker of iris scanners is in the public list, and pid.codes keeps these for tests. */
	private static final String IRIS = "1209:0001";
	private static final String CARDS = "1209:0002";
	private static final String PAD = "056a:00a2";
	private static final String USB_CAMERA = "04a9:32b4";
	private static final String USB_UPS = "0665:5161";
	private static final int OFFICES_A_FEEDER = 4;

	private static final Map<String, String> SSH = Map.of("ssh.user", USER, "ssh.secret", SSH_SECRET, "ssh.port",
			Integer.toString(SSH_PORT));
	private static final Map<String, String> VERSION_2C = Map.of("snmp.version", "2c", "snmp.community", COMMUNITY);
	private static final Map<String, String> VERSION_3 = Map.of("snmp.version", "3", "snmp.user", USER, "snmp.auth",
			"SHA-256", "snmp.priv", "AES", "snmp.secret", UPS_SECRET);

	private record Kecamatan(String name, LinkKind link, int kits) {
	}

	private static final List<Kecamatan> KECAMATAN = List.of(new Kecamatan("Banyuurip", LinkKind.FIBRE, 2),
			new Kecamatan("Bumiharjo", LinkKind.FIBRE, 1), new Kecamatan("Gunungrejo", LinkKind.VSAT, 1),
			new Kecamatan("Karangmojo", LinkKind.RADIO, 1), new Kecamatan("Kedungwaru", LinkKind.FIBRE, 2),
			new Kecamatan("Margodadi", LinkKind.LTE, 1), new Kecamatan("Pasirlangu", LinkKind.VSAT, 1),
			new Kecamatan("Rejosari", LinkKind.RADIO, 1), new Kecamatan("Sendangsari", LinkKind.FIBRE, 1),
			new Kecamatan("Sumberjati", LinkKind.VSAT, 1), new Kecamatan("Tanjungsari", LinkKind.LTE, 1),
			new Kecamatan("Tirtomulyo", LinkKind.RADIO, 1), new Kecamatan("Wanasari", LinkKind.FIBRE, 2),
			new Kecamatan("Watugede", LinkKind.LTE, 1));

	private final List<Site> sites = new ArrayList<>();
	private final List<Device> devices = new ArrayList<>();

	private Kabupaten() {
		sites.add(new Site(CENTRE, "Pusat Data Ditjen Dukcapil", SiteKind.DATA_CENTRE, LinkKind.FIBRE));
		add(CENTRE, DeviceKind.DATA_CENTRE, "Pusat Data", "127.60.0.1", 0);
		add(CENTRE, DeviceKind.NID_SERVER, "Server NID", "127.60.0.5", 0, Map.of("db.url",
				"jdbc:postgresql://127.60.0.5:" + DATABASE_PORT + "/" + DATABASE, "db.user", USER, "db.secret",
				DATABASE_SECRET, "db.query", QUEUE));
		sites.add(new Site(DINAS, "Dinas Dukcapil Kabupaten Contoh", SiteKind.DINAS, LinkKind.FIBRE));
		add(DINAS, DeviceKind.MODEM, "Modem", "127.60.0.11", 0);
		add(DINAS, DeviceKind.ROUTER, "Router", "127.60.0.12", 0);
		add(DINAS, DeviceKind.AFIS_SERVER, "Server AFIS", "127.60.0.13", 1);
		add(DINAS, DeviceKind.CLIENT_PC, "PC ADB", "127.60.0.21", 1);
		add(DINAS, DeviceKind.PRINTER, "Printer KTP-el", "127.60.0.31", 1);
		for (int k = 1; k <= KECAMATAN.size(); k++) {
			addKecamatan(k, KECAMATAN.get(k - 1));
		}
		add(DINAS, DeviceKind.WEBSITE, "Situs web", "127.60.0.41:" + WEB_PORT, 0,
				Map.of("web.scheme", "http", "web.text", WebDialogue.TEXT));
		add(DINAS, DeviceKind.WEBSITE, "Layanan daring", "127.60.0.42:" + WEB_TLS_PORT, 0,
				Map.of("web.text", WebDialogue.TEXT));
	}

	/** Whether an address is one of the kabupaten's network. */
	static boolean has(InetAddress address) {
		byte[] bytes = address.getAddress();
		return bytes.length == 4 && bytes[0] == 127 && bytes[1] == 60;
	}

	/** Always the same one. */
	public static Fleet fleet() {
		Kabupaten contoh = new Kabupaten();
		return new Fleet(contoh.sites, contoh.devices);
	}

	private void addKecamatan(int number, Kecamatan kecamatan) {
		RegionCode code = new RegionCode("35.60.%02d".formatted(number));
		String network = "127.60." + number + ".";
		sites.add(new Site(code, "Kecamatan " + kecamatan.name, SiteKind.KECAMATAN, kecamatan.link));
		add(code, DeviceKind.MODEM, "Modem", network + 1, 0);
		add(code, DeviceKind.AFIS_SERVER, "Server AFIS", network + 10, 0, with(SSH, "counter.file", COUNTER_FILE,
				"counter.pattern", "Records sent after Restart: (\\d+)", "counter.minutes", "1"));
		add(code, DeviceKind.UPS_SERVER, "UPS server", network + 15 + ":" + SNMP_PORT, 0,
				with(kecamatan.link == LinkKind.RADIO ? VERSION_3 : VERSION_2C, "power.feeder",
						"Penyulang " + Math.ceilDiv(number, OFFICES_A_FEEDER)));
		for (int kit = 1; kit <= kecamatan.kits; kit++) {
			add(code, DeviceKind.CLIENT_PC, "PC klien " + kit, network + (20 + kit), kit, with(SSH, "ssh.system", "windows"));
			if (kit == 1) {
				add(code, DeviceKind.CAMERA, "Kamera 1", network + 31, kit, Map.of("camera.rtsp",
						Integer.toString(CAMERA_PORT), "camera.path", CameraDialogue.STREAM, "camera.user", USER,
						"camera.secret", CAMERA_SECRET));
			} else {
				add(code, DeviceKind.CAMERA, "Kamera " + kit, "", kit, Map.of("usb.ids", USB_CAMERA));
			}
			add(code, DeviceKind.FINGER_SCANNER, "Pemindai jari " + kit, "", kit, Map.of("usb.ids", FINGERS + "," + FINGERS_AT_START));
			add(code, DeviceKind.IRIS_SCANNER, "Pemindai iris " + kit, "", kit, Map.of("usb.ids", IRIS));
			add(code, DeviceKind.SIGNATURE_PAD, "Papan tanda tangan " + kit, "", kit, Map.of("usb.ids", PAD));
			add(code, DeviceKind.CARD_READER, "Pembaca kartu " + kit, "", kit, Map.of("usb.ids", CARDS));
			add(code, DeviceKind.UPS_CLIENT, "UPS klien " + kit, network + (40 + kit) + ":" + UPSD_PORT, kit,
					Map.of("ups.protocol", "nut", "ups.name", UPS, "usb.ids", USB_UPS));
		}
	}

	private static Map<String, String> with(Map<String, String> settings, String... more) {
		Map<String, String> all = new HashMap<>(settings);
		for (int i = 0; i < more.length; i += 2) {
			all.put(more[i], more[i + 1]);
		}
		return all;
	}

	private void add(RegionCode site, DeviceKind kind, String name, String address, int kit) {
		add(site, kind, name, address, kit, Map.of());
	}

	private void add(RegionCode site, DeviceKind kind, String name, String address, int kit, Map<String, String> access) {
		int number = devices.size() + 1;
		devices.add(new Device(new DeviceKey(site, name), kind,
				address.isEmpty() ? Optional.empty() : Optional.of(Address.parse(address)), "SIM-%05d".formatted(number),
				"CTH/%s/%04d".formatted(site.digits(), number), kit, Optional.empty(), "", new Access(access)));
	}
}
