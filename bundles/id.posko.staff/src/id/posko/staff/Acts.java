package id.posko.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.RegionCode;
import id.posko.staff.Accounts.Kept;

/**
 * What every room asks before it does something for somebody, and where it tells what it does. It tells before it does
 * it: a journal that can not be written stops the act, and an entry may be of an act that then failed.
 */
@Component(service = Acts.class)
public final class Acts {

	private final Journal journal;
	private final Optional<Accounts> accounts;

	/** @param accounts who has which posts now, whatever he had when he signed in */
	@Activate
	public Acts(@Reference Journal journal, @Reference Accounts accounts) {
		this.journal = journal;
		this.accounts = Optional.of(accounts);
	}

	/** Where no accounts are kept: everybody is what he says. */
	public Acts(Journal journal) {
		this.journal = journal;
		accounts = Optional.empty();
	}

	/**
	 * @param where the place it is about; empty: the whole office
	 * @throws NotPermitted if he may not; that he tried is journalled
	 * @throws UncheckedIOException if that can not be found out or journalled
	 */
	public void permit(Actor by, Permission permission, Optional<RegionCode> where, String object) {
		permit(by, permission, actor -> actor.may(permission, where), object);
	}

	/** As above, for an act that is about several places: he may do it in all of them, or not at all. */
	public void permit(Actor by, Permission permission, Collection<RegionCode> everywhere, String object) {
		permit(by, permission, actor -> actor.may(permission)
				&& everywhere.stream().allMatch(place -> actor.may(permission, Optional.of(place))), object);
	}

	private void permit(Actor by, Permission permission, Predicate<Actor> may, String object) {
		if (now(by).filter(may).isEmpty()) {
			done(by, "refused: " + permission, object, "", 0);
			throw new NotPermitted(by, permission);
		}
	}

	/** As he stands now; empty if his account is retired, or if he had none and there are accounts by now. */
	public Optional<Actor> now(Actor by) {
		if (accounts.isEmpty()) {
			return Optional.of(by);
		}
		try {
			var all = accounts.get().all();
			return by.name().equals(Account.LOCAL) ? Optional.of(Actor.local(by.workstation())).filter(_ -> all.isEmpty())
					: all.stream().map(Kept::account).filter(account -> account.name().equals(by.name()) && account.active())
							.findFirst().map(account -> account.at(by.workstation()));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * @param act what, in few words of the code
	 * @param purpose a reason or a letter's number; may be empty
	 * @throws UncheckedIOException if it can not be journalled; then it must not be done
	 */
	public void done(Actor by, String act, String object, String purpose, long count) {
		try {
			journal.write(by, act, object, purpose, count);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
