package id.posko.kit;

/** Names one device: the office's region code and the device's name there. */
public record DeviceKey(RegionCode site, String name) implements Comparable<DeviceKey> {

	@Override
	public int compareTo(DeviceKey other) {
		int bySite = site.compareTo(other.site);
		return bySite != 0 ? bySite : name.compareTo(other.name);
	}

	/** Codes and names count up alike, so their sum would fall together for thousands of devices: it is spread. */
	@Override
	public int hashCode() {
		return (site.hashCode() * 0x9E3779B1 ^ name.hashCode()) * 0x85EBCA6B;
	}

	@Override
	public String toString() {
		return site + "/" + name;
	}
}
