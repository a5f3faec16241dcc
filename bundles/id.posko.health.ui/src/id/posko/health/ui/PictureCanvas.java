package id.posko.health.ui;

import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import id.posko.health.Picture;
import id.posko.health.Spoken;
import id.posko.kit.Words;
import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Tone;

/** What a camera showed last, as large as it fits, with its time. */
final class PictureCanvas extends Canvas {

	private static final int LINE = 24;

	private final Look look;
	private final Words words;
	private Optional<Picture> shown = Optional.empty();
	private Optional<Image> image = Optional.empty();
	private boolean isUnreadable;

	PictureCanvas(Composite parent, Look look, Words words) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.look = look;
		this.words = words;
		Look.spoken(this, () -> shown.map(this::told).orElse(""));
		look.follow(this, this::redraw);
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.Dispose, _ -> image.ifPresent(Image::dispose));
	}

	/** The picture is decoded on a thread of its own; one that comes too late is dropped. */
	void show(Picture picture) {
		if (shown.filter(is -> is == picture).isPresent()) {
			return;
		}
		shown = Optional.of(picture);
		Thread.ofVirtual().name("picture").start(() -> {
			Optional<ImageData> data = decoded(picture.jpeg());
			look.later(this, () -> {
				if (shown.filter(is -> is == picture).isPresent()) {
					image.ifPresent(Image::dispose);
					image = data.map(pixels -> new Image(getDisplay(), pixels));
					isUnreadable = data.isEmpty();
					redraw();
				}
			});
		});
	}

	static Optional<ImageData> decoded(byte[] jpeg) {
		try {
			return Optional.of(new ImageData(new ByteArrayInputStream(jpeg)));
		} catch (SWTException _) {
			return Optional.empty();
		}
	}

	private void paint(GC gc) {
		Ink ink = new Ink(gc, look);
		Rectangle area = getClientArea();
		ink.fill(area, look.color(Tone.SURFACE));
		shown.ifPresent(picture -> ink.text(told(picture),
				new Rectangle(0, area.height - LINE, area.width, LINE), look.font(Face.SMALL), look.color(Tone.MUTED)));
		image.ifPresent(is -> {
			Rectangle whole = is.getBounds();
			Rectangle box = fitted(whole, new Rectangle(0, 0, area.width, area.height - LINE));
			gc.setInterpolation(SWT.HIGH);
			gc.drawImage(is, 0, 0, whole.width, whole.height, box.x, box.y, box.width, box.height);
			ink.frameRound(box, 2, look.color(Tone.LINE));
		});
	}

	private String told(Picture picture) {
		return words.say(isUnreadable ? "picture.unreadable" : "picture.taken",
				new Spoken(look.locale()).time(picture.taken(), InstantSource.system().instant()));
	}

	/** As large as fits into the area without a change of shape, at its top left; never enlarged. */
	static Rectangle fitted(Rectangle picture, Rectangle area) {
		double scale = Math.min(1, Math.min((double) area.width / picture.width, (double) area.height / picture.height));
		return new Rectangle(area.x, area.y, Math.max(1, (int) Math.round(picture.width * scale)),
				Math.max(1, (int) Math.round(picture.height * scale)));
	}
}
