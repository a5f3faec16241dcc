package id.posko.report.document;

import java.util.Arrays;

/**
 * A picture in a line of its own.
 *
 * @param bytes a PNG or JPEG file
 * @param width millimetres, as the height
 * @param description what a screen reader says
 */
public record Picture(byte[] bytes, double width, double height, String description, Align align)
		implements Block.Inner {

	private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
	private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

	/** @throws IllegalArgumentException if it is neither PNG nor JPEG, or has no size */
	public Picture {
		bytes = bytes.clone();
		if (!startsWith(bytes, PNG) && !startsWith(bytes, JPEG)) {
			throw new IllegalArgumentException("neither PNG nor JPEG: " + description);
		}
		if (!(width > 0 && height > 0)) {
			throw new IllegalArgumentException(width + " x " + height + " mm");
		}
	}

	@Override
	public byte[] bytes() {
		return bytes.clone();
	}

	private static boolean startsWith(byte[] bytes, byte[] head) {
		return bytes.length > head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
	}

	boolean isPng() {
		return startsWith(bytes, PNG);
	}
}
