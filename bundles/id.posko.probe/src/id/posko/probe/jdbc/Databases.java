package id.posko.probe.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import id.posko.health.Evidence;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.DeviceKind;
import id.posko.kit.RegionCode;
import id.posko.kit.Secrets;
import id.posko.probe.name.Names;
import id.posko.probe.name.Resolution;
import id.posko.probe.tcp.TcpCheck;

/**
 * Asks databases, each question in a conversation of its own that is over within its time-out whatever the driver does.
 * A refused login is not tried again, whoever asks, before the access or the password is another one, lest the account
 * be locked. Safe for any thread.
 */
@Component(service = Databases.class)
public final class Databases {

	static final String METHOD = "jdbc";
	private static final int LONGEST_WORDS = 160;
	/** The driver's own time-outs come after ours. */
	private static final Duration LATER = Duration.ofSeconds(2);
	private static final DeviceKey LISTENER = new DeviceKey(new RegionCode("00"), "");

	private final Names names;
	private final TcpCheck port;
	private final Optional<Secrets> secrets;
	private final InstantSource clock;
	/** What was refused: a login and a trace of its password. */
	private final Map<Refused, String> refusals = new ConcurrentHashMap<>();

	private record Refused(Login login, int password) {
	}

	/** What came of a question. */
	sealed interface Reply {

		/** @param host the address that was asked */
		record Said(Conversation.Heard heard, InetAddress host) implements Reply {
		}

		/** And why, in a check's terms. */
		record Nothing(Answer answer) implements Reply {
		}
	}

	@Activate
	public Databases(@Reference Names names,
			@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
			Secrets secrets) {
		this(names, Optional.ofNullable(secrets), InstantSource.system());
	}

	Databases(Names names, Optional<Secrets> secrets, InstantSource clock) {
		this.names = names;
		this.secrets = secrets;
		this.clock = clock;
		port = new TcpCheck(names);
	}

	/** Some ten round trips, and the seconds that an old server needs for a login. */
	static Duration patience(Duration line) {
		return line.multipliedBy(4).plusSeconds(6);
	}

	/** The port, the listener and login, the question, the clock. @param timeout the longest that this takes */
	Reply ask(Login login, Question question, Duration timeout) throws InterruptedException {
		long start = System.nanoTime();
		Device listener = new Device(LISTENER, DeviceKind.DATA_CENTRE, Optional.of(login.address()), "", "", 0,
				Optional.empty(), "");
		Answer reached = port.ask(listener, timeout);
		return reached instanceof Answer.Answered ? enter(login, question, timeout, start) : nothing(reached);
	}

	private static Reply nothing(Answer answer) {
		return new Reply.Nothing(answer);
	}

	private Reply enter(Login login, Question question, Duration timeout, long start) throws InterruptedException {
		Optional<char[]> password;
		try {
			password = password(login);
		} catch (IOException e) {
			return nothing(new Answer.Broken(Cause.of("secret_unreadable", String.valueOf(e.getMessage())), Evidence.NONE));
		}
		if (password.isEmpty()) {
			return nothing(new Answer.Broken(Cause.of("secret_missing", login.secret().orElse("")), Evidence.NONE));
		}
		try {
			Refused same = new Refused(login, Arrays.hashCode(password.get()));
			String before = refusals.get(same);
			if (before != null) {
				return nothing(new Answer.Broken(Cause.of("db_refused", login.user(), before), Evidence.of(METHOD)));
			}
			return switch (names.resolve(login.address(), timeout)) {
			case Resolution.Known(InetAddress host) ->
				converse(same, question, host, new String(password.get()), timeout, start);
			case Resolution.Unresolved none -> nothing(none.answer());
			};
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

	private Reply converse(Refused same, Question question, InetAddress host, String password, Duration timeout,
			long start) throws InterruptedException {
		Login login = same.login();
		Conversation conversation;
		try {
			conversation = new Conversation(login, question,
					login.product().source(login, host, password, timeout.plus(LATER)), timeout.plus(LATER), clock);
		} catch (SQLException e) {
			return nothing(new Answer.Broken(Cause.of("check_failed", words(e)), Evidence.NONE));
		}
		FutureTask<Conversation.Heard> task = new FutureTask<>(conversation);
		Thread speaker = Thread.ofVirtual().name("posko-jdbc").start(task);
		boolean isOver = false;
		try {
			Conversation.Heard heard = task.get(timeout.toNanos() - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
			isOver = true;
			return new Reply.Said(heard, host);
		} catch (TimeoutException _) {
			return nothing(new Answer.Failed(
					Cause.of("db_silent_" + conversation.stage().name().toLowerCase(Locale.ROOT), timeout), reached(host)));
		} catch (ExecutionException e) {
			isOver = true;
			return nothing(failed(same, host, conversation.stage(), e.getCause()));
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
}
