package id.posko.transfer.backup;

import java.util.regex.Pattern;

/** A path, in the last name of which {@code *} and {@code ?} stand for any; of a Linux or Windows machine. */
record FilePattern(String folder, Pattern name) {

	static FilePattern of(String path) {
		String name = name(path);
		StringBuilder regex = new StringBuilder();
		name.codePoints().forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
		return new FilePattern(folder(path), Pattern.compile(regex.toString()));
	}

	private static int slash(String path) {
		return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
	}

	/** With the slash at its end. */
	static String folder(String path) {
		return path.substring(0, slash(path) + 1);
	}

	static String name(String path) {
		return path.substring(slash(path) + 1);
	}

	boolean matches(String fileName) {
		return name.matcher(fileName).matches();
	}
}
