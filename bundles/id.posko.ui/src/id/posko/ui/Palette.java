package id.posko.ui;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

/** All colours of the window; the style sheets beside it hold the same values. Nothing here needs to be disposed. */
public enum Palette {
	LIGHT, DARK;

	private static final double SOFT = 0.13;

	private final Map<Tone, Color> colors = new EnumMap<>(Tone.class);
	private final Map<Tone, Color> softs = new EnumMap<>(Tone.class);

	Palette() {
		for (Tone tone : Tone.values()) {
			colors.put(tone, new Color(rgb(tone)));
		}
		RGB ground = rgb(Tone.SURFACE);
		for (Tone tone : Tone.values()) {
			RGB rgb = rgb(tone);
			softs.put(tone, new Color(mix(ground.red, rgb.red), mix(ground.green, rgb.green),
					mix(ground.blue, rgb.blue)));
		}
	}

	private RGB rgb(Tone tone) {
		int value = Integer.parseInt(tone.hex(isDark()).substring(1), 16);
		return new RGB(value >> 16, value >> 8 & 0xff, value & 0xff);
	}

	private static int mix(int ground, int tint) {
		return (int) Math.round(ground * (1 - SOFT) + tint * SOFT);
	}

	public boolean isDark() {
		return ordinal() == 1;
	}

	public Color of(Tone tone) {
		return colors.get(tone);
	}

	/** A tint of the tone to put text on. */
	public Color soft(Tone tone) {
		return softs.get(tone);
	}
}
