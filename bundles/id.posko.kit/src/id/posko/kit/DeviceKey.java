package id.posko.kit;

/** Names one device: the office's region code and the device's name there. */
public record DeviceKey(RegionCode site, String name) implements Comparable<DeviceKey> {

	@Override
	public int compareTo(DeviceKey other) {
		int bySite = site.compareTo(other.site);
		return bySite != 0 ? bySite : name.compareTo(other.name);
	}

	@Override
	public String toString() {
		return site + "/" + name;
	}
}
