package id.posko.probe.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * One answer of a website, as far as it was read.
 *
 * @param body as it came over the line, at most {@link Collector#MOST} octets
 * @param isCut whether there was more of it
 */
record Page(int status, HttpHeaders headers, byte[] body, boolean isCut) {

	private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([a-z0-9][a-z0-9+._:-]{0,40})\"?");
	private static final int EXCERPT = 120;

	/** What the page says, and whether there was more of it. */
	record Source(String text, boolean isCut) {
	}

	boolean isRedirection() {
		return switch (status) {
		case 301, 302, 303, 307, 308 -> true;
		default -> false;
		};
	}

	boolean isGood() {
		return status >= 200 && status < 300;
	}

	Optional<String> header(String name) {
		return headers.firstValue(name).map(String::strip).filter(value -> !value.isEmpty());
	}

	/** {@code identity} where it is not told. */
	String encoding() {
		return header("Content-Encoding").map(name -> name.toLowerCase(Locale.ROOT)).orElse("identity");
	}

	boolean isReadable() {
		return switch (encoding()) {
		case "identity", "gzip", "x-gzip" -> true;
		default -> false;
		};
	}

	/**
	 * Unpacked, but not further than {@link Collector#MOST} octets.
	 *
	 * @throws IOException if it is damaged
	 */
	Source source() throws IOException {
		if (encoding().equals("identity")) {
			return new Source(new String(body, charset()), isCut);
		}
		ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
		byte[] buffer = new byte[16 << 10];
		try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				unpacked.write(buffer, 0, Math.min(read, Collector.MOST - unpacked.size()));
				if (unpacked.size() == Collector.MOST) {
					return new Source(unpacked.toString(charset()), true);
				}
			}
		} catch (IOException e) {
			if (!isCut) {
				throw e;
			}
		}
		return new Source(unpacked.toString(charset()), isCut);
	}

	private Charset charset() {
		Matcher named = CHARSET.matcher(header("Content-Type").orElse(""));
		if (!named.find()) {
			return StandardCharsets.UTF_8;
		}
		try {
			return Charset.forName(named.group(1));
		} catch (IllegalArgumentException _) {
			return StandardCharsets.ISO_8859_1;
		}
	}

	/** What came, as far as a person can read it: at most {@value #EXCERPT} characters. */
	static String excerpt(String text) {
		String start = text.substring(0, Math.min(EXCERPT, text.length())).replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "·")
				.strip();
		return start.isEmpty() ? "-" : start;
	}
}
