package id.posko.transfer.media;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where passports are kept. Written through before a method returns. */
public interface PassportLog {

	/** All, by their token. */
	List<Passport> all() throws IOException;

	Optional<Passport> find(String token) throws IOException;

	/** @param passport new; with its first entry */
	void issue(Passport passport) throws IOException;

	/** @return whether there is such a passport */
	boolean add(String token, Passport.Entry entry) throws IOException;
}
