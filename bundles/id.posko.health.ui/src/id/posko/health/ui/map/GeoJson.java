package id.posko.health.ui.map;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import id.posko.health.ui.map.MapReading.Fault;

/**
 * Areas of a GeoJSON text (RFC 7946): polygons and multipolygons of features, in degrees, drawn as equirectangular with
 * the cosine of the middle latitude. Of a feature's properties the short texts and whole numbers are its names, first
 * those whose key speaks of a code.
 */
final class GeoJson {

	private static final int MOST_REGIONS = 20_000;
	private static final int MOST_NAMES = 100;
	private static final int LONGEST_NAME = 200;
	private static final int DEEPEST = 40;
	private static final Set<String> AREAS = Set.of("Polygon", "MultiPolygon");
	private static final JsonFactory JSON = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(DEEPEST).maxNumberLength(100).maxNameLength(10_000).maxStringLength(1_000_000).build()).build();

	private final JsonParser json;
	private final Outline outline = new Outline();
	private final List<Region> regions = new ArrayList<>();
	/** What was read last is a corner, not a list of corners. */
	private boolean wasPosition;

	private GeoJson(JsonParser json) {
		this.json = json;
	}

	static MapReading read(byte[] text) {
		try (JsonParser parser = JSON.createParser(text)) {
			GeoJson reader = new GeoJson(parser);
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return MapReading.refused(Fault.WRONG_TYPE);
			}
			reader.object();
			if (parser.nextToken() != null) {
				throw reader.broken();
			}
			return reader.regions.isEmpty() ? MapReading.refused(Fault.NO_AREA)
					: new MapReading.Read(new RegionMap(projected(reader.regions)));
		} catch (MapRefusal refusal) {
			return refusal.outcome();
		} catch (JsonProcessingException e) {
			return e.getLocation() == null ? MapReading.refused(Fault.BROKEN, 1, 1)
					: MapReading.refused(Fault.BROKEN, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
		} catch (IOException e) {
			return MapReading.refused(Fault.IO, String.valueOf(e.getMessage()));
		}
	}

	private MapRefusal broken() {
		return at(Fault.BROKEN);
	}

	private MapRefusal at(Fault fault) {
		return new MapRefusal(fault, json.currentTokenLocation().getLineNr(), json.currentTokenLocation().getColumnNr());
	}

	/** A collection, a feature or a geometry; which one is told by what it has. */
	private void object() throws IOException, MapRefusal {
		List<String> codes = new ArrayList<>();
		List<String> names = new ArrayList<>();
		List<Ring> rings = new ArrayList<>();
		String key = json.nextFieldName();
		for (; key != null; key = json.nextFieldName()) {
			JsonToken value = json.nextToken();
			switch (key) {
				case "features" -> array(value, () -> {
					if (json.currentToken() != JsonToken.START_OBJECT) {
						throw broken();
					}
					object();
				});
				case "properties" -> properties(value, codes, names);
				case "id" -> name(value, codes);
				case "geometry" -> rings.addAll(geometry(value));
				default -> json.skipChildren();
			}
		}
		if (json.currentToken() != JsonToken.END_OBJECT) {
			throw broken();
		}
		if (!rings.isEmpty()) {
			if (regions.size() == MOST_REGIONS) {
				throw new MapRefusal(Fault.TOO_MANY, MOST_REGIONS);
			}
			codes.addAll(names);
			regions.add(new Region(List.copyOf(codes), List.copyOf(rings)));
		}
	}

	private interface Each {
		void read() throws IOException, MapRefusal;
	}

	private void array(JsonToken begin, Each each) throws IOException, MapRefusal {
		if (begin != JsonToken.START_ARRAY) {
			throw broken();
		}
		while (json.nextToken() != JsonToken.END_ARRAY) {
			if (json.currentToken() == null) {
				throw broken();
			}
			each.read();
		}
	}

	private void properties(JsonToken value, List<String> codes, List<String> names) throws IOException, MapRefusal {
		if (value == JsonToken.VALUE_NULL) {
			return;
		}
		if (value != JsonToken.START_OBJECT) {
			throw broken();
		}
		for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
			String small = key.toLowerCase(Locale.ROOT);
			name(json.nextToken(), small.contains("kode") || small.contains("code") ? codes : names);
		}
	}

	private void name(JsonToken value, List<String> to) throws IOException {
		boolean isName = value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT;
		if (isName && to.size() < MOST_NAMES && json.getTextLength() <= LONGEST_NAME) {
			to.add(json.getText());
		}
		json.skipChildren();
	}

	/** None of what is no area. */
	private List<Ring> geometry(JsonToken value) throws IOException, MapRefusal {
		if (value == JsonToken.VALUE_NULL) {
			return List.of();
		}
		if (value != JsonToken.START_OBJECT) {
			throw broken();
		}
		String type = "";
		List<Ring> rings = new ArrayList<>();
		List<Ring> within = new ArrayList<>();
		for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
			JsonToken begin = json.nextToken();
			switch (key) {
				case "type" -> type = begin == JsonToken.VALUE_STRING ? json.getText() : "";
				case "coordinates" -> {
					coordinates(begin);
					rings.addAll(outline.take());
				}
				case "geometries" -> array(begin, () -> within.addAll(geometry(json.currentToken())));
				default -> json.skipChildren();
			}
		}
		within.addAll(AREAS.contains(type) ? rings : List.of());
		return within;
	}

	/** Positions, or lists of lists of them, as deep as they are; a list of positions is a ring. */
	private void coordinates(JsonToken begin) throws IOException, MapRefusal {
		if (begin != JsonToken.START_ARRAY) {
			throw broken();
		}
		JsonToken first = json.nextToken();
		if (first == JsonToken.VALUE_NUMBER_FLOAT || first == JsonToken.VALUE_NUMBER_INT) {
			position();
			return;
		}
		boolean hasPositions = false;
		for (JsonToken each = first; each != JsonToken.END_ARRAY; each = json.nextToken()) {
			if (each == null) {
				throw broken();
			}
			coordinates(each);
			hasPositions |= wasPosition;
			wasPosition = false;
		}
		if (hasPositions) {
			outline.close();
		}
	}

	/** At its first number; ends behind its last. */
	private void position() throws IOException, MapRefusal {
		double longitude = json.getDoubleValue();
		JsonToken second = json.nextToken();
		boolean isNumber = second == JsonToken.VALUE_NUMBER_FLOAT || second == JsonToken.VALUE_NUMBER_INT;
		double latitude = isNumber ? json.getDoubleValue() : Double.NaN;
		if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
			throw at(Fault.NOT_DEGREES);
		}
		while (json.nextToken() != JsonToken.END_ARRAY) {
			if (json.currentToken() == null || json.currentToken().isStructStart()) {
				throw broken();
			}
		}
		outline.add(longitude, latitude);
		wasPosition = true;
	}

	private static List<Region> projected(List<Region> regions) {
		double north = -90;
		double south = 90;
		for (Region region : regions) {
			for (Ring ring : region.rings()) {
				for (double latitude : ring.y()) {
					north = Math.max(north, latitude);
					south = Math.min(south, latitude);
				}
			}
		}
		double narrow = Math.cos(Math.toRadians((north + south) / 2));
		for (Region region : regions) {
			for (Ring ring : region.rings()) {
				for (int i = 0; i < ring.size(); i++) {
					ring.x()[i] *= narrow;
					ring.y()[i] = -ring.y()[i];
				}
			}
		}
		return List.copyOf(regions);
	}
}
