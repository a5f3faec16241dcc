package id.posko.staff;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody's own way into the console.
 *
 * @param name what is typed at sign-in: 2 to 40 of a–z, 0–9, dot, hyphen
 * @param fullName of the person, as letters are signed
 * @param active a retired account keeps its name in what it did and signs in no more
 */
public record Account(String name, String fullName, List<Post> posts, boolean active) {

	/** Who acts where no account exists. */
	public static final String LOCAL = "lokal";

	/** Who writes what the journal says of itself. */
	static final String CONSOLE = "posko";

	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}");

	public Account {
		posts = List.copyOf(posts);
	}

	public static boolean isName(String name) {
		return NAME.matcher(name).matches() && !name.equals(LOCAL) && !name.equals(CONSOLE);
	}

	/** As one who acts from there. */
	Actor at(String workstation) {
		return new Actor(name, fullName, posts, workstation);
	}

	/** Whether it can make and change accounts anywhere. */
	public boolean isAdministrator() {
		return active && posts.stream()
				.anyMatch(post -> post.scope().isEmpty() && Permissions.of(post.role()).contains(Permission.STAFF));
	}
}
