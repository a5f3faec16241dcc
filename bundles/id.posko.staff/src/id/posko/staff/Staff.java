package id.posko.staff;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.staff.Accounts.Kept;

/**
 * Who may sit here: accounts, signing in, and who acts. While there are no accounts everybody acts as
 * {@value Account#LOCAL} with every role. Blocks for a tenth of a second per password; one at a time.
 */
@Component(service = Staff.class)
public final class Staff {

	private static final int LONGEST_NAME = 100;
	private static final int MOST_STRANGERS = 1000;
	/** Of no account: an unknown name takes as long as a known one. */
	private static final String NOBODY = Password.hash("nobody's password".toCharArray());

	private final Accounts accounts;
	private final Acts acts;
	private final InstantSource clock;
	/** By a name that was tried and nobody has; the oldest are forgotten. */
	private final Map<String, Failures> strangers = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
			return size() > MOST_STRANGERS;
		}
	};

	@Activate
	public Staff(@Reference Accounts accounts, @Reference Acts acts) {
		this(accounts, acts, InstantSource.system());
	}

	public Staff(Accounts accounts, Acts acts, InstantSource clock) {
		this.accounts = accounts;
		this.acts = acts;
		this.clock = clock;
	}

	/** Whether there are no accounts yet. */
	public boolean isOpen() throws IOException {
		return accounts.all().isEmpty();
	}

	/** By name. */
	public List<Account> all() throws IOException {
		return accounts.all().stream().map(Kept::account).toList();
	}

	/** Whoever sits there, as long as there are no accounts. */
	public Optional<Actor> local(String workstation) throws IOException {
		return isOpen() ? Optional.of(Actor.local(workstation)) : Optional.empty();
	}

	/** @param name in capitals or not */
	public synchronized SignIn signIn(String name, char[] password, String workstation) throws IOException {
		return signIn(name.strip().toLowerCase(Locale.ROOT), password, workstation, "sign-in");
	}

	private SignIn signIn(String name, char[] password, String workstation, String act) throws IOException {
		Instant now = clock.instant();
		Optional<Kept> kept = kept(name).filter(is -> is.account().active());
		String stranger = Account.isName(name) ? name : "";
		Failures before = kept.map(Failures::of).orElseGet(() -> strangers.getOrDefault(stranger, Failures.NONE));
		Failures failures = before.asOf(now);
		if (!failures.equals(before)) {
			keep(kept, stranger, failures);
		}
		if (failures.left(now).isPositive()) {
			return new SignIn.Wait(failures.left(now));
		}
		boolean fits = Password.fits(password, kept.map(Kept::passwordHash).orElse(NOBODY));
		if (fits && kept.isPresent()) {
			Actor actor = kept.get().account().at(workstation);
			acts.done(actor, act, name, "", 0);
			if (failures.count() > 0) {
				keep(kept, stranger, Failures.NONE);
			}
			return new SignIn.Welcome(actor);
		}
		Failures more = failures.oneMore(now);
		keep(kept, stranger, more);
		acts.done(Actor.console(workstation), act + " refused", kept.map(is -> is.account().name()).orElse(""), "", more.count());
		return new SignIn.Refused(more.waiting());
	}

	/** A name that nobody has waits as one that somebody has: it can not be found out. */
	private void keep(Optional<Kept> kept, String stranger, Failures failures) throws IOException {
		if (kept.isPresent()) {
			accounts.put(new Kept(kept.get().account(), kept.get().passwordHash(), failures.count(), failures.last()));
		} else {
			strangers.put(stranger, failures);
		}
	}

	/** Whether this is the actor's own password: asked for again before he signs anything. */
	public synchronized boolean confirms(Actor by, char[] password) throws IOException {
		return by.name().equals(Account.LOCAL) ? isOpen()
				: signIn(by.name(), password, by.workstation(), "password confirmed") instanceof SignIn.Welcome;
	}

	/** Makes an account; the first one is an administrator, whatever else it is. */
	public synchronized Change add(Actor by, Account account, char[] password) throws IOException {
		acts.permit(by, Permission.STAFF, Optional.empty(), account.name());
		boolean isFirst = isOpen();
		if (!Account.isName(account.name())) {
			return Change.BAD_NAME;
		}
		if (isNoFullName(account)) {
			return Change.NO_FULL_NAME;
		}
		if (kept(account.name()).isPresent()) {
			return Change.TAKEN;
		}
		if (!Password.isGood(password, account.name())) {
			return Change.WEAK_PASSWORD;
		}
		if (isFirst && !account.isAdministrator()) {
			return Change.LAST_ADMINISTRATOR;
		}
		acts.done(by, "account made", account.name(), spoken(account), 1);
		accounts.put(new Kept(account, Password.hash(password), 0, Optional.empty()));
		return Change.DONE;
	}

	/** Full name, posts, whether it is active. */
	public synchronized Change change(Actor by, Account account) throws IOException {
		acts.permit(by, Permission.STAFF, Optional.empty(), account.name());
		Optional<Kept> kept = kept(account.name());
		if (kept.isEmpty()) {
			return Change.UNKNOWN;
		}
		if (isNoFullName(account)) {
			return Change.NO_FULL_NAME;
		}
		if (!account.isAdministrator() && all().stream()
				.noneMatch(other -> !other.name().equals(account.name()) && other.isAdministrator())) {
			return Change.LAST_ADMINISTRATOR;
		}
		acts.done(by, "account changed", account.name(), spoken(account), 1);
		accounts.put(new Kept(account, kept.get().passwordHash(), kept.get().failures(), kept.get().lastFailure()));
		return Change.DONE;
	}

	/** Gives another password to somebody who forgot his; ends his waiting. */
	public synchronized Change renew(Actor by, String name, char[] password) throws IOException {
		acts.permit(by, Permission.STAFF, Optional.empty(), name);
		return put(by, name, password, "password renewed");
	}

	/** Somebody's own password. */
	public synchronized Change changeOwn(Actor by, char[] old, char[] password) throws IOException {
		return confirms(by, old) ? put(by, by.name(), password, "password changed") : Change.WRONG_PASSWORD;
	}

	private Change put(Actor by, String name, char[] password, String act) throws IOException {
		Optional<Kept> kept = kept(name);
		if (kept.isEmpty()) {
			return Change.UNKNOWN;
		}
		if (!Password.isGood(password, name)) {
			return Change.WEAK_PASSWORD;
		}
		acts.done(by, act, name, "", 1);
		accounts.put(new Kept(kept.get().account(), Password.hash(password), 0, Optional.empty()));
		return Change.DONE;
	}

	private Optional<Kept> kept(String name) throws IOException {
		return accounts.all().stream().filter(is -> is.account().name().equals(name)).findFirst();
	}

	private static boolean isNoFullName(Account account) {
		return account.fullName().isBlank() || account.fullName().length() > LONGEST_NAME;
	}

	private static String spoken(Account account) {
		List<String> posts = account.posts().stream()
				.map(post -> post.role() + post.scope().map(scope -> " " + scope.text()).orElse("")).toList();
		return (account.active() ? "" : "retired; ") + String.join(", ", posts);
	}
}
