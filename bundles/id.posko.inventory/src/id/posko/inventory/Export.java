package id.posko.inventory;

import id.posko.kit.Site;
import java.util.List;

/** How an export ended. */
public sealed interface Export {

	/** The file is written; offices without a device have no row in a list and are left out. */
	record Written(int devices, List<Site> leftOut) implements Export {
	}

	/** Nothing is written. */
	record Refused(Problem problem) implements Export {
	}
}
