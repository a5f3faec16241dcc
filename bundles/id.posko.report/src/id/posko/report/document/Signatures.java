package id.posko.report.document;

import java.util.List;

/** Signatures side by side, three in a row at most; a single one stands at the right. Never parted by a page's end. */
public record Signatures(List<Signature> signatures) implements Block {

	public Signatures {
		signatures = List.copyOf(signatures);
	}

	/**
	 * @param above place and date, "Mengetahui", position: one entry a line
	 * @param name underlined; "" leaves a dotted line to write it on
	 * @param below rank, NIP
	 */
	public record Signature(List<String> above, String name, List<String> below) {

		public Signature {
			above = List.copyOf(above);
			below = List.copyOf(below);
		}
	}
}
