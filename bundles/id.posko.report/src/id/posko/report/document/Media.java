package id.posko.report.document;

import id.posko.report.opc.OpcPackage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pictures of a document, each kept once. */
final class Media {

	private final Map<ByteBuffer, Kept> pictures = new LinkedHashMap<>();
	private int places;

	private record Kept(String relation, Picture picture) {
	}

	/** A number for the next place where a picture stands, from 1. */
	int nextNumber() {
		return ++places;
	}

	/** The relation's name. */
	String add(Picture picture) {
		return pictures.computeIfAbsent(ByteBuffer.wrap(picture.bytes()),
				_ -> new Kept("picture" + (pictures.size() + 1), picture)).relation();
	}

	void putInto(OpcPackage file, String part) throws IOException {
		for (var kept : pictures.entrySet()) {
			String kind = kept.getValue().picture().isPng() ? "png" : "jpeg";
			String relation = kept.getValue().relation();
			String name = "media/" + relation + "." + kind;
			file.put("word/" + name, "image/" + kind, kept.getKey().array());
			file.relate(part, relation, "image", name);
		}
	}
}
