package id.posko.inventory;

import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.report.DocumentWriter;
import id.posko.report.Writing;
import id.posko.report.label.DeviceCode;
import id.posko.report.label.Label;
import id.posko.report.label.LabelSheet;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Labels for devices and kits, on sheets. Any thread; blocks on the file. */
@Component(service = DeviceLabels.class)
public final class DeviceLabels {

	private final Acts acts;

	@Activate
	public DeviceLabels(@Reference Acts acts) {
		this.acts = acts;
	}

	/** One for each device. */
	static List<Label> ofDevices(Fleet fleet, Collection<Device> devices) {
		return devices.stream().map(device -> new Label(device.name(), fleet.siteOf(device).name(), code(device))).toList();
	}

	/**
	 * One for each recording kit of the offices, with the code of its AFIS server, else of its PC. An office whose
	 * devices name no kit has one.
	 */
	static List<Label> ofKits(Fleet fleet, Collection<Site> sites, Locale locale) {
		Words words = Words.of(DeviceLabels.class, locale);
		List<Label> labels = new ArrayList<>();
		for (Site site : sites) {
			List<Device> devices = fleet.devicesAt(site.code());
			List<Integer> kits = devices.stream().map(Device::kit).filter(kit -> kit > 0).distinct().sorted().toList();
			for (int kit : kits.isEmpty() ? List.of(0) : kits) {
				first(devices, kit).ifPresent(device -> labels.add(new Label(
						kit == 0 ? words.say("label.kit.only") : words.say("label.kit", kit), site.name(), code(device))));
			}
		}
		return labels;
	}

	/** The kit's own first, else one that belongs to all kits of the office. */
	private static Optional<Device> first(List<Device> devices, int kit) {
		return Stream.of(kit, 0).flatMap(number -> Stream.of(DeviceKind.AFIS_SERVER, DeviceKind.CLIENT_PC)
				.flatMap(kind -> devices.stream().filter(device -> device.kit() == number && device.kind() == kind)))
				.findFirst().or(() -> devices.stream().filter(device -> kit > 0 && device.kit() == kit).findFirst());
	}

	private static DeviceCode code(Device device) {
		return new DeviceCode(device.key().toString());
	}

	/**
	 * Writes labels of devices to sheets of 3 × 8 on A4, as DOCX.
	 *
	 * @throws NotPermitted if he may not, at all their offices
	 */
	public Export devices(Actor by, Path file, Fleet fleet, Collection<Device> devices, Locale locale) {
		return write(by, file, ofDevices(fleet, devices), devices.stream().map(Device::site).distinct().toList(), locale);
	}

	/** As above, one label for each recording kit of the offices. */
	public Export kits(Actor by, Path file, Fleet fleet, Collection<Site> sites, Locale locale) {
		return write(by, file, ofKits(fleet, sites, locale), sites.stream().map(Site::code).toList(), locale);
	}

	private Export write(Actor by, Path file, List<Label> labels, Collection<RegionCode> places, Locale locale) {
		acts.permit(by, Permission.EXPORT, places, file.toString());
		String name = String.valueOf(file.getFileName());
		if (!name.toLowerCase(Locale.ROOT).endsWith(".docx")) {
			return new Export.Refused(problem("label.ending", name));
		}
		if (labels.isEmpty()) {
			return new Export.Refused(problem("label.none"));
		}
		acts.done(by, "labels made", file.toString(), "", labels.size());
		return switch (new DocumentWriter().write(file,
				LabelSheet.A4_3X8.document(Words.of(DeviceLabels.class, locale).say("label.title"), labels))) {
			case Writing.Written _ -> new Export.Written(labels.size(), List.of());
			case Writing.Refused(var fault, _) -> new Export.Refused(Problem.of(fault));
		};
	}

	private static Problem problem(String key, Object... arguments) {
		return new Problem(key, Optional.empty(), Optional.empty(), List.of(arguments));
	}
}
