package id.posko.probe.usb;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.posko.probe.ssh.Platform;

/** The USB ids that a machine shows, and how they are asked for and read. */
final class UsbList {

	private static final int MOST = 1000;
	private static final int LONGEST_LINE = 500;
	private static final Pattern LSUSB = Pattern.compile("^Bus \\d{3} Device \\d{3}: ID ([0-9a-f]{4}):([0-9a-f]{4})\\b");
	private static final Pattern SYSFS = Pattern.compile("^usb ([0-9a-f]{4}):([0-9a-f]{4})$");
	private static final Pattern PNP = Pattern.compile("(?i)^USB\\\\VID_([0-9A-F]{4})&PID_([0-9A-F]{4})\\b");
	private static final Pattern ROOT_HUB = Pattern.compile("(?i)^USB\\\\ROOT_HUB");

	/** Any bus has a root hub: Linux shows it as 1d6b, Windows without an id. */
	private static final UsbId HUB = new UsbId("1d6b:0000");

	private UsbList() {
	}

	/** What the kernel says itself ({@code /sys/bus/usb/devices}), for {@code lsusb} may be absent; else that. */
	static Platform.Task task(Platform platform) {
		return platform.task(switch (platform) {
		case LINUX -> """
				for d in /sys/bus/usb/devices/*; do
				test -r "$d/idVendor" && echo "usb $(cat "$d/idVendor"):$(cat "$d/idProduct")"
				done </dev/null
				test -d /sys/bus/usb/devices || lsusb </dev/null
				""";
		case WINDOWS -> "Get-PnpDevice -PresentOnly | Where-Object InstanceId -like 'USB\\*' | "
				+ "ForEach-Object { $_.InstanceId }\n";
		});
	}

	static Set<UsbId> read(String output) {
		Set<UsbId> ids = new TreeSet<>();
		output.lines().filter(line -> line.length() <= LONGEST_LINE).limit(10 * MOST).forEach(text -> {
			String line = text.strip();
			for (Pattern form : new Pattern[] { LSUSB, SYSFS, PNP }) {
				Matcher found = form.matcher(line);
				if (found.find() && ids.size() < MOST) {
					ids.add(new UsbId((found.group(1) + ":" + found.group(2)).toLowerCase(Locale.ROOT)));
				}
			}
			if (ROOT_HUB.matcher(line).find()) {
				ids.add(HUB);
			}
		});
		return ids;
	}
}
