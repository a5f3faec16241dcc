package id.posko.health.ui.map;

import java.util.List;

/** What came of reading a map's file. */
public sealed interface MapReading {

	record Read(RegionMap map) implements MapReading {
	}

	/** @param arguments those of the fault's sentence, see {@link Fault} */
	record Refused(Fault fault, List<Object> arguments) implements MapReading {
	}

	static Refused refused(Fault fault, Object... arguments) {
		return new Refused(fault, List.of(arguments));
	}

	/** Why a file is no map for us; {the arguments} stand beside each. A place is a line and a column, from 1. */
	enum Fault {
		/** {the system's message} */
		IO,
		/** {the most allowed, in MB} */
		TOO_BIG,
		/** Neither GeoJSON nor SVG. */
		WRONG_TYPE,
		/** The text is not what its format demands: {line, column}. */
		BROKEN,
		/** A position is not a longitude and a latitude in degrees: {line, column}. */
		NOT_DEGREES,
		/** More areas or corners than may be drawn: {the most allowed}. */
		TOO_MANY,
		/** There is no area in it. */
		NO_AREA,
		/** The outline of a shape can not be read: {the shape's name}. */
		BAD_OUTLINE
	}
}
