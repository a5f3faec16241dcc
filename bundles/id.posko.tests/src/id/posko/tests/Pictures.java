package id.posko.tests;

import java.util.List;

import org.eclipse.swt.graphics.Point;

/** Screenshots of the running window as people see it: on a small and on a large screen, light and dark. */
record Pictures(RunningConsole console, Hands hands) {

	private static final List<Point> SCREENS = List.of(new Point(1366, 768), new Point(1920, 1080));

	/** @param name of the files, with the width of the screen or {@code dark} behind it */
	void take(String name) {
		Point before = console.ui(() -> console.shell().getSize());
		for (Point screen : SCREENS) {
			size(screen);
			once(name + "-" + screen.x);
		}
		hands.choose("Tampilan", "Gelap");
		once(name + "-dark");
		hands.choose("Tampilan", "Terang");
		size(before);
	}

	private void size(Point size) {
		console.ui(() -> {
			console.shell().setSize(size);
			return null;
		});
	}

	/** As the window is. Taken twice: the first one is of what is drawn only now. */
	void once(String name) {
		console.screenshot(name);
		console.screenshot(name);
	}
}
