package id.posko.health.ui.map;

/**
 * The {@code d} attribute of an SVG path (SVG 1.1, 8.3) as corners; curves and arcs become short straight lines. What
 * is not closed is closed, as SVG does when it fills.
 */
final class PathData {

	private static final int STEPS = 8;

	private final Numbers numbers;
	private final Outline outline;
	private final Affine transform;
	/** Where the pen is, where the part began, and the last control point with what kind of curve it was of. */
	private double x;
	private double y;
	private double startX;
	private double startY;
	private double controlX;
	private double controlY;
	private char before;

	private PathData(String data, Affine transform, Outline outline) {
		numbers = new Numbers(data);
		this.transform = transform;
		this.outline = outline;
	}

	/** Adds its rings. @return false if the text is not of that form; what stood before the fault is added */
	static boolean trace(String data, Affine transform, Outline outline) throws MapRefusal {
		return new PathData(data, transform, outline).trace();
	}

	private boolean trace() throws MapRefusal {
		char verb = 0;
		while (!numbers.isAtEnd()) {
			char letter = numbers.letter();
			if (letter == 0 && (verb == 0 || Character.toUpperCase(verb) == 'Z' || !numbers.hasNumber())) {
				return false;
			}
			verb = letter != 0 ? letter : verb == 'M' ? 'L' : verb == 'm' ? 'l' : verb;
			if (before == 0 && Character.toUpperCase(verb) != 'M' || !draw(verb)) {
				return false;
			}
			before = Character.toUpperCase(verb);
		}
		outline.close();
		return true;
	}

	private boolean draw(char verb) throws MapRefusal {
		double fromX = Character.isLowerCase(verb) ? x : 0;
		double fromY = Character.isLowerCase(verb) ? y : 0;
		return switch (Character.toUpperCase(verb)) {
			case 'M' -> {
				outline.close();
				before = 'M';
				boolean isWell = line(fromX + numbers.next(), fromY + numbers.next());
				startX = x;
				startY = y;
				yield isWell;
			}
			case 'L' -> line(fromX + numbers.next(), fromY + numbers.next());
			case 'H' -> line(fromX + numbers.next(), y);
			case 'V' -> line(x, fromY + numbers.next());
			case 'C' -> cubic(fromX + numbers.next(), fromY + numbers.next(), fromX + numbers.next(), fromY + numbers.next(),
					fromX + numbers.next(), fromY + numbers.next());
			case 'S' -> cubic(isAfter("CS") ? 2 * x - controlX : x, isAfter("CS") ? 2 * y - controlY : y,
					fromX + numbers.next(), fromY + numbers.next(), fromX + numbers.next(), fromY + numbers.next());
			case 'Q' -> quadratic(fromX + numbers.next(), fromY + numbers.next(), fromX + numbers.next(),
					fromY + numbers.next());
			case 'T' -> quadratic(isAfter("QT") ? 2 * x - controlX : x, isAfter("QT") ? 2 * y - controlY : y,
					fromX + numbers.next(), fromY + numbers.next());
			case 'A' -> arc(Math.abs(numbers.next()), Math.abs(numbers.next()), numbers.next(), numbers.flag(), numbers.flag(),
					fromX + numbers.next(), fromY + numbers.next());
			case 'Z' -> {
				outline.close();
				x = startX;
				y = startY;
				yield true;
			}
			default -> false;
		};
	}

	private boolean isAfter(String verbs) {
		return verbs.indexOf(before) >= 0;
	}

	private boolean line(double toX, double toY) throws MapRefusal {
		if (before == 'Z') {
			corner(startX, startY);
		}
		x = toX;
		y = toY;
		return corner(toX, toY);
	}

	private boolean corner(double atX, double atY) throws MapRefusal {
		double drawnX = transform.x(atX, atY);
		double drawnY = transform.y(atX, atY);
		if (!Double.isFinite(drawnX) || !Double.isFinite(drawnY)) {
			return false;
		}
		outline.add(drawnX, drawnY);
		return true;
	}

	private boolean cubic(double x1, double y1, double x2, double y2, double toX, double toY) throws MapRefusal {
		double fromX = x;
		double fromY = y;
		boolean isWell = true;
		for (int i = 1; i <= STEPS && isWell; i++) {
			double t = (double) i / STEPS;
			double u = 1 - t;
			isWell = line(u * u * u * fromX + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * toX,
					u * u * u * fromY + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * toY);
			before = 'C';
		}
		controlX = x2;
		controlY = y2;
		return isWell;
	}

	private boolean quadratic(double x1, double y1, double toX, double toY) throws MapRefusal {
		boolean isWell = cubic(x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3, toX + (x1 - toX) * 2 / 3, toY + (y1 - toY) * 2 / 3,
				toX, toY);
		controlX = x1;
		controlY = y1;
		return isWell;
	}

	/** From end points to centre: SVG 1.1, appendix F.6.5. */
	private boolean arc(double radiusX, double radiusY, double degrees, int large, int sweep, double toX, double toY)
			throws MapRefusal {
		if (large < 0 || sweep < 0 || Double.isNaN(radiusX + radiusY + degrees)) {
			return false;
		}
		if (radiusX == 0 || radiusY == 0 || x == toX && y == toY) {
			return line(toX, toY);
		}
		double cos = Math.cos(Math.toRadians(degrees));
		double sin = Math.sin(Math.toRadians(degrees));
		double halfX = cos * (x - toX) / 2 + sin * (y - toY) / 2;
		double halfY = -sin * (x - toX) / 2 + cos * (y - toY) / 2;
		double stretch = Math.sqrt(Math.max(1, sq(halfX / radiusX) + sq(halfY / radiusY)));
		double rx = radiusX * stretch;
		double ry = radiusY * stretch;
		double far = sq(rx * halfY) + sq(ry * halfX);
		double scale = Math.sqrt(Math.max(0, (sq(rx * ry) - far) / far)) * (large == sweep ? -1 : 1);
		double centreX = scale * rx * halfY / ry;
		double centreY = -scale * ry * halfX / rx;
		double middleX = cos * centreX - sin * centreY + (x + toX) / 2;
		double middleY = sin * centreX + cos * centreY + (y + toY) / 2;
		double from = Math.atan2((halfY - centreY) / ry, (halfX - centreX) / rx);
		double turn = Math.atan2((-halfY - centreY) / ry, (-halfX - centreX) / rx) - from;
		if (sweep == 1 && turn < 0) {
			turn += 2 * Math.PI;
		} else if (sweep == 0 && turn > 0) {
			turn -= 2 * Math.PI;
		}
		boolean isWell = true;
		for (int i = 1; i < 2 * STEPS && isWell; i++) {
			double angle = from + turn * i / (2 * STEPS);
			double alongX = rx * Math.cos(angle);
			double alongY = ry * Math.sin(angle);
			isWell = line(cos * alongX - sin * alongY + middleX, sin * alongX + cos * alongY + middleY);
			before = 'A';
		}
		return isWell && line(toX, toY);
	}

	private static double sq(double value) {
		return value * value;
	}
}
