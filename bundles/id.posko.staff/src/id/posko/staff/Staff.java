package id.posko.staff;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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

	/** So many failures are free; each one more doubles the wait, from a second to a quarter of an hour. */
	private static final int FREE_FAILURES = 2;
	private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
	/** Of no account: an unknown name takes as long as a known one. */
	private static final String NOBODY = Password.hash("nobody's password".toCharArray());

	private final Accounts accounts;
	private final Acts acts;
	private final InstantSource clock;

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

	public synchronized SignIn signIn(String name, char[] password, String workstation) throws IOException {
		Optional<Kept> kept = kept(name).filter(is -> is.account().active());
		Duration left = kept.map(this::left).orElse(Duration.ZERO);
		if (left.isPositive()) {
			return new SignIn.Wait(left);
		}
		boolean fits = Password.fits(password, kept.map(Kept::passwordHash).orElse(NOBODY));
		if (fits && kept.isPresent()) {
			Account account = kept.get().account();
			Actor actor = new Actor(account.name(), account.fullName(), account.posts(), workstation);
			if (kept.get().failures() > 0) {
				accounts.put(new Kept(account, kept.get().passwordHash(), 0, Optional.empty()));
			}
			acts.done(actor, "sign-in", account.name(), "", 0);
			return new SignIn.Welcome(actor);
		}
		if (kept.isPresent()) {
			fail(kept.get(), workstation);
		}
		return new SignIn.Refused(kept.isPresent() ? wait(kept.get().failures() + 1) : Duration.ZERO);
	}

	private void fail(Kept kept, String workstation) throws IOException {
		accounts.put(new Kept(kept.account(), kept.passwordHash(), kept.failures() + 1, Optional.of(clock.instant())));
		acts.done(new Actor(kept.account().name(), kept.account().fullName(), List.of(), workstation), "sign-in refused",
				kept.account().name(), "", kept.failures() + 1);
	}

	/** A clock that was set back makes nobody wait longer than he would have to. */
	private Duration left(Kept kept) {
		Duration wait = wait(kept.failures());
		Duration passed = kept.lastFailure().map(last -> Duration.between(last, clock.instant())).orElse(wait);
		return passed.isNegative() ? wait : wait.minus(passed);
	}

	private static Duration wait(int failures) {
		int doubled = Math.min(failures - FREE_FAILURES, 20);
		if (doubled <= 0) {
			return Duration.ZERO;
		}
		Duration wait = Duration.ofSeconds(1L << (doubled - 1));
		return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
	}

	/** Whether this is the actor's own password: asked for again before he signs anything. */
	public synchronized boolean confirms(Actor by, char[] password) throws IOException {
		return by.name().equals(Account.LOCAL) ? isOpen()
				: signIn(by.name(), password, by.workstation()) instanceof SignIn.Welcome;
	}

	/** Makes an account; the first one is an administrator, whatever else it is. */
	public synchronized Change add(Actor by, Account account, char[] password) throws IOException {
		acts.permit(by, Permission.STAFF, Optional.empty(), account.name());
		boolean isFirst = isOpen();
		if (!Account.isName(account.name())) {
			return Change.BAD_NAME;
		}
		if (account.fullName().isBlank()) {
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
		accounts.put(new Kept(account, Password.hash(password), 0, Optional.empty()));
		acts.done(by, "account made", account.name(), spoken(account), 1);
		return Change.DONE;
	}

	/** Full name, posts, whether it is active. */
	public synchronized Change change(Actor by, Account account) throws IOException {
		acts.permit(by, Permission.STAFF, Optional.empty(), account.name());
		Optional<Kept> kept = kept(account.name());
		if (kept.isEmpty()) {
			return Change.UNKNOWN;
		}
		if (account.fullName().isBlank()) {
			return Change.NO_FULL_NAME;
		}
		if (!account.isAdministrator() && all().stream()
				.noneMatch(other -> !other.name().equals(account.name()) && other.isAdministrator())) {
			return Change.LAST_ADMINISTRATOR;
		}
		accounts.put(new Kept(account, kept.get().passwordHash(), kept.get().failures(), kept.get().lastFailure()));
		acts.done(by, "account changed", account.name(), spoken(account), 1);
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
		accounts.put(new Kept(kept.get().account(), Password.hash(password), 0, Optional.empty()));
		acts.done(by, act, name, "", 1);
		return Change.DONE;
	}

	private Optional<Kept> kept(String name) throws IOException {
		return accounts.all().stream().filter(is -> is.account().name().equals(name)).findFirst();
	}

	private static String spoken(Account account) {
		List<String> posts = account.posts().stream()
				.map(post -> post.role() + post.scope().map(scope -> " " + scope.text()).orElse("")).toList();
		return (account.active() ? "" : "retired; ") + String.join(", ", posts);
	}
}
