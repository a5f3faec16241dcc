package id.posko.ui;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;

/** A person may drop a file onto a control and all that lies in it. */
public final class FileDrop {

	private FileDrop() {
	}

	/** @param then gets the file, the first of several; UI thread */
	public static void onto(Control control, Consumer<Path> then) {
		DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
		target.setTransfer(FileTransfer.getInstance());
		target.addListener(DND.DragEnter, event -> event.detail = DND.DROP_COPY);
		target.addListener(DND.Drop, event -> {
			if (event.data instanceof String[] files && files.length > 0) {
				then.accept(Path.of(files[0]));
			}
		});
	}
}
