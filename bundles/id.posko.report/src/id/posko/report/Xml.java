package id.posko.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One XML part of a workbook, event by event. Document types and entities of its own are refused, never resolved. */
final class Xml implements AutoCloseable {

	private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

	static {
		FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		FACTORY.setProperty(XMLInputFactory.IS_COALESCING, false);
		// Since JDK 24 these count every "&amp;" and "&#233;" of an honest part; entities proper are refused anyway.
		FACTORY.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
		FACTORY.setProperty("jdk.xml.totalEntitySizeLimit", "0");
	}

	private final BoundedStream stream;
	private final XMLStreamReader events;
	private int depth;

	Xml(InputStream part, BoundedStream.Budget budget) throws IOException, XMLStreamException {
		stream = new BoundedStream(part, budget);
		events = FACTORY.createXMLStreamReader(decoded(stream));
	}

	/**
	 * Parts are UTF-8 or UTF-16 (ECMA-376 part 2, 9.1.1). They are decoded here because the JDK's parser prints what
	 * it finds wrong with them.
	 */
	private static Reader decoded(InputStream bytes) throws IOException {
		PushbackInputStream in = new PushbackInputStream(bytes, 3);
		byte[] start = in.readNBytes(3);
		int first = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | start[1] & 0xFF;
		int mark = first == 0xFEFF || first == 0xFFFE ? 2 : 0;
		if (first == 0xEFBB && start.length == 3 && start[2] == (byte) 0xBF) {
			mark = 3;
		}
		in.unread(start, mark, start.length - mark);
		Charset charset = switch (first) {
			case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
			case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
			default -> StandardCharsets.UTF_8;
		};
		return new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT));
	}

	/** Moves on to the next start of an element; false at the end of the part. */
	boolean nextElement() throws XMLStreamException, Refusal {
		while (events.hasNext()) {
			if (next() == XMLStreamConstants.START_ELEMENT) {
				return true;
			}
		}
		return false;
	}

	boolean hasNext() throws XMLStreamException {
		return events.hasNext();
	}

	/** The next event, one of {@link XMLStreamConstants}. */
	int next() throws XMLStreamException, Refusal {
		stream.progressed();
		int event = events.next();
		switch (event) {
			case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Refusal(Fault.Code.HOSTILE);
			case XMLStreamConstants.START_ELEMENT -> depth++;
			case XMLStreamConstants.END_ELEMENT -> depth--;
			default -> {
			}
		}
		return event;
	}

	/** How many elements are open, the one just started with them. */
	int depth() {
		return depth;
	}

	/** The element's name without its prefix: the transitional and the strict namespace are read alike. */
	String name() {
		return events.getLocalName();
	}

	/** Null if there is none. */
	String attribute(String name) {
		for (int i = 0; i < events.getAttributeCount(); i++) {
			if (events.getAttributeLocalName(i).equals(name)) {
				return events.getAttributeValue(i);
			}
		}
		return null;
	}

	void addTextTo(CellText text) {
		text.add(events.getTextCharacters(), events.getTextStart(), events.getTextLength());
	}

	@Override
	public void close() throws XMLStreamException, IOException {
		events.close();
		stream.close();
	}
}
