package id.posko.tests;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** What a person does with the running console: finds things by their names, presses, types and reads. */
record Hands(RunningConsole console) {

	private static final String MISTAKE = "Terjadi kesalahan pada Posko";

	private Control control(String key) {
		return console.find(key).orElseThrow(() -> new AssertionError("nothing is named " + key));
	}

	/** Waits until it is there. */
	void await(String key) {
		reach(() -> console.find(key).isPresent());
	}

	/** Waits for the window to get there; a mistake that it says on the way is one. */
	private void reach(BooleanSupplier goal) {
		console.until(() -> {
			console.find("toast.text").map(Hands::text).filter(said -> said.startsWith(MISTAKE))
					.ifPresent(said -> {
						throw new AssertionError(said);
					});
			return goal.getAsBoolean();
		});
	}

	boolean isThere(String key) {
		return console.find(key).isPresent();
	}

	boolean isEnabled(String key) {
		return console.ui(() -> control(key).isEnabled());
	}

	/** As soon as it is there. */
	void press(String key) {
		await(key);
		console.ui(() -> {
			control(key).notifyListeners(SWT.Selection, new Event());
			return null;
		});
	}

	void type(String key, String text) {
		console.ui(() -> {
			((Text) control(key)).setText(text);
			return null;
		});
	}

	/** What stands in a field. */
	String typed(String key) {
		return console.ui(() -> ((Text) control(key)).getText());
	}

	/** What is read out of something drawn. */
	String spoken(String key) {
		return console.ui(() -> spoken(control(key)));
	}

	/** Null if nothing is. */
	private static String spoken(Control control) {
		return control.getData("id.posko.spoken") instanceof Supplier<?> sentence ? String.valueOf(sentence.get()) : null;
	}

	/** What is drawn by us and has no words: neither those of its own nor a button's. */
	List<String> unspoken() {
		return console.ui(() -> drawn(console.shell()).filter(canvas -> spoken(canvas) == null)
				.map(canvas -> canvas.getClass().getSimpleName() + " " + canvas.getData(RunningConsole.KEY)).toList());
	}

	private static Stream<Control> drawn(Composite in) {
		return Arrays.stream(in.getChildren()).flatMap(control -> {
			boolean isDrawn = control.getClass() == Canvas.class || control instanceof Canvas
					&& control.getClass().getName().startsWith("id.posko.health.ui.");
			Stream<Control> inside = control instanceof Composite composite ? drawn(composite) : Stream.empty();
			return isDrawn ? Stream.concat(Stream.of(control), inside) : inside;
		}).filter(control -> !String.valueOf(control.getData(RunningConsole.KEY)).startsWith("status."));
	}

	/** The key that leads from a filter box into its table. */
	void down(String key) {
		strike(key, SWT.NONE, SWT.ARROW_DOWN);
	}

	/** Strikes a key, with SWT.MOD1 for Ctrl. */
	void strike(String key, int modifiers, int code) {
		console.ui(() -> {
			Event struck = new Event();
			struck.type = SWT.KeyDown;
			struck.stateMask = modifiers;
			struck.keyCode = code;
			struck.character = (char) (code < 0x80 ? code : 0);
			control(key).notifyListeners(SWT.KeyDown, struck);
			return null;
		});
	}

	/** Whether Tab leads on from there to the next thing. */
	boolean leadsOnByTab(String key) {
		return console.ui(() -> {
			Event tab = new Event();
			tab.detail = SWT.TRAVERSE_TAB_NEXT;
			control(key).notifyListeners(SWT.Traverse, tab);
			return tab.doit;
		});
	}

	/** What is selected in a field, to be written over. */
	String marked(String key) {
		return console.ui(() -> ((Text) control(key)).getSelectionText());
	}

	boolean isSeen(String key) {
		return console.ui(() -> console.find(key).filter(Control::isVisible).isPresent());
	}

	/** Where it lies on the screen. */
	Rectangle place(String key) {
		return console.ui(() -> {
			Control control = control(key);
			return control.getDisplay().map(control, null, new Rectangle(0, 0, control.getSize().x, control.getSize().y));
		});
	}

