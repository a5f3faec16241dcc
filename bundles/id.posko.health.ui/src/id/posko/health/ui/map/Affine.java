package id.posko.health.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SVG transform: x' = a x + c y + e, y' = b x + d y + f. */
record Affine(double a, double b, double c, double d, double e, double f) {

	static final Affine NONE = new Affine(1, 0, 0, 1, 0, 0);
	private static final Pattern STEP = Pattern.compile("\\G[\\s,]*([a-zA-Z]+)\\s*\\(([^()]*)\\)");
	private static final int MOST_STEPS = 100;

	double x(double x, double y) {
		return a * x + c * y + e;
	}

	double y(double x, double y) {
		return b * x + d * y + f;
	}

	/** What is inside is transformed by the other first. */
	Affine around(Affine o) {
		return new Affine(a * o.a + c * o.b, b * o.a + d * o.b, a * o.c + c * o.d, b * o.c + d * o.d,
				a * o.e + c * o.f + e, b * o.e + d * o.f + f);
	}

	/** A {@code transform} attribute (SVG 1.1, 7.6); empty if it is none. */
	static Optional<Affine> parse(String text) {
		Affine all = NONE;
		Matcher step = STEP.matcher(text);
		int end = 0;
		for (int steps = 0; step.find(); steps++) {
			Optional<Affine> one = step(step.group(1), step.group(2));
			if (one.isEmpty() || steps == MOST_STEPS) {
				return Optional.empty();
			}
			all = all.around(one.get());
			end = step.end();
		}
		return text.substring(end).isBlank() ? Optional.of(all) : Optional.empty();
	}

	private static Optional<Affine> step(String name, String arguments) {
		Numbers numbers = new Numbers(arguments);
		List<Double> n = new ArrayList<>();
		while (numbers.hasNumber() && n.size() < 7) {
			n.add(numbers.next());
		}
		if (!numbers.isAtEnd()) {
			return Optional.empty();
		}
		return switch (name + n.size()) {
			case "matrix6" -> Optional.of(new Affine(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5)));
			case "translate1" -> Optional.of(new Affine(1, 0, 0, 1, n.get(0), 0));
			case "translate2" -> Optional.of(new Affine(1, 0, 0, 1, n.get(0), n.get(1)));
			case "scale1" -> Optional.of(new Affine(n.get(0), 0, 0, n.get(0), 0, 0));
			case "scale2" -> Optional.of(new Affine(n.get(0), 0, 0, n.get(1), 0, 0));
			case "rotate1" -> Optional.of(rotation(n.get(0)));
			case "rotate3" -> Optional.of(new Affine(1, 0, 0, 1, n.get(1), n.get(2)).around(rotation(n.get(0)))
					.around(new Affine(1, 0, 0, 1, -n.get(1), -n.get(2))));
			case "skewX1" -> Optional.of(new Affine(1, 0, Math.tan(Math.toRadians(n.get(0))), 1, 0, 0));
			case "skewY1" -> Optional.of(new Affine(1, Math.tan(Math.toRadians(n.get(0))), 0, 1, 0, 0));
			default -> Optional.empty();
		};
	}

	private static Affine rotation(double degrees) {
		double cos = Math.cos(Math.toRadians(degrees));
		double sin = Math.sin(Math.toRadians(degrees));
		return new Affine(cos, sin, -sin, cos, 0, 0);
	}
}
