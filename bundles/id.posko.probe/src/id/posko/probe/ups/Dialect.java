package id.posko.probe.ups;

import java.util.List;

/**
 * What a maker's devices are read by.
 *
 * @param root OID below which all its values stand; empty where the protocol has none
 * @param systems sysObjectIDs (or their beginnings) of its devices; {@code *}: every device is asked in it
 */
record Dialect(String name, String root, List<String> systems, List<Row> rows) {

	static final String EVERY = "*";

	Dialect {
		systems = List.copyOf(systems);
		rows = List.copyOf(rows);
	}

	boolean isForEvery() {
		return systems.contains(EVERY);
	}

	/** Length of the longest of its systems that the id begins with; 0 if none. */
	int matches(String sysObjectId) {
		return systems.stream().filter(s -> (sysObjectId + ".").startsWith(s + ".")).mapToInt(String::length).max()
				.orElse(0);
	}
}
