package id.posko.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The workbook's table of shared strings (ECMA-376 part 1, 18.4.9), the only part that is held in memory. */
final class SharedTexts {

	private static final int MOST_TEXTS = 4_000_000;
	private static final long MOST_CHARACTERS = 64L << 20;

	private final List<CellText.Kept> texts = new ArrayList<>();

	SharedTexts(Workbook workbook, int limit) throws IOException, XMLStreamException, Refusal {
		try (Xml xml = workbook.openSharedStrings()) {
			long characters = 0;
			while (xml != null && xml.nextElement()) {
				if (xml.name().equals("si")) {
					CellText.Kept text = RichText.read(xml, limit);
					characters += text.text().length();
					if (texts.size() == MOST_TEXTS || characters > MOST_CHARACTERS) {
						throw new Refusal(Fault.Code.TOO_BIG, MOST_CHARACTERS >> 20);
					}
					texts.add(text.length() == 0 ? CellText.Kept.NOTHING : text);
				}
			}
		}
	}

	CellText.Kept text(String index) throws Refusal {
		int at = Numbers.whole(index);
		if (at < 0 || at >= texts.size()) {
			throw new Refusal(Fault.Code.DAMAGED, "shared string " + Numbers.shortened(index));
		}
		return texts.get(at);
	}
}
