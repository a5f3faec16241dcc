package id.posko.ui;

import org.eclipse.swt.SWT;

/** The sizes and weights of text: the system's own font, a little larger, smaller or heavier. */
public enum Face {
	PLAIN(0, SWT.NORMAL), BOLD(0, SWT.BOLD), SMALL(-1, SWT.NORMAL), HEADING(2, SWT.BOLD), TITLE(6, SWT.BOLD),
	FIGURE(12, SWT.BOLD);

	final int morePoints;
	final int style;

	Face(int morePoints, int style) {
		this.morePoints = morePoints;
		this.style = style;
	}
}
