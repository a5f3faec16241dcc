package id.posko.probe.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Evidence;
import id.posko.health.Reading;
import id.posko.health.Unit;
import id.posko.kit.Device;
import id.posko.kit.Limit;
import id.posko.kit.Secrets;
import id.posko.probe.name.Names;
import id.posko.probe.name.Resolution;
import id.posko.probe.tcp.TcpCheck;

/**
 * Does the database of a device serve? Its port, then its listener and login, then a query, then its clock. It
 * returns within its time-out whatever the driver does. A refused login is not tried again before the access or the
 * password is another one, lest the account be locked.
 */
@Component(service = Check.class)
public final class DatabaseCheck implements Check {

	private static final String ID = "database";
	private static final String METHOD = "jdbc";
	/** In seconds. */
	private static final Limit SKEW = Limit.beyond(120, 10);
	private static final int LONGEST_WORDS = 160;
	/** The driver's own time-outs come after ours. */
	private static final Duration LATER = Duration.ofSeconds(2);

	private final Names names;
	private final TcpCheck port;
	private final Optional<Secrets> secrets;
	private final InstantSource clock;
	/** What was refused: a login and a trace of its password. */
	private final Map<Refused, String> refusals = new ConcurrentHashMap<>();

	/** Logins whose clock was wrong the last time. */
	private final Set<Login> skewed = ConcurrentHashMap.newKeySet();

	private record Refused(Login login, int password) {
	}

	@Activate
	public DatabaseCheck(@Reference Names names,
			@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
			Secrets secrets) {
		this(names, Optional.ofNullable(secrets), InstantSource.system());
	}

	DatabaseCheck(Names names, Optional<Secrets> secrets, InstantSource clock) {
		this.names = names;
		this.secrets = secrets;
		this.clock = clock;
		port = new TcpCheck(names);
	}

	@Override
	public String id() {
		return ID;
	}

	@Override
	public boolean suits(Device device) {
		return device.access().get("db.url").isPresent();
	}

	/** Some ten round trips, and the seconds that an old server needs for a login. */
	@Override
	public Duration timeout(Duration line) {
		return line.multipliedBy(4).plusSeconds(6);
	}

	@Override
	public Answer ask(Device device, Duration timeout) throws InterruptedException {
		long start = System.nanoTime();
		return switch (Login.of(device.access())) {
		case Login.Choice.Wrong(String setting, String value) ->
			new Answer.Broken(Cause.of("setting_wrong", setting, value), Evidence.NONE);
		case Login.Choice.Chosen(Login login) -> {
			Device listener = new Device(device.key(), device.kind(), Optional.of(login.address()), "", "", device.kit(),
					Optional.empty(), "");
			Answer reached = port.ask(listener, timeout);
			yield reached instanceof Answer.Answered ? enter(login, timeout, start) : reached;
		}
		};
	}

	private Answer enter(Login login, Duration timeout, long start) throws InterruptedException {
		Optional<char[]> password;
		try {
			password = password(login);
		} catch (IOException e) {
			return new Answer.Broken(Cause.of("secret_unreadable", String.valueOf(e.getMessage())), Evidence.NONE);
		}
		if (password.isEmpty()) {
			return new Answer.Broken(Cause.of("secret_missing", login.secret().orElse("")), Evidence.NONE);
		}
		try {
			Refused same = new Refused(login, Arrays.hashCode(password.get()));
			String before = refusals.get(same);
			if (before != null) {
				return new Answer.Broken(Cause.of("db_refused", login.user(), before), Evidence.of(METHOD));
			}
			return names.resolve(login.address(), timeout) instanceof Resolution.Known(InetAddress host)
					? converse(same, host, new String(password.get()), timeout, start)
					: new Answer.Failed(Cause.of("name_unknown", login.address().host()), Evidence.of("dns"));
		} finally {
			Arrays.fill(password.get(), '\0');
		}
	}

	/** Of no characters where the login has no password; empty if the one that it has is not kept. */
	private Optional<char[]> password(Login login) throws IOException {
		if (login.secret().isEmpty()) {
			return Optional.of(new char[0]);
		}
		return secrets.isPresent() ? secrets.get().secret(login.secret().get()) : Optional.empty();
	}

