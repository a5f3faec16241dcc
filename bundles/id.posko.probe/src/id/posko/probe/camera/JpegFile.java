package id.posko.probe.camera;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A JPEG file (ITU-T T.81) of a camera whose frame is sound and within limits, without the notes, thumbnails and
 * profiles that it carried.
 *
 * @param print the same for the same compressed picture only, whatever its notes say
 */
record JpegFile(byte[] octets, int width, int height, String print) {

	/** Of a picture to be decoded at all. */
	static final int MOST_PIXELS = 16 << 20;
	/** A progressive picture has some ten; each costs as much as the whole picture. */
	private static final int MOST_SCANS = 32;
	private static final int BASELINE = 0xc0;
	private static final int PROGRESSIVE = 0xc2;

	/** @throws CameraFault if it is no picture that can be examined, with the reason */
	static JpegFile of(byte[] file) throws CameraFault {
		return new Walk(file).all();
	}

	/** From marker to marker. */
	private static final class Walk {

		private final byte[] file;
		private final ByteArrayOutputStream out;
		private int at;
		private int width;
		private int height;
		private int firstScan;
		private int scans;
		private boolean hasCodes;

		Walk(byte[] file) {
			this.file = file;
			out = new ByteArrayOutputStream(file.length + 512);
		}

		JpegFile all() throws CameraFault {
			if (file.length < 4 || octet(0) != 0xff || octet(1) != JpegParts.SOI) {
				throw damaged("SOI");
			}
			at = 2;
			JpegParts.begin(out);
			for (int marker = marker(); marker != JpegParts.EOI; marker = marker()) {
				int from = at;
				int length = at + 2 > file.length ? 0 : octet(at) << 8 | octet(at + 1);
				if (length < 2 || at + length > file.length) {
					throw damaged(Integer.toHexString(marker));
				}
				at += length;
				segment(marker, from, length);
			}
			if (scans == 0) {
				throw damaged("SOS");
			}
			JpegParts.marker(out, JpegParts.EOI);
			return new JpegFile(out.toByteArray(), width, height, print());
		}

		private int marker() throws CameraFault {
			if (at + 2 > file.length || octet(at) != 0xff) {
				throw damaged("EOI");
			}
			while (at < file.length && octet(at) == 0xff) {
				at++;
			}
			if (at == file.length) {
				throw damaged("EOI");
			}
			return octet(at++);
		}

		private void segment(int marker, int from, int length) throws CameraFault {
			switch (marker) {
			case BASELINE, BASELINE + 1, PROGRESSIVE -> frame(from, length);
			case JpegParts.DHT -> hasCodes = true;
			case JpegParts.DQT, JpegParts.DRI -> {
			}
			case JpegParts.SOS -> {
				if (width == 0 || ++scans > MOST_SCANS) {
					throw damaged("SOS " + scans);
				}
				if (!hasCodes) {
					JpegParts.codes(out);
					hasCodes = true;
				}
				firstScan = firstScan == 0 ? from : firstScan;
				compressed();
			}
			default -> {
				boolean isNote = marker >= JpegParts.APP0 && marker < JpegParts.APP0 + 16 || marker == 0xfe;
				if (!isNote) {
					throw damaged(Integer.toHexString(marker));
				}
				return;
			}
			}
			JpegParts.marker(out, marker);
			out.write(file, from, at - from);
		}

		private void frame(int from, int length) throws CameraFault {
			if (width != 0 || length < 8) {
				throw damaged("SOF");
			}
			int bits = octet(from + 2);
			height = octet(from + 3) << 8 | octet(from + 4);
			width = octet(from + 5) << 8 | octet(from + 6);
			int components = octet(from + 7);
			if (bits != 8 || width == 0 || height == 0 || components != 1 && components != 3
					|| length != 8 + 3 * components) {
				throw damaged(width + "×" + height + "×" + components + "×" + bits);
			}
			if ((long) width * height > MOST_PIXELS) {
				throw new CameraFault("camera_picture_large", width, height);
			}
		}

		/** To the next marker that is none of a restart (T.81, B.1.1.2). */
		private void compressed() throws CameraFault {
			while (at + 1 < file.length) {
				int code = octet(at + 1);
				if (octet(at) == 0xff && code != 0 && code != 0xff && (code < 0xd0 || code > 0xd7)) {
					return;
				}
				at++;
			}
			throw damaged("EOI");
		}

		private int octet(int index) {
			return file[index] & 0xff;
		}

		private String print() {
			try {
				MessageDigest digest = MessageDigest.getInstance("SHA-256");
				digest.update(file, firstScan, at - firstScan);
				return HexFormat.of().formatHex(digest.digest());
			} catch (NoSuchAlgorithmException e) {
				throw new IllegalStateException(e);
			}
		}

		private static CameraFault damaged(String where) {
			return new CameraFault("camera_picture_damaged", where);
		}
	}
}
