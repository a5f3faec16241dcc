package id.posko.procedure.file;

import java.util.List;
import java.util.Map;

/** What a file says, whatever its form: texts, lists and keys with values, each with its place. */
sealed interface Tree {

	Spot spot();

	record Text(String value, Spot spot) implements Tree {
	}

	record Items(List<Tree> items, Spot spot) implements Tree {
	}

	/** In the order of the file. */
	record Keys(Map<String, Value> values, Spot spot) implements Tree {
	}

	/** A key's place and what it holds. */
	record Value(Spot key, Tree tree) {
	}
}
