package id.posko.ui;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** A button in the house style: an icon, a word, or both. Reached by Tab, pressed by Space, Enter or the mouse. */
public final class PushButton extends Canvas {

	/** How much a button asks to be pressed. */
	public enum Weight {
		/** The one thing to do next. */
		MAIN,
		/** A frame around it. */
		NORMAL,
		/** No frame: in a row of tools. */
		TOOL
	}

	private static final int ICON = 18;
	private static final int GAP = 7;

	private final Look look;
	private final Weight weight;
	private final Optional<Glyph> glyph;
	private String word;
	private Tone ground = Tone.SURFACE;
	private boolean isHovered;
	private boolean isPressed;
	private boolean isOn;

	public PushButton(Composite parent, Look look, Weight weight, Glyph glyph, String word, Runnable act) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.look = look;
		this.weight = weight;
		this.glyph = Optional.ofNullable(glyph);
		this.word = word;
		look.follow(this, this::redraw);
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.MouseEnter, _ -> hover(true));
		addListener(SWT.MouseExit, _ -> hover(false));
		addListener(SWT.MouseDown, event -> {
			if (event.button == 1) {
				press(true);
				forceFocus();
			}
		});
		addListener(SWT.MouseUp, event -> {
			boolean was = isPressed;
			press(false);
			if (was && getClientArea().contains(event.x, event.y)) {
				notifyListeners(SWT.Selection, new Event());
			}
		});
		addListener(SWT.KeyDown, event -> {
			if (event.character == ' ' || event.character == SWT.CR) {
				notifyListeners(SWT.Selection, new Event());
			}
		});
		addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
		addListener(SWT.FocusIn, _ -> redraw());
		addListener(SWT.FocusOut, _ -> redraw());
		addListener(SWT.Selection, _ -> act.run());
		describe();
	}

	/** An icon alone: the word is its tool tip. */
	public static PushButton icon(Composite parent, Look look, Glyph glyph, String toolTip, Runnable act) {
		PushButton button = new PushButton(parent, look, Weight.TOOL, glyph, "", act);
		button.setToolTipText(toolTip);
		return button;
	}

	private void describe() {
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = word.isEmpty() ? getToolTipText() : word;
			}
		});
		getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getRole(AccessibleControlEvent event) {
				event.detail = ACC.ROLE_PUSHBUTTON;
			}
		});
	}

	/** The tone it lies on, if that is not the surface of a card. */
	public PushButton on(Tone newGround) {
		ground = newGround;
		return this;
	}

	public void setWord(String newWord) {
		word = newWord;
		redraw();
	}

	public String word() {
		return word;
	}

	public boolean isOn() {
		return isOn;
	}

	/** Drawn as switched on. */
	public void setOn(boolean nowOn) {
		isOn = nowOn;
		redraw();
	}

	@Override
	public void setEnabled(boolean enabled) {
		super.setEnabled(enabled);
		redraw();
	}

	private void hover(boolean over) {
		isHovered = over;
		redraw();
	}

	private void press(boolean down) {
		isPressed = down;
		redraw();
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		GC gc = new GC(this);
		Point text = new Ink(gc, look).extent(word.isEmpty() ? "X" : word, look.font(face()));
		gc.dispose();
		int padding = weight == Weight.TOOL ? 8 : 14;
		int content = (glyph.isPresent() ? ICON : 0) + (word.isEmpty() ? 0 : text.x)
				+ (glyph.isPresent() && !word.isEmpty() ? GAP : 0);
		int height = Math.max(ICON, text.y) + (weight == Weight.TOOL ? 10 : 14);
		return new Point(widthHint == SWT.DEFAULT ? content + 2 * padding : widthHint,
				heightHint == SWT.DEFAULT ? height : heightHint);
	}

	private Face face() {
		return weight == Weight.MAIN ? Face.BOLD : Face.PLAIN;
	}

	private void paint(GC gc) {
		Ink ink = new Ink(gc, look);
		Rectangle box = getClientArea();
		ink.fill(box, look.color(ground));
		boolean isMain = weight == Weight.MAIN && isEnabled();
		Palette palette = look.palette();
		if (isMain) {
			ink.fillRound(box, 5, palette.of(Tone.ACCENT));
		} else if (isEnabled() && (isHovered || isOn)) {
			ink.fillRound(box, 5, isPressed || isOn ? palette.of(Tone.SELECTED) : palette.of(Tone.HOVER));
		}
		if (weight != Weight.TOOL && !isMain) {
			ink.frameRound(box, 5, palette.of(Tone.LINE));
		}
		Tone tone = isMain ? Tone.ON_ACCENT : !isEnabled() ? Tone.FAINT : Tone.TEXT;
		int textWidth = word.isEmpty() ? 0 : ink.extent(word, look.font(face())).x;
		int content = (glyph.isPresent() ? ICON : 0) + textWidth + (glyph.isPresent() && !word.isEmpty() ? GAP : 0);
		int x = box.x + Math.max(4, (box.width - content) / 2);
		if (glyph.isPresent()) {
			ink.glyph(glyph.get(), x, box.y + (box.height - ICON) / 2, ICON, look.color(tone));
			x += ICON + GAP;
		}
		ink.text(word, new Rectangle(x, box.y, box.width - x, box.height), look.font(face()), look.color(tone));
		if (isFocusControl()) {
			ink.frameRound(new Rectangle(box.x + 2, box.y + 2, box.width - 4, box.height - 4), 3,
					palette.of(isMain ? Tone.ON_ACCENT : Tone.ACCENT));
		}
	}
}
