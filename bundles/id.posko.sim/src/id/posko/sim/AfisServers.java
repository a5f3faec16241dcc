package id.posko.sim;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.common.util.Readable;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.server.session.SessionFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DataFolder;
import id.posko.kit.Device;
import id.posko.kit.DeviceKind;
import id.posko.kit.Fleet;
import id.posko.kit.Secrets;

/**
 * The AFIS servers of the sample kabupaten: one SSH server at all their addresses. Its only user's password is made anew
 * at each start, and when a server that refused logins takes them again; it lies with the console's secrets as
 * {@value Kabupaten#SECRET}, until the end.
 */
@Component(service = AfisServers.class, immediate = true, enabled = false)
public final class AfisServers implements AutoCloseable {

	private static final Logger LOG = System.getLogger(AfisServers.class.getName());
	/** Logins that the console remembers as refused; the demo leaves none behind. */
	private static final String REFUSED = "ssh.refused/" + Kabupaten.USER + "@[127.60.";
	private static final int WORKERS = 2;
	private static final int MOST_SESSIONS = 200;

	private final Map<InetAddress, AfisMachine> machines = new HashMap<>();
	private final Faults faults;
	private final Secrets secrets;
	private final SshServer server = SshServer.setUpDefaultServer();

	@Activate
	public AfisServers(@Reference Faults faults, @Reference Lines lines, @Reference Secrets secrets,
			@Reference DataFolder.OpenFolder folder) {
		this(Kabupaten.fleet(), faults, lines, secrets, folder.path(), InstantSource.system());
	}

	AfisServers(Fleet fleet, Faults faults, Lines lines, Secrets secrets, Path folder, InstantSource time) {
		this.faults = faults;
		this.secrets = secrets;
		for (Device device : fleet.devices()) {
			if (device.kind() == DeviceKind.AFIS_SERVER && device.access().get("ssh.port").isPresent()) {
				machines.put(device.address().orElseThrow().literal().orElseThrow(),
						new AfisMachine(device, faults, lines, time));
			}
		}
		SimpleGeneratorHostKeyProvider hostKey = new SimpleGeneratorHostKeyProvider(folder.resolve("demo_host_key"));
		hostKey.setAlgorithm("EC");
		hostKey.setKeySize(256);
		server.setKeyPairProvider(hostKey);
		server.setHost(machines.keySet().stream().map(InetAddress::getHostAddress).collect(Collectors.joining(",")));
		server.setPort(Kabupaten.SSH_PORT);
		server.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory());
		server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
		server.setPasswordAuthenticator((user, password, session) -> accepts(user, password, session));
		server.setCommandFactory((channel, command) -> new AfisShell(machine(channel.getSession().getIoSession())
				.orElseThrow(), command));
		server.setSessionFactory(new Door());
		CoreModuleProperties.NIO_WORKERS.set(server, WORKERS);
		CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, MOST_SESSIONS);
		faults.listen(this, turned -> {
			if (turned.effect() == Fault.Effect.LOGIN_REFUSED && !faults.isOn(turned) && isOpen()) {
				renewPassword();
			}
		});
		try {
			server.start();
			renewPassword();
		} catch (IOException e) {
			LOG.log(Level.WARNING, "AFIS servers are not simulated: {0}", e.getMessage());
		}
	}

	/** What is at the addresses before there is a session: it may never begin, and it may end. */
	private final class Door extends SessionFactory {

		private Door() {
			super(server);
		}

		@Override
		public void sessionCreated(IoSession connection) throws Exception {
			if (!isDeaf(connection)) {
				super.sessionCreated(connection);
			}
		}

		@Override
		public void messageReceived(IoSession connection, Readable message) throws Exception {
			AbstractSession session = AbstractSession.getSession(connection, true);
			if (session == null || isDeaf(connection)) {
				return;
			}
			if (session.isAuthenticated() && machine(connection).filter(AfisMachine::refusesLogin).isPresent()) {
				connection.close(true);
				return;
			}
			super.messageReceived(connection, message);
		}

		@Override
		public void sessionClosed(IoSession connection) throws Exception {
			if (AbstractSession.getSession(connection, true) != null) {
				super.sessionClosed(connection);
			}
		}

		@Override
		public void exceptionCaught(IoSession connection, Throwable cause) throws Exception {
			if (AbstractSession.getSession(connection, true) != null) {
				super.exceptionCaught(connection, cause);
			}
		}

		private boolean isDeaf(IoSession connection) {
			return machine(connection).filter(AfisMachine::isDeaf).isPresent();
		}
	}

	private Optional<AfisMachine> machine(IoSession connection) {
		return connection.getLocalAddress() instanceof InetSocketAddress local
				? Optional.ofNullable(machines.get(local.getAddress())) : Optional.empty();
	}

	private boolean accepts(String user, String password, ServerSession session) {
		if (!user.equals(Kabupaten.USER) || machine(session.getIoSession()).filter(m -> !m.refusesLogin()).isEmpty()) {
			return false;
		}
		try {
			Optional<char[]> kept = secrets.secret(Kabupaten.SECRET);
			boolean same = kept.isPresent() && Arrays.equals(kept.get(), password.toCharArray());
			kept.ifPresent(characters -> Arrays.fill(characters, '\0'));
			return same;
		} catch (IOException e) {
			LOG.log(Level.WARNING, "the demo''s secret can not be read: {0}", e.getMessage());
			return false;
		}
	}

	private void renewPassword() {
		byte[] random = new byte[12];
		new SecureRandom().nextBytes(random);
		try {
			secrets.keep(Kabupaten.SECRET, Base64.getEncoder().encodeToString(random).toCharArray());
		} catch (IOException e) {
			LOG.log(Level.WARNING, "the demo''s secret can not be kept: {0}", e.getMessage());
		}
	}

	boolean isOpen() {
		return server.isStarted();
	}

	@Override
	@Deactivate
	public void close() {
		faults.forget(this);
		boolean wasOpen = isOpen();
		try {
			server.stop(true);
			for (String name : secrets.names()) {
				if (wasOpen && (name.equals(Kabupaten.SECRET) || name.startsWith(REFUSED))) {
					secrets.forget(name);
				}
			}
		} catch (IOException e) {
			LOG.log(Level.WARNING, "{0}", e.getMessage());
		}
	}
}
