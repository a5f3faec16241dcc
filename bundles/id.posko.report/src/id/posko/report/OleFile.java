package id.posko.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells what a compound file (MS-CFB) is by the names in its directory, which stand there in UTF-16LE. */
final class OleFile {

	private static final int PIECE = 1 << 16;
	private static final int OVERLAP = 64;

	private OleFile() {
	}

	static Refusal refusal(Path file) throws IOException {
		boolean excel = false;
		try (InputStream in = Files.newInputStream(file)) {
			byte[] piece = new byte[PIECE];
			int kept = 0;
			for (int got; (got = in.readNBytes(piece, kept, PIECE - kept)) > 0;) {
				String text = new String(piece, 0, kept + got, StandardCharsets.ISO_8859_1);
				if (text.contains(wide("EncryptedPackage"))) {
					return new Refusal(Fault.Code.ENCRYPTED);
				}
				excel |= text.contains(wide("Workbook")) || text.contains(wide("Book"));
				kept = Math.min(OVERLAP, text.length());
				System.arraycopy(piece, text.length() - kept, piece, 0, kept);
			}
		}
		return excel ? new Refusal(Fault.Code.OLD_EXCEL) : new Refusal(Fault.Code.WRONG_TYPE, Content.OLE.name());
	}

	private static String wide(String name) {
		return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
	}
}
