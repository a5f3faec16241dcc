package id.posko.ssh;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.Service;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;

/** The way into one machine, stage by stage; used once. Interrupted or failed, it leaves nothing open. */
final class Opening {

	/** With these a server ends a connection because it does not want this login. */
	private static final Set<DisconnectReason> TURNED_AWAY = Set.of(DisconnectReason.PROTOCOL_ERROR,
			DisconnectReason.BY_APPLICATION, DisconnectReason.NO_MORE_AUTH_METHODS_AVAILABLE,
			DisconnectReason.ILLEGAL_USER_NAME, DisconnectReason.AUTH_CANCELLED_BY_USER);
	private static final int LONGEST_WORDS = 200;

	private final Target target;
	private final HostKeys hostKeys;
	private final Limits limits;
	private final long deadline;
	private final Greeting greeting = new Greeting();
	private final Socket socket = greeting.socket();
	private final SSHClient client;

	private volatile Stage stage = Stage.CONNECT;
	private volatile long stageBegan = System.nanoTime();
	/** Why the host key was not taken. */
	private volatile Outcome distrust;
	private volatile boolean sent;
	/** Only the host key is wanted, whichever it is. */
	private volatile boolean looking;
	private volatile PublicKey seen;

	/** @param timeout the longest that all stages may take together */
	Opening(Target target, Algorithms algorithms, HostKeys hostKeys, Limits limits, Duration timeout) {
		this.target = target;
		this.hostKeys = hostKeys;
		this.limits = limits;
		deadline = System.nanoTime() + timeout.toNanos();
		client = new SSHClient(algorithms) {

			@Override
			protected void doKex() throws TransportException {
				begin(Stage.KEY_EXCHANGE);
				greeting.versionSeen();
				super.doKex();
			}
		};
		client.addHostKeyVerifier(new Pinned());
		client.setSocketFactory(greeting);
	}

	SSHClient client() {
		return client;
	}

	/** A credential was sent, and the server's answer to it is not known. */
	boolean isUnanswered() {
		return sent;
	}

	private void begin(Stage next) {
		stage = next;
		stageBegan = System.nanoTime();
	}

	/** Empty if the machine is open: then {@link #client} is logged in. */
	Optional<Outcome> open(Credential credential) throws InterruptedException {
		boolean open = false;
		try {
			Optional<Outcome> failure = connect();
			if (failure.isEmpty()) {
				failure = greet();
			}
			if (failure.isEmpty()) {
				failure = login(credential);
			}
			open = failure.isEmpty();
			return failure;
		} finally {
			if (!open) {
				Line.cut(client, socket);
			}
		}
	}

	/** Asks for the host key and leaves. */
	Look look() throws InterruptedException {
		looking = true;
		try {
			Optional<Outcome> failure = connect();
			if (failure.isEmpty()) {
				failure = greet();
			}
			return seen != null ? new Look.Shown(HostKey.of(target.place(), seen)) : new Look.Failed(failure.orElseThrow());
		} finally {
			Line.cut(client, socket);
		}
	}

