package id.posko.health.ui.map;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import id.posko.health.ui.map.MapReading.Fault;

/**
 * Areas of an SVG picture: its paths, polygons and rectangles that have an id, or lie in a group that has one. Nothing
 * else of it is looked at: no style, no script, no reference; a document type is not read, so nothing outside is either.
 */
final class Svg {

	private static final int MOST_REGIONS = 20_000;
	private static final int DEEPEST = 200;
	private static final int MOST_NAMES = 20;
	private static final Pattern ENCODING = Pattern.compile("^[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)");
	private static final String INKSCAPE = "http://www.inkscape.org/namespaces/inkscape";
	/** What lies in these is drawn elsewhere or not at all. */
	private static final List<String> UNSEEN = List.of("defs", "clipPath", "mask", "symbol", "pattern", "marker");

	/** An element that is open. */
	private record Level(Affine transform, List<String> names, boolean isSeen) {
	}

	private final XMLStreamReader xml;
	private final Outline outline = new Outline();
	private final Deque<Level> levels = new ArrayDeque<>();
	private final List<Region> regions = new ArrayList<>();

	private Svg(XMLStreamReader xml) {
		this.xml = xml;
		levels.push(new Level(Affine.NONE, List.of(), true));
	}

	static MapReading read(byte[] text) {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
		try {
			XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(decoded(text)));
			Svg reader = new Svg(xml);
			reader.read();
			xml.close();
			return reader.regions.isEmpty() ? MapReading.refused(Fault.NO_AREA)
					: new MapReading.Read(new RegionMap(List.copyOf(reader.regions)));
		} catch (MapRefusal refusal) {
			return refusal.outcome();
		} catch (XMLStreamException e) {
			return e.getLocation() == null ? MapReading.refused(Fault.BROKEN, 1, 1) : MapReading.refused(Fault.BROKEN,
					Math.max(1, e.getLocation().getLineNumber()), Math.max(1, e.getLocation().getColumnNumber()));
		}
	}

	/** By its byte order mark, or by what it declares itself; what is no letter in that is a letter that is in no name. */
	private static String decoded(byte[] text) {
		boolean hasMark = text.length > 1 && (text[0] == (byte) 0xFE && text[1] == (byte) 0xFF
				|| text[0] == (byte) 0xFF && text[1] == (byte) 0xFE);
		String begin = new String(text, 0, Math.min(text.length, 200), StandardCharsets.US_ASCII);
		Matcher declared = ENCODING.matcher(begin);
		Charset charset = hasMark ? StandardCharsets.UTF_16
				: declared.find() ? Charset.forName(declared.group(1), StandardCharsets.UTF_8) : StandardCharsets.UTF_8;
		String decoded = new String(text, charset);
		return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
	}

	private void read() throws XMLStreamException, MapRefusal {
		while (xml.next() != XMLStreamConstants.START_ELEMENT) {
			// comments and the document type before it
		}
		if (!xml.getLocalName().equals("svg")) {
			throw new MapRefusal(Fault.WRONG_TYPE);
		}
		open();
		while (xml.hasNext()) {
			switch (xml.next()) {
				case XMLStreamConstants.START_ELEMENT -> open();
				case XMLStreamConstants.END_ELEMENT -> levels.pop();
				default -> {
					// texts and comments are nothing to us
				}
			}
		}
	}

	private void open() throws MapRefusal {
		if (levels.size() > DEEPEST) {
			throw new MapRefusal(Fault.BROKEN, xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
		}
		Level around = levels.peek();
		List<String> own = Stream.of(attribute("id"), Optional.ofNullable(xml.getAttributeValue(INKSCAPE, "label")),
				attribute("data-code"), attribute("data-name")).flatMap(Optional::stream).filter(name -> name.length() <= 200)
				.toList();
		List<String> names = xml.getLocalName().equals("svg") ? List.of()
				: Stream.concat(own.stream(), around.names().stream()).limit(MOST_NAMES).toList();
		Optional<Affine> transform = attribute("transform").map(Affine::parse).orElse(Optional.of(Affine.NONE));
		if (transform.isEmpty()) {
			throw new MapRefusal(Fault.BAD_OUTLINE, names.isEmpty() ? xml.getLocalName() : names.getFirst());
		}
		Level level = new Level(around.transform().around(transform.get()), names,
				around.isSeen() && !UNSEEN.contains(xml.getLocalName()));
		levels.push(level);
		if (level.isSeen() && !names.isEmpty()) {
			draw(level);
		}
	}

	private Optional<String> attribute(String name) {
		return Optional.ofNullable(xml.getAttributeValue(null, name));
	}

	private void draw(Level level) throws MapRefusal {
		List<String> names = level.names();
		Optional<String> data = switch (xml.getLocalName()) {
			case "path" -> attribute("d");
			case "polygon" -> attribute("points").map(points -> points.isBlank() ? "" : "M" + points + "Z");
			case "rect" -> rectangle();
			default -> Optional.empty();
		};
		if (data.isPresent()) {
			if (!PathData.trace(data.get(), level.transform(), outline)) {
				throw new MapRefusal(Fault.BAD_OUTLINE, names.getFirst());
			}
			List<Ring> rings = outline.take();
			if (!rings.isEmpty()) {
				if (regions.size() == MOST_REGIONS) {
					throw new MapRefusal(Fault.TOO_MANY, MOST_REGIONS);
				}
				regions.add(new Region(names, rings));
			}
		}
	}

	/** None if its size is not in plain numbers: a background of 100 %. */
	private Optional<String> rectangle() {
		List<Double> sides = Stream.of("x", "y", "width", "height").map(name -> attribute(name).orElse("0"))
				.map(text -> {
					Numbers numbers = new Numbers(text);
					double number = numbers.next();
					return numbers.isAtEnd() ? number : Double.NaN;
				}).toList();
		return sides.stream().anyMatch(side -> !Double.isFinite(side)) ? Optional.empty()
				: Optional.of("M%s %sh%sv%sh%sZ".formatted(sides.get(0), sides.get(1), sides.get(2), sides.get(3), -sides.get(2)));
	}
}
