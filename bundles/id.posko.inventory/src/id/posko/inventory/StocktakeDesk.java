package id.posko.inventory;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Inventory;
import id.posko.kit.RegionCode;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where an office's devices are audited: begun, ticked one by one as they are found, ended, written out. By those who
 * may change the list there; all of it is journalled. Any thread; blocks until it is kept.
 */
@Component(service = StocktakeDesk.class)
public final class StocktakeDesk {

	private static final int LONGEST_CODE = 300;

	private final Stocktakes kept;
	private final Inventory inventory;
	private final Acts acts;
	private final InstantSource clock;
	private final DeviceList files = new DeviceList();

	@Activate
	public StocktakeDesk(@Reference Stocktakes kept, @Reference Inventory inventory, @Reference Acts acts) {
		this(kept, inventory, acts, InstantSource.system());
	}

	public StocktakeDesk(Stocktakes kept, Inventory inventory, Acts acts, InstantSource clock) {
		this.kept = kept;
		this.inventory = inventory;
		this.acts = acts;
		this.clock = clock;
	}

	/** What came of it. */
	public sealed interface Outcome {

		/** As it is now. */
		record Went(Stocktake audit) implements Outcome {
		}

		/** Nothing changed; {@link StocktakeTold} says why. */
		record Refused(Why why, String argument) implements Outcome {
		}
	}

	/** Why nothing changed; the argument is told beside each. */
	public enum Why {
		/** No such office, or it has no device: {its code}. */
		NO_DEVICES,
		/** One is going on there: {its number}. */
		OPEN,
		/** No audit of that number: {the number}. */
		UNKNOWN,
		/** It has ended: {its number}. */
		ENDED,
		/** The code means no device, or several: {the code}. */
		NO_CODE,
		/** It is ticked already: {the device}. */
		TICKED,
		/** It is not ticked: {the device}. */
		NOT_TICKED
	}

	private static Outcome no(Why why, Object argument) {
		return new Outcome.Refused(why, argument.toString());
	}

	/** @throws NotPermitted if he may not, at that office */
	public synchronized Outcome begin(Actor by, RegionCode site) throws IOException {
		acts.permit(by, Permission.INVENTORY, Optional.of(site), site.text());
		List<DeviceKey> expected = inventory.fleet().devicesAt(site).stream().map(Device::key).sorted().toList();
		if (expected.isEmpty()) {
			return no(Why.NO_DEVICES, site);
		}
		Optional<Stocktake> open = open(site);
		if (open.isPresent()) {
			return no(Why.OPEN, open.get().number());
		}
		acts.done(by, "audit begun", site.text(), "", expected.size());
		return new Outcome.Went(kept.begin(site, expected, by.name(), now()));
	}

	/** The one that is going on in that office. */
	public Optional<Stocktake> open(RegionCode site) throws IOException {
		return kept.all().stream().filter(audit -> audit.site().equals(site) && audit.end().isEmpty()).findFirst();
	}

	/**
	 * Ticks what was found.
	 *
	 * @param typed as {@link ByCode} reads it; a label of a device that is in no list is unexpected, too
	 * @param isFound false takes a tick back
	 * @throws NotPermitted if he may not, at the office that is audited
	 */
	public synchronized Outcome tick(Actor by, long number, String typed, boolean isFound) throws IOException {
		Optional<Stocktake> found = kept.find(number);
		if (found.isEmpty()) {
			return no(Why.UNKNOWN, number);
		}
		Stocktake audit = found.get();
		acts.permit(by, Permission.INVENTORY, Optional.of(audit.site()), "audit " + number);
		if (audit.end().isPresent()) {
			return no(Why.ENDED, number);
		}
		Optional<DeviceKey> device = device(audit, typed);
		if (device.isEmpty()) {
			return no(Why.NO_CODE, typed.replaceAll("\\p{Cntrl}", " ").strip());
		}
		DeviceKey key = device.get();
		if (audit.isTicked(key) == isFound) {
			return no(isFound ? Why.TICKED : Why.NOT_TICKED, key);
		}
		acts.done(by, isFound ? "audit ticked" : "audit tick taken back", "audit " + number + " " + key, "", 1);
		boolean isKept = kept.tick(number, new Stocktake.Tick(now(), by.name(), key, isFound));
		return isKept ? new Outcome.Went(kept.find(number).orElseThrow()) : no(Why.ENDED, number);
	}

	private Optional<DeviceKey> device(Stocktake audit, String typed) {
		String text = typed.strip();
		if (text.length() > LONGEST_CODE || text.chars().anyMatch(Character::isISOControl)) {
			return Optional.empty();
		}
		return switch (ByCode.of(inventory.fleet(), text, audit.site())) {
			case ByCode.Found(Device device) -> Optional.of(device.key());
			case ByCode.Gone(DeviceKey key) -> Optional.of(key);
			case ByCode.Nothing _ -> Optional.empty();
		};
	}

	/** @throws NotPermitted if he may not, at the office that is audited */
	public synchronized Outcome end(Actor by, long number) throws IOException {
		Optional<Stocktake> found = kept.find(number);
		if (found.isEmpty()) {
			return no(Why.UNKNOWN, number);
		}
		acts.permit(by, Permission.INVENTORY, Optional.of(found.get().site()), "audit " + number);
		acts.done(by, "audit ended", "audit " + number, "", found.get().lines(Stocktake.State.FOUND).size());
		return kept.end(number, new Stocktake.End(now(), by.name())) ? new Outcome.Went(kept.find(number).orElseThrow())
				: no(Why.ENDED, number);
	}

	public Optional<Stocktake> find(long number) throws IOException {
		return kept.find(number);
	}

	/** The newest first. */
	public List<Stocktake> all() throws IOException {
		return kept.all();
	}

	/**
	 * Writes an audit to a file, XLSX or CSV by its name.
	 *
	 * @throws NotPermitted if he may not, at the office that was audited
	 */
	public Export export(Actor by, Stocktake audit, Path file, Locale locale) {
		String object = "audit " + audit.number() + " " + file.getFileName();
		acts.permit(by, Permission.EXPORT, Optional.of(audit.site()), object);
		acts.done(by, "audit exported", object, "", audit.lines().size());
		StocktakeTold told = new StocktakeTold(locale);
		return files.write(file, told.sheet(audit), told.headings(), told.rows(audit, inventory.fleet()));
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}
}
