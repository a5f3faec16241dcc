package id.posko.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Scrollable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneConsole.class)
class WindowTest {

	@Test
	void theConsoleOpensAndCloses(RunningConsole console) {
		assertEquals("Posko", console.ui(() -> console.shell().getText()));
		console.screenshot("window");
	}

	@Test
	void everyMenuHasAKeyOfItsOwn(RunningConsole console) {
		List<String> keys = console.ui(() -> Arrays.stream(console.shell().getMenuBar().getItems()).map(MenuItem::getText)
				.map(text -> text.substring(text.indexOf('&') + 1).substring(0, 1).toLowerCase()).toList());
		assertEquals(keys.size(), new HashSet<>(keys).size(), keys.toString());
		assertTrue(console.ui(() -> Arrays.stream(console.shell().getMenuBar().getItems())
				.allMatch(item -> item.getText().contains("&"))));
	}

	/** 1366 × 768: the screens of the offices. */
	@Test
	void nothingIsCutOnAnOfficesScreen(RunningConsole console) {
		Hands hands = new Hands(console);
		Point before = console.ui(() -> console.shell().getSize());
		console.ui(() -> {
			console.shell().setSize(1366, 768);
			return null;
		});
		for (String page : List.of("id.posko.app.home", "id.posko.health.ui.watch", "id.posko.inventory.ui.list")) {
			hands.await("rail." + page);
			hands.press("rail." + page);
			console.screenshot("office-" + page);
			console.until(() -> cut(console.shell()).isEmpty());
		}
		for (String key : List.of("board.table", "list.devices.table", "list.sites.table")) {
			console.until(() -> {
				Scrollable table = (Scrollable) console.find(key).orElseThrow();
				return !table.isVisible() || !table.getHorizontalBar().isVisible();
			});
		}
		console.ui(() -> {
			console.shell().setSize(before);
			return null;
		});
	}

	/** Words in one line that have less room than they need. */
	private static List<String> cut(Composite in) {
		List<String> cut = new ArrayList<>();
		for (Control child : in.getChildren()) {
			if (child instanceof Label label && label.isVisible() && (label.getStyle() & SWT.WRAP) == 0
					&& label.getSize().x < label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x) {
				cut.add(label.getText());
			} else if (child instanceof Composite inner) {
				cut.addAll(cut(inner));
			}
		}
		return cut;
	}
}
