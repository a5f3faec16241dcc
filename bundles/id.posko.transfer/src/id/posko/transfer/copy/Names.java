package id.posko.transfer.copy;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Names of files below a folder: the path of their URI (RFC 3986), {@code /} between folders. So a name that is no text
 * in this system's encoding comes through octet by octet, and none holds a blank, tab or line end.
 */
public final class Names {

	/** What is the same in a URI, and is so for nearly all files. */
	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~/-]*");

	private final Path folder;
	private final String prefix;

	public Names(Path folder) {
		this.folder = folder;
		String uri = folder.toUri().toString();
		prefix = uri.endsWith("/") ? uri : uri + "/";
	}

	/** @param file below the folder, and none itself */
	public String of(Path file) {
		String plain = folder.relativize(file).toString();
		if (PLAIN.matcher(plain).matches()) {
			return plain;
		}
		String uri = file.toUri().toString();
		if (!uri.startsWith(prefix)) {
			throw new IllegalArgumentException(file + " is not below " + folder);
		}
		return uri.substring(prefix.length());
	}

	/** @throws java.nio.file.InvalidPathException if this file system can bear no such name */
	public Path file(String name) {
		return PLAIN.matcher(name).matches() ? folder.resolve(name) : file(URI.create(prefix + name));
	}

	private Path file(URI uri) {
		return folder.getFileSystem().provider().getPath(uri);
	}

	/** The name of a text, such as one in a manifest. */
	public static String of(String text) {
		StringBuilder name = new StringBuilder();
		for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (octet & 0xff);
			if (c < 0x80 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0)) {
				name.append(c);
			} else {
				name.append("%%%02X".formatted((int) c));
			}
		}
		return name.toString();
	}

	/** For people: what is no UTF-8 is shown as a replacement character. */
	public static String shown(String name) {
		return new String(octets(name), StandardCharsets.UTF_8);
	}

	static byte[] octets(String name) {
		ByteArrayOutputStream octets = new ByteArrayOutputStream(name.length());
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (c == '%' && i + 2 < name.length()) {
				octets.write(Integer.parseInt(name.substring(i + 1, i + 3), 16));
				i += 2;
			} else if (c < 0x80) {
				octets.write(c);
			} else {
				int end = i + (Character.isHighSurrogate(c) && i + 1 < name.length() ? 2 : 1);
				octets.writeBytes(name.substring(i, end).getBytes(StandardCharsets.UTF_8));
				i = end - 1;
			}
		}
		return octets.toByteArray();
	}
}