	/** Puts or takes away the tick of an entry in a list. */
	void tick(String key, String entry, boolean on) {
		console.ui(() -> {
			Arrays.stream(((Table) control(key)).getItems()).filter(item -> item.getText().equals(entry)).findFirst()
					.orElseThrow(() -> new AssertionError("no entry " + entry)).setChecked(on);
			return null;
		});
	}

	/** Chooses a top entry of a tree, as soon as it is there. */
	void pick(String key, String entry) {
		console.until(() -> {
			Tree tree = (Tree) control(key);
			Optional<TreeItem> item = Arrays.stream(tree.getItems()).filter(each -> each.getText().equals(entry)).findFirst();
			item.ifPresent(found -> {
				Event picked = new Event();
				picked.item = found;
				tree.setSelection(found);
				tree.notifyListeners(SWT.Selection, picked);
			});
			return item.isPresent();
		});
	}

	/** Chooses an entry of a list that drops down. */
	void select(String key, String entry) {
		console.ui(() -> {
			Combo list = (Combo) control(key);
			if (list.indexOf(entry) < 0) {
				throw new AssertionError("no entry " + entry);
			}
			list.select(list.indexOf(entry));
			list.notifyListeners(SWT.Selection, new Event());
			return null;
		});
	}

	/** Lets a file fall onto it. */
	void drop(String key, Path file) {
		console.ui(() -> {
			Event dropped = new Event();
			dropped.data = new String[] { file.toString() };
			((DropTarget) control(key).getData(DND.DROP_TARGET_KEY)).notifyListeners(DND.Drop, dropped);
			return null;
		});
	}

	/** The text on the clipboard. */
	String copied() {
		return console.ui(() -> {
			Clipboard clipboard = new Clipboard(console.shell().getDisplay());
			String text = (String) clipboard.getContents(TextTransfer.getInstance());
			clipboard.dispose();
			return text;
		});
	}

	String read(String key) {
		return console.ui(() -> text(control(key)));
	}

	void awaitText(String key, String part) {
		reach(() -> console.find(key).map(Hands::text).filter(t -> t.contains(part)).isPresent());
	}

	private static String text(Control control) {
		return switch (control) {
		case CLabel line -> line.getText();
		case Text lines -> lines.getText();
		default -> ((Label) control).getText();
		};
	}

	/** Brings a part to the front by its tab. */
	void openTab(String label) {
		console.ui(() -> {
			if (!openTab(console.shell(), label)) {
				throw new AssertionError("no tab " + label);
			}
			return null;
		});
	}

	private static boolean openTab(Composite in, String label) {
		if (in instanceof CTabFolder folder) {
			for (int i = 0; i < folder.getItemCount(); i++) {
				if (folder.getItem(i).getText().equals(label)) {
					folder.setSelection(i);
					Event selected = new Event();
					selected.item = folder.getItem(i);
					folder.notifyListeners(SWT.Selection, selected);
					return true;
				}
			}
		}
		return Arrays.stream(in.getChildren()).anyMatch(c -> c instanceof Composite inner && openTab(inner, label));
	}

	/** Chooses an entry of the menu bar. */
	void choose(String... path) {
		console.ui(() -> {
			Menu opened = console.shell().getMenuBar();
			for (String menu : List.of(path).subList(0, path.length - 1)) {
				opened = item(opened, menu).getMenu();
				opened.notifyListeners(SWT.Show, new Event());
			}
			MenuItem chosen = item(opened, path[path.length - 1]);
			if ((chosen.getStyle() & SWT.CHECK) != 0) {
				chosen.setSelection(!chosen.getSelection());
			}
			for (MenuItem item : opened.getItems()) {
				if ((item.getStyle() & SWT.RADIO) != 0) {
					item.setSelection(item == chosen);
				}
			}
			chosen.notifyListeners(SWT.Selection, new Event());
			opened.notifyListeners(SWT.Hide, new Event());
			return null;
		});
	}

	private static MenuItem item(Menu menu, String label) {
		return Arrays.stream(menu.getItems()).filter(i -> i.getText().replace("&", "").startsWith(label)).findFirst()
				.orElseThrow(() -> new AssertionError("no menu entry " + label + " in "
						+ Arrays.stream(menu.getItems()).map(MenuItem::getText).toList()));
	}
}
