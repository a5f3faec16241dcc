package id.posko.report;

import java.util.List;

/**
 * What a table that leaves the office must tell of itself: source, date, maker, purpose, codes used (Perpres 39/2019
 * asks for metadata with every table).
 *
 * @param name of the sheet that holds it
 */
public record Metadata(String name, List<Entry> entries) {

	public static final Metadata NONE = new Metadata("", List.of());

	public Metadata {
		entries = List.copyOf(entries);
	}

	public record Entry(String label, String text) {
	}
}
