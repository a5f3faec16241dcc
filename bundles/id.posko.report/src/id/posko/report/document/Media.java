package id.posko.report.document;

import id.posko.report.opc.OpcPackage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The pictures of a document, each kept once. */
final class Media {

	private final List<Picture> pictures = new ArrayList<>();
	private int places;

	/** A number for the next place where a picture stands, from 1. */
	int nextNumber() {
		return ++places;
	}

	/** The relation's name. */
	String add(Picture picture) {
		for (int i = 0; i < pictures.size(); i++) {
			if (Arrays.equals(pictures.get(i).bytes(), picture.bytes())) {
				return relation(i);
			}
		}
		pictures.add(picture);
		return relation(pictures.size() - 1);
	}

	private static String relation(int index) {
		return "picture" + (index + 1);
	}

	void putInto(OpcPackage file, String part) throws IOException {
		for (int i = 0; i < pictures.size(); i++) {
			String kind = pictures.get(i).isPng() ? "png" : "jpeg";
			String name = "media/" + relation(i) + "." + kind;
			file.put("word/" + name, "image/" + kind, pictures.get(i).bytes());
			file.relate(part, relation(i), "image", name);
		}
	}
}
