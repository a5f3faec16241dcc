package id.posko.report;

import java.io.IOException;
import java.io.InputStream;
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
	}

	private final BoundedStream stream;
	private final XMLStreamReader events;
	private int depth;

	Xml(InputStream part, BoundedStream.Budget budget) throws XMLStreamException {
		stream = new BoundedStream(part, budget);
		events = FACTORY.createXMLStreamReader(stream);
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
