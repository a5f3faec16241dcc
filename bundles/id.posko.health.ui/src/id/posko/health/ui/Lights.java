package id.posko.health.ui;

import id.posko.health.KitReadiness.Light;
import id.posko.ui.Mark;

/** How the light of a kit looks. */
final class Lights {

	private Lights() {
	}

	static Mark mark(Light light) {
		return switch (light) {
			case READY -> Mark.GOOD;
			case PARTLY -> Mark.WARN;
			case NOT_READY -> Mark.BAD;
			case NOT_MEASURED -> Mark.NONE;
		};
	}
}
