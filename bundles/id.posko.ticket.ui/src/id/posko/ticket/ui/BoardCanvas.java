package id.posko.ticket.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import id.posko.kit.Words;
import id.posko.ticket.Told;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Tone;

/** The tickets as cards, a column for each status. Arrow keys go from card to card, Enter opens the card's page. */
final class BoardCanvas {

	private static final int LEAST_WIDTH = 112;
	private static final int GAP = 8;
	private static final int HEAD = 46;
	private static final int CARD = 106;
	private static final int LINE = 19;
	private static final int TITLE_LINES = 3;
	private static final int MARK = 14;
	private static final int PADDING = 8;
	private static final int SCROLL = 40;

	private final ScrolledComposite scroll;
	private final Canvas canvas;
	private final Look look;
	private final Words words;
	private final Told told;
	private final Consumer<Long> choose;
	private final Runnable open;
	private List<BoardColumn> columns = List.of();
	private Optional<Long> at = Optional.empty();

	/** @param choose told the number of the card that was chosen @param open told that its page is wanted */
	BoardCanvas(Composite parent, Look look, Consumer<Long> choose, Runnable open) {
		this.look = look;
		this.choose = choose;
		this.open = open;
		words = Words.of(BoardCanvas.class, look.locale());
		told = new Told(look.locale());
		scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.getVerticalBar().setIncrement(SCROLL);
		look.paint(scroll, Tone.TEXT, Tone.SURFACE);
		canvas = Look.named(new Canvas(scroll, SWT.DOUBLE_BUFFERED), "board.cards");
		Look.spoken(canvas, () -> chosen().map(this::said).orElseGet(() -> words.say("board.empty")));
		look.follow(canvas, canvas::redraw);
		scroll.setContent(canvas);
		canvas.addListener(SWT.Paint, event -> paint(event.gc));
		canvas.addListener(SWT.MouseMove, event -> hover(at(event.x, event.y)));
		canvas.addListener(SWT.MouseDown, event -> at(event.x, event.y).ifPresent(this::go));
		canvas.addListener(SWT.MouseDoubleClick, event -> at(event.x, event.y).ifPresent(_ -> open.run()));
		canvas.addListener(SWT.KeyDown, event -> press(event.keyCode));
		canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		canvas.addListener(SWT.FocusIn, _ -> canvas.redraw());
		canvas.addListener(SWT.FocusOut, _ -> canvas.redraw());
	}

	Composite control() {
		return scroll;
	}

	void focus() {
		canvas.setFocus();
	}

	void show(List<BoardColumn> now) {
		columns = now;
		int most = now.stream().mapToInt(column -> column.lines().size()).max().orElse(0);
		scroll.setMinSize(now.size() * (LEAST_WIDTH + GAP) + GAP, HEAD + most * (CARD + GAP) + GAP);
		canvas.redraw();
	}

	/** Shows as chosen what was chosen elsewhere. */
	void mark(long number) {
		at = Optional.of(number);
		canvas.redraw();
	}

	private int width() {
		return columns.isEmpty() ? LEAST_WIDTH
				: Math.max(LEAST_WIDTH, (canvas.getClientArea().width - GAP) / columns.size() - GAP);
	}

	private Rectangle box(int column, int row) {
		return new Rectangle(GAP + column * (width() + GAP), HEAD + row * (CARD + GAP), width(), CARD);
	}

	private Optional<TicketLine> at(int x, int y) {
		for (int column = 0; column < columns.size(); column++) {
			for (int row = 0; row < columns.get(column).lines().size(); row++) {
				if (box(column, row).contains(x, y)) {
					return Optional.of(columns.get(column).lines().get(row));
				}
			}
		}
		return Optional.empty();
	}

	private Optional<TicketLine> chosen() {
		return columns.stream().flatMap(column -> column.lines().stream())
				.filter(this::isAt).findFirst();
	}

	private String said(TicketLine line) {
		return words.say("board.card", line.ticket().number() + "", line.ticket().draft().title(), line.site(),
				told.status(line.ticket().status()), words.say("list.mark." + line.plight()));
	}

