package id.posko.staff;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import id.posko.kit.RegionCode;

/**
 * Who does something, and from where: somebody signed in, or whoever sits at the machine as long as there are no
 * accounts.
 *
 * @param name of the account
 * @param workstation the machine he sits at
 */
public record Actor(String name, String fullName, List<Post> posts, String workstation) {

	public Actor {
		posts = List.copyOf(posts);
	}

	/** With every role. */
	static Actor local(String workstation) {
		return new Actor(Account.LOCAL, Account.LOCAL,
				Stream.of(Role.values()).map(role -> new Post(role, Optional.empty())).toList(), workstation);
	}

	/** The console itself: what its journal says of itself. */
	public static Actor console(String workstation) {
		return new Actor(Account.CONSOLE, Account.CONSOLE, List.of(), workstation);
	}

	/** In the place; empty: in the whole office. */
	public boolean may(Permission permission, Optional<RegionCode> where) {
		return posts.stream().anyMatch(post -> post.covers(where) && Permissions.of(post.role()).contains(permission));
	}

	/** In any place at all. */
	public boolean may(Permission permission) {
		return posts.stream().anyMatch(post -> Permissions.of(post.role()).contains(permission));
	}

	/** Holds the role for that place; empty: for the whole office. */
	public boolean is(Role role, Optional<RegionCode> where) {
		return posts.stream().anyMatch(post -> post.role() == role && post.covers(where));
	}
}
