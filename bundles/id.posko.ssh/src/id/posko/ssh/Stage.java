package id.posko.ssh;

/** How far it has come with a machine. */
public enum Stage {
	/** TCP (RFC 9293). */
	CONNECT,
	/** The server names its version (RFC 4253, 4.2). */
	BANNER,
	/** Keys are agreed upon and the server proves its host key (RFC 4253, 7). */
	KEY_EXCHANGE,
	/** The user is let in (RFC 4252). */
	LOGIN,
	/** A command runs (RFC 4254, 6.5). */
	COMMAND
}
