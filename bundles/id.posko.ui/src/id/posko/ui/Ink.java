package id.posko.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Draws what the house style has: texts that end in …, icons, marks, round boxes. For the time of one paint event. */
public final class Ink {

	private static final int TEXT = SWT.DRAW_TRANSPARENT | SWT.DRAW_DELIMITER;
	private static final String MORE = "…";
	private static final float GRID = 24f;

	private final GC gc;
	private final Look look;

	public Ink(GC gc, Look look) {
		this.gc = gc;
		this.look = look;
		gc.setAntialias(SWT.ON);
		gc.setTextAntialias(SWT.ON);
	}

	public void fill(Rectangle box, Color color) {
		gc.setBackground(color);
		gc.fillRectangle(box);
	}

	public void fillRound(Rectangle box, int radius, Color color) {
		gc.setBackground(color);
		gc.fillRoundRectangle(box.x, box.y, box.width, box.height, radius * 2, radius * 2);
	}

	public void frameRound(Rectangle box, int radius, Color color) {
		gc.setForeground(color);
		gc.setLineWidth(1);
		gc.drawRoundRectangle(box.x, box.y, box.width - 1, box.height - 1, radius * 2, radius * 2);
	}

	public Point extent(String text, Font font) {
		gc.setFont(font);
		return gc.textExtent(text, TEXT);
	}

	/** One line at the left of the box, in the middle of its height; what does not fit ends in …. */
	public void text(String text, Rectangle box, Font font, Color color) {
		text(text, box, font, color, SWT.LEFT);
	}

	/** @param alignment {@code SWT.LEFT}, {@code SWT.CENTER} or {@code SWT.RIGHT} */
	public void text(String text, Rectangle box, Font font, Color color, int alignment) {
		if (text.isEmpty() || box.width <= 0) {
			return;
		}
		gc.setFont(font);
		gc.setForeground(color);
		String fitting = fit(text, box.width);
		Point extent = gc.textExtent(fitting, TEXT);
		int free = box.width - extent.x;
		int indent = switch (alignment) {
		case SWT.RIGHT -> free;
		case SWT.CENTER -> free / 2;
		default -> 0;
		};
		gc.drawText(fitting, box.x + Math.max(0, indent), box.y + (box.height - extent.y) / 2, TEXT);
	}

	private String fit(String text, int width) {
		if (gc.textExtent(text, TEXT).x <= width) {
			return text;
		}
		int fits = 0;
		int tooLong = Math.min(text.length(), width);
		while (fits + 1 < tooLong) {
			int middle = (fits + tooLong) / 2;
			if (gc.textExtent(text.substring(0, middle) + MORE, TEXT).x <= width) {
				fits = middle;
			} else {
				tooLong = middle;
			}
		}
		return text.substring(0, fits).stripTrailing() + MORE;
	}

	public void glyph(Glyph glyph, int x, int y, int size, Color color) {
		float scale = size / GRID;
		gc.setForeground(color);
		gc.setLineCap(SWT.CAP_ROUND);
		gc.setLineJoin(SWT.JOIN_ROUND);
		gc.setLineWidth(size > 28 ? 2 : 1);
		gc.setLineAttributes(new LineAttributes(Math.max(1.3f, 1.7f * scale), SWT.CAP_ROUND,
				SWT.JOIN_ROUND));
		Path path = new Path(gc.getDevice());
		trace(path, glyph.data(), x, y, scale);
		gc.drawPath(path);
		path.dispose();
		gc.setLineWidth(1);
	}

	private static void trace(Path path, String data, float x, float y, float scale) {
		String[] parts = data.replaceAll("([A-Z])", " $1 ").trim().split("\\s+");
		int i = 0;
		while (i < parts.length) {
			char verb = parts[i++].charAt(0);
			float[] n = new float[arguments(verb)];
			for (int k = 0; k < n.length; k++) {
				n[k] = Float.parseFloat(parts[i++]) * scale;
			}
			switch (verb) {
			case 'M' -> path.moveTo(x + n[0], y + n[1]);
			case 'L' -> path.lineTo(x + n[0], y + n[1]);
			case 'C' -> path.cubicTo(x + n[0], y + n[1], x + n[2], y + n[3], x + n[4], y + n[5]);
			case 'O' -> {
				path.moveTo(x + n[0] + n[2], y + n[1]);
				path.addArc(x + n[0] - n[2], y + n[1] - n[2], 2 * n[2], 2 * n[2], 0, 360);
			}
			case 'R' -> roundRectangle(path, x + n[0], y + n[1], n[2], n[3], n[4]);
			default -> path.close();
			}
		}
	}

