package id.posko.kit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Passwords and passphrases by name, kept by the operating system's keyring or in a file sealed with a key file; never
 * in the data folder, a log or an export. Blocks for as long as the keyring asks its user.
 */
public interface Secrets {

	/** @return empty if none of that name is kept; the caller overwrites the characters when done */
	Optional<char[]> secret(String name) throws IOException;

	void keep(String name, char[] secret) throws IOException;

	void forget(String name) throws IOException;

	/** Of all that are kept, in order. */
	List<String> names() throws IOException;

	/** Where they lie, for a person: which keyring or file. */
	String place();
}