	private void hover(Optional<TicketLine> line) {
		canvas.setCursor(line.isPresent() ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
		String tip = line.map(card -> said(card).replace("&", "&&")).orElse(null);
		if (!Objects.equals(tip, canvas.getToolTipText())) {
			canvas.setToolTipText(tip);
		}
	}

	private void go(TicketLine line) {
		at = Optional.of(line.ticket().number());
		canvas.redraw();
		choose.accept(line.ticket().number());
	}

	private void press(int key) {
		if ((key == SWT.CR || key == SWT.KEYPAD_CR) && chosen().isPresent()) {
			open.run();
			return;
		}
		Point to = beside(key);
		if (to.x >= 0) {
			go(columns.get(to.x).lines().get(to.y));
			reveal(box(to.x, to.y));
		}
	}

	/** Column and row of where a key leads to; (-1, -1) for nowhere. */
	private Point beside(int key) {
		for (int column = 0; column < columns.size(); column++) {
			List<TicketLine> lines = columns.get(column).lines();
			for (int row = 0; row < lines.size(); row++) {
				if (isAt(lines.get(row))) {
					return switch (key) {
						case SWT.ARROW_DOWN -> new Point(column, Math.min(row + 1, lines.size() - 1));
						case SWT.ARROW_UP -> new Point(column, Math.max(row - 1, 0));
						case SWT.ARROW_RIGHT -> next(column, row, 1);
						case SWT.ARROW_LEFT -> next(column, row, -1);
						case SWT.HOME -> next(-1, 0, 1);
						case SWT.END -> next(columns.size(), 0, -1);
						default -> new Point(-1, -1);
					};
				}
			}
		}
		return key == SWT.HOME || key == SWT.ARROW_RIGHT || key == SWT.ARROW_DOWN ? next(-1, 0, 1) : new Point(-1, -1);
	}

	private boolean isAt(TicketLine line) {
		return at.filter(number -> number == line.ticket().number()).isPresent();
	}

	/** In the next column that has cards. */
	private Point next(int column, int row, int step) {
		for (int i = column + step; i >= 0 && i < columns.size(); i += step) {
			int size = columns.get(i).lines().size();
			if (size > 0) {
				return new Point(i, Math.min(row, size - 1));
			}
		}
		return new Point(-1, -1);
	}

	private void reveal(Rectangle box) {
		Point origin = scroll.getOrigin();
		Rectangle seen = scroll.getClientArea();
		int x = box.x < origin.x ? box.x - GAP : Math.max(origin.x, box.x + box.width + GAP - seen.width);
		int y = box.y < origin.y ? box.y - HEAD : Math.max(origin.y, box.y + box.height + GAP - seen.height);
		scroll.setOrigin(x, y);
	}

	private void paint(GC gc) {
		Ink ink = new Ink(gc, look);
		Rectangle all = canvas.getClientArea();
		ink.fill(all, look.color(Tone.SURFACE));
		for (int i = 0; i < columns.size(); i++) {
			BoardColumn column = columns.get(i);
			int left = GAP + i * (width() + GAP);
			ink.fillRound(new Rectangle(left, 2, width(), all.height - GAP), 6, look.color(Tone.RAISED));
			String count = column.lines().size() + "";
			int counted = ink.extent(count, look.font(Face.PLAIN)).x;
			lines(ink, told.status(column.status()), new Rectangle(left + PADDING, 4, width() - 3 * PADDING - counted, LINE), 2,
					look.font(Face.BOLD));
			ink.text(count, new Rectangle(left + width() - PADDING - counted, 4, counted, LINE), look.font(Face.PLAIN),
					look.color(Tone.MUTED));
			for (int row = 0; row < column.lines().size(); row++) {
				card(ink, column.lines().get(row), box(i, row));
			}
		}
	}

	private void card(Ink ink, TicketLine line, Rectangle whole) {
		Rectangle box = new Rectangle(whole.x + 4, whole.y, whole.width - 8, whole.height);
		boolean isAt = isAt(line);
		ink.fillRound(box, 5, look.color(isAt ? Tone.SELECTED : Tone.SURFACE));
		ink.frameRound(box, 5, look.color(isAt && canvas.isFocusControl() ? Tone.ACCENT : Tone.LINE));
		int left = box.x + PADDING;
		int width = box.width - 2 * PADDING;
		int y = box.y + 4;
		ink.mark(line.plight().mark(), left, y + 3, MARK);
		String number = "#" + line.ticket().number();
		int numbered = ink.extent(number, look.font(Face.BOLD)).x;
		ink.text(number, new Rectangle(left + MARK + 6, y, numbered, LINE), look.font(Face.BOLD), look.color(Tone.TEXT));
		int after = MARK + numbered + 14;
		ink.text(line.ticket().assignee().orElse(""), new Rectangle(left + after, y, width - after, LINE),
				look.font(Face.SMALL), look.color(Tone.MUTED), SWT.RIGHT);
		lines(ink, line.ticket().draft().title(), new Rectangle(left, y + LINE, width, LINE), TITLE_LINES,
				look.font(Face.PLAIN));
		String due = words.say("board.due", line.due());
		boolean hasRoom = ink.extent(due, look.font(Face.SMALL)).x <= width;
		ink.text(line.due().isEmpty() ? line.opened() : hasRoom ? due : line.due(),
				new Rectangle(left, y + (1 + TITLE_LINES) * LINE, width, LINE), look.font(Face.SMALL), look.color(Tone.MUTED));
	}

	/** In at most so many lines; what does not fit into the last ends in …. @param first its box */
	private void lines(Ink ink, String text, Rectangle first, int most, Font font) {
		String left = text;
		for (int i = 0; i < most; i++) {
			String line = i == most - 1 ? left : begin(ink, left, first.width, font);
			ink.text(line, new Rectangle(first.x, first.y + i * LINE, first.width, LINE), font, look.color(Tone.TEXT));
			left = left.substring(line.length()).strip();
		}
	}

	/** As many whole words as fit into a line. */
	private static String begin(Ink ink, String text, int width, Font font) {
		int end = text.length();
		while (end > 0 && ink.extent(text.substring(0, end), font).x > width) {
			end = text.lastIndexOf(' ', end - 1);
		}
		return end <= 0 ? text : text.substring(0, end);
	}
}
