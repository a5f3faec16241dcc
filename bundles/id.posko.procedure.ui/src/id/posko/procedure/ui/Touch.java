package id.posko.procedure.ui;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;

import id.posko.ui.table.LiveTable;

/** A person goes to a row by mouse or keyboard, also to the one that is selected already. */
final class Touch {

	private Touch() {
	}

	static <R> void of(LiveTable<?, R> table, Consumer<R> then) {
		for (int type : new int[] { SWT.MouseUp, SWT.KeyUp }) {
			table.table().addListener(type, event -> {
				List<R> rows = table.selection();
				boolean isMove = type == SWT.MouseUp ? event.button == 1
						: event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.ARROW_DOWN;
				if (rows.size() == 1 && isMove) {
					then.accept(rows.getFirst());
				}
			});
		}
	}
}