	private Optional<Outcome> connect() throws InterruptedException {
		Duration limit = left(limits.connect());
		try {
			greeting.connect(new InetSocketAddress(target.address(), target.port()),
					Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE));
			return Optional.empty();
		} catch (SocketTimeoutException _) {
			return Optional.of(new Outcome.Silent(Stage.CONNECT, limit));
		} catch (NoRouteToHostException e) {
			return Optional.of(new Outcome.NoWay(words(e.getMessage())));
		} catch (ConnectException _) {
			return Optional.of(new Outcome.NotListening(target.port()));
		} catch (IOException e) {
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			return Optional.of(new Outcome.NoWay(words(e.getMessage())));
		}
	}

	private Optional<Outcome> greet() throws InterruptedException {
		begin(Stage.BANNER);
		client.setTimeout(Math.clamp(limits.banner().toMillis(), 1, Integer.MAX_VALUE));
		client.getTransport().setTimeoutMs(Math.clamp(limits.keyExchange().toMillis(), 1, Integer.MAX_VALUE));
		return step(limits.banner().plus(limits.keyExchange()), () -> {
			client.connect(target.host(), target.port());
			return Optional.empty();
		});
	}

	private Optional<Outcome> login(Credential credential) throws InterruptedException {
		begin(Stage.LOGIN);
		Optional<Outcome> failure = step(limits.login(), () -> {
			if (accepts(new AuthNone())) {
				return Optional.empty();
			}
			Collection<String> offered = client.getUserAuth().getAllowedMethods();
			Optional<AuthMethod> method = credential.method(offered);
			if (method.isEmpty()) {
				return Optional.of(new Outcome.OtherLogin(target.user(), words(String.join(", ", offered))));
			}
			sent = true;
			boolean accepted = accepts(method.get());
			sent = false;
			return accepted ? Optional.empty() : Optional.of(new Outcome.LoginRefused(target.user(), true));
		});
		if (failure.isEmpty()) {
			greeting.over();
		}
		return failure;
	}

	private boolean accepts(AuthMethod method) throws UserAuthException, TransportException {
		return client.getUserAuth().authenticate(target.user(), (Service) client.getConnection(), method,
				Math.clamp(limits.login().toMillis(), 1, Integer.MAX_VALUE));
	}

	private Optional<Outcome> step(Duration limit, Callable<Optional<Outcome>> step) throws InterruptedException {
		try {
			return Within.time(left(limit), step);
		} catch (TimeoutException _) {
			return Optional.of(silent());
		} catch (ExecutionException e) {
			return Optional.of(judge(e.getCause()));
		}
	}

	private Duration left(Duration limit) {
		Duration left = Duration.ofNanos(deadline - System.nanoTime());
		return left.compareTo(limit) < 0 ? left : limit;
	}

	private Outcome silent() {
		return new Outcome.Silent(stage, Duration.ofNanos(System.nanoTime() - stageBegan));
	}

	/** What the library threw, or met with in what the server sent. */
	private Outcome judge(Throwable thrown) {
		if (distrust != null) {
			return distrust;
		}
		List<Throwable> causes = Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(20).toList();
		if (causes.stream().anyMatch(t -> t instanceof TimeoutException || t instanceof SocketTimeoutException)) {
			return silent();
		}
		if (sent && causes.stream().anyMatch(t -> t instanceof SSHException e
				&& TURNED_AWAY.contains(e.getDisconnectReason()))) {
			sent = false;
			return new Outcome.LoginRefused(target.user(), true);
		}
		String said = words(String.valueOf(thrown.getMessage()));
		return said.startsWith("Unable to reach a settlement") ? new Outcome.NothingInCommon(said)
				: new Outcome.Broken(stage, said);
	}

	/** Words that may be a stranger's: short, and without control characters. */
	private static String words(String said) {
		String plain = String.valueOf(said).replaceAll("\\p{Cntrl}+", " ").strip();
		return plain.length() > LONGEST_WORDS ? plain.substring(0, LONGEST_WORDS) + "…" : plain;
	}

	private final class Pinned implements HostKeyVerifier {

		@Override
		public boolean verify(String host, int port, PublicKey key) {
			seen = key;
			if (looking) {
				return true;
			}
			try {
				return switch (hostKeys.judge(target.place(), key)) {
				case HostKeys.Judgement.Trusted() -> true;
				case HostKeys.Judgement.Changed(HostKey known, HostKey shown) -> {
					distrust = new Outcome.HostKeyChanged(known.fingerprint(), shown.fingerprint());
					yield false;
				}
				};
			} catch (IOException e) {
				distrust = new Outcome.Unready(String.valueOf(e.getMessage()));
				return false;
			}
		}

		@Override
		public List<String> findExistingAlgorithms(String host, int port) {
			try {
				return looking ? List.of() : hostKeys.of(target.place()).stream().map(HostKey::type).toList();
			} catch (IOException e) {
				distrust = new Outcome.Unready(String.valueOf(e.getMessage()));
				return List.of();
			}
		}
	}
}
