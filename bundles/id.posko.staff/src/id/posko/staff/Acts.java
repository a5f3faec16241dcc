package id.posko.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import id.posko.kit.RegionCode;

/**
 * What every room asks before it does something for somebody, and where it tells that it did. A journal that can not
 * be written stops the act.
 */
public final class Acts {

	private final Journal journal;

	public Acts(Journal journal) {
		this.journal = journal;
	}

	/**
	 * @param where the place it is about; empty: the whole office
	 * @throws NotPermitted if he may not; that he tried is journalled
	 */
	public void permit(Actor by, Permission permission, Optional<RegionCode> where, String object) {
		if (!by.may(permission, where)) {
			done(by, "refused: " + permission, object, "", 0);
			throw new NotPermitted(by, permission);
		}
	}

	/** @param act what, in few words of the code @param purpose a reason or a letter's number; may be empty */
	public void done(Actor by, String act, String object, String purpose, long count) {
		try {
			journal.write(by, act, object, purpose, count);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