	private Answer converse(Refused same, InetAddress host, String password, Duration timeout, long start)
			throws InterruptedException {
		Login login = same.login();
		Conversation conversation;
		try {
			conversation = new Conversation(login, login.product().source(login, host, password, timeout.plus(LATER)),
					timeout.plus(LATER), clock);
		} catch (SQLException e) {
			return new Answer.Broken(Cause.of("check_failed", words(e)), Evidence.NONE);
		}
		FutureTask<Conversation.Heard> task = new FutureTask<>(conversation);
		Thread speaker = Thread.ofVirtual().name("posko-jdbc").start(task);
		boolean isOver = false;
		try {
			Conversation.Heard heard = task.get(timeout.toNanos() - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
			isOver = true;
			return judged(login, host, heard);
		} catch (TimeoutException _) {
			return new Answer.Failed(Cause.of("db_silent_" + conversation.stage().name().toLowerCase(Locale.ROOT), timeout),
					reached(host));
		} catch (ExecutionException e) {
			isOver = true;
			return failed(same, host, conversation.stage(), e.getCause());
		} finally {
			if (!isOver) {
				conversation.giveUp();
				speaker.interrupt();
			}
		}
	}

	private static Evidence reached(InetAddress host) {
		return new Evidence(METHOD, Optional.of(host.getHostAddress()), Optional.empty(), List.of());
	}

	private Answer failed(Refused same, InetAddress host, Conversation.Stage stage, Throwable thrown) {
		Evidence evidence = reached(host);
		if (!(thrown instanceof SQLException e)) {
			if (thrown instanceof RuntimeException) {
				return new Answer.Failed(Cause.of("db_no_database", words(thrown)), evidence);
			}
			throw new IllegalStateException(thrown);
		}
		Product product = same.login().product();
		if (product.isRefusal(e)) {
			refusals.put(same, words(e));
			return new Answer.Broken(Cause.of("db_refused", same.login().user(), words(e)), evidence);
		}
		if (product.isBusy(e)) {
			return new Answer.Impaired(Cause.of("db_busy", words(e)), evidence);
		}
		if (product.isUnknownName(e)) {
			return new Answer.Failed(Cause.of("db_unknown", same.login().name(), words(e)), evidence);
		}
		return stage == Conversation.Stage.CONNECT ? new Answer.Failed(Cause.of("db_no_database", words(e)), evidence)
				: new Answer.Impaired(Cause.of("db_query_failed", words(e)), evidence);
	}

	/** The first line of what a driver says, without what is different each time. */
	private static String words(Throwable thrown) {
		String first = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("")
				.replaceAll("\\s*\\(CONNECTION_ID=[^)]*\\)", "").strip();
		String said = first.isEmpty() ? thrown.getClass().getSimpleName() : first;
		return said.substring(0, Math.min(LONGEST_WORDS, said.length()));
	}

	private Answer judged(Login login, InetAddress host, Conversation.Heard heard) {
		List<Reading> readings = new ArrayList<>();
		readings.add(seconds("database.login", heard.login().toNanos() / 1e9, "login"));
		readings.add(seconds("database.query", heard.query().toNanos() / 1e9, login.query()));
		readings.add(seconds("clock.skew", heard.skew(), login.product().clock()));
		heard.value().ifPresent(value -> readings.add(Reading.number("database.value", value, Unit.NONE, login.query(),
				Double.toString(value))));
		Evidence evidence = Evidence.of(METHOD, host.getHostAddress(), heard.query()).with(readings);
		if (!SKEW.isOver(Math.abs(heard.skew()), skewed.contains(login))) {
			skewed.remove(login);
			return new Answer.Answered(evidence);
		}
		skewed.add(login);
		return new Answer.Impaired(Cause.of(heard.skew() > 0 ? "db_clock_ahead" : "db_clock_behind",
				Duration.ofSeconds(Math.round(Math.abs(heard.skew())))), evidence);
	}

	private static Reading seconds(String quantity, double value, String source) {
		return Reading.number(quantity, value, Unit.SECONDS, source, Double.toString(value));
	}
}