	private static int arguments(char verb) {
		return switch (verb) {
		case 'M', 'L' -> 2;
		case 'O' -> 3;
		case 'R' -> 5;
		case 'C' -> 6;
		default -> 0;
		};
	}

	private static void roundRectangle(Path path, float x, float y, float w, float h, float r) {
		float k = r * 0.45f;
		path.moveTo(x + r, y);
		path.lineTo(x + w - r, y);
		path.cubicTo(x + w - k, y, x + w, y + k, x + w, y + r);
		path.lineTo(x + w, y + h - r);
		path.cubicTo(x + w, y + h - k, x + w - k, y + h, x + w - r, y + h);
		path.lineTo(x + r, y + h);
		path.cubicTo(x + k, y + h, x, y + h - k, x, y + h - r);
		path.lineTo(x, y + r);
		path.cubicTo(x, y + k, x + k, y, x + r, y);
		path.close();
	}

	/** Draws a state's shape in its own colour. */
	public void mark(Mark mark, int x, int y, int size) {
		Color tone = look.color(mark.tone());
		Color inner = look.color(Tone.SURFACE);
		float s = size / 16f;
		gc.setBackground(tone);
		gc.setForeground(tone);
		stroke(1.9f * s);
		switch (mark) {
		case GOOD -> {
			gc.fillOval(x, y, size, size);
			line(inner, 1.9f * s, x, y, s, 4.3f, 8.3f, 7f, 11f, 11.8f, 5.4f);
		}
		case WARN -> {
			gc.fillPolygon(points(x, y, s, 8, 0.5f, 16, 15, 0, 15));
			line(inner, 1.9f * s, x, y, s, 8, 5.6f, 8, 9.8f);
			line(inner, 2.1f * s, x, y, s, 8, 12.6f, 8, 12.7f);
		}
		case BAD -> {
			gc.fillRoundRectangle(x, y, size, size, Math.round(5 * s), Math.round(5 * s));
			line(inner, 1.9f * s, x, y, s, 4.8f, 4.8f, 11.2f, 11.2f);
			line(inner, 1.9f * s, x, y, s, 11.2f, 4.8f, 4.8f, 11.2f);
		}
		case CUT -> {
			int ring = size - Math.round(3 * s);
			gc.drawArc(x + Math.round(s), y + Math.round(s), ring, ring, 70, 130);
			gc.drawArc(x + Math.round(2 * s), y + Math.round(2 * s), ring, ring, 250, 130);
			line(tone, 1.9f * s, x, y, s, 11.5f, 2.5f, 4.5f, 13.5f);
		}
		case UNSURE -> {
			gc.fillPolygon(points(x, y, s, 8, -0.3f, 16.3f, 8, 8, 16.3f, -0.3f, 8));
			line(inner, 1.6f * s, x, y, s, 6.2f, 6.3f, 6.8f, 5.2f, 8, 4.8f, 9.3f, 5.3f, 9.7f, 6.5f, 8, 8.3f, 8, 9.3f);
			line(inner, 1.9f * s, x, y, s, 8, 11.6f, 8, 11.7f);
		}
		case PAUSED -> {
			gc.fillOval(x, y, size, size);
			line(inner, 1.9f * s, x, y, s, 6.2f, 5.3f, 6.2f, 10.7f);
			line(inner, 1.9f * s, x, y, s, 9.8f, 5.3f, 9.8f, 10.7f);
		}
		case NONE -> {
			stroke(1.5f * s);
			int ring = size - Math.round(4 * s) - 1;
			gc.drawOval(x + Math.round(2 * s), y + Math.round(2 * s), ring, ring);
		}
		}
		gc.setLineWidth(1);
	}

	private void stroke(float width) {
		gc.setLineAttributes(new LineAttributes(width, SWT.CAP_ROUND, SWT.JOIN_ROUND));
	}

	private void line(Color color, float width, int x, int y, float scale, float... points) {
		gc.setForeground(color);
		stroke(width);
		Path path = new Path(gc.getDevice());
		path.moveTo(x + points[0] * scale, y + points[1] * scale);
		for (int i = 2; i < points.length; i += 2) {
			path.lineTo(x + points[i] * scale, y + points[i + 1] * scale);
		}
		gc.drawPath(path);
		path.dispose();
	}

	private static int[] points(int x, int y, float scale, float... at) {
		int[] points = new int[at.length];
		for (int i = 0; i < at.length; i++) {
			points[i] = Math.round((i % 2 == 0 ? x : y) + at[i] * scale);
		}
		return points;
	}
}
