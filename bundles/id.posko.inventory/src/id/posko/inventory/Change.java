package id.posko.inventory;

import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;

/** One change made by hand, with what was typed in the form; judged by the rules that hold for lists. */
public sealed interface Change {

	record AddSite(Entry site) implements Change {
	}

	/** With another region code in the entry the office moves there with all its devices. */
	record ChangeSite(RegionCode code, Entry to) implements Change {
	}

	/** Its devices go with it; devices elsewhere that were set behind one of them get their usual parent. */
	record RemoveSite(RegionCode code) implements Change {
	}

	/** An entry with a region code wins over {@code site}. */
	record AddDevice(RegionCode site, Entry device) implements Change {
	}

	/** With another name or region code in the entry the device is renamed or moved, its history with it. */
	record ChangeDevice(DeviceKey key, Entry to) implements Change {
	}

	/** Devices that were set behind it get their usual parent. */
	record RemoveDevice(DeviceKey key) implements Change {
	}
}
