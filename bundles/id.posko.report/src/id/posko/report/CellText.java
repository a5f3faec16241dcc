package id.posko.report;

import java.util.Optional;

/** Gathers a cell's text in bounded memory: characters past the limit are counted, not kept. */
final class CellText {

	private final int limit;
	private final StringBuilder kept = new StringBuilder();
	private long length;

	CellText(int limit) {
		this.limit = limit;
	}

	void add(char c) {
		length++;
		if (kept.length() < limit) {
			kept.append(c);
		}
	}

	void add(char[] chars, int start, int count) {
		length += count;
		kept.append(chars, start, Math.min(count, limit - kept.length()));
	}

	void add(String text) {
		length += text.length();
		kept.append(text, 0, Math.min(text.length(), limit - kept.length()));
	}

	boolean isEmpty() {
		return length == 0;
	}

	void clear() {
		kept.setLength(0);
		length = 0;
	}

	Kept take() {
		Kept taken = new Kept(kept.toString(), length);
		clear();
		return taken;
	}

	/** A text, perhaps only its beginning, and how long the whole was. */
	record Kept(String text, long length) {

		static final Kept NOTHING = new Kept("", 0);

		Cell at(Place place, int limit) {
			return new Cell(place, text, length <= limit ? Optional.empty()
					: Optional.of(Fault.of(Fault.Code.LONG_TEXT, length, limit)));
		}
	}
}
