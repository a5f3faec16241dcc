package id.posko.sim;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
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
 * The AFIS servers and client PCs of the sample kabupaten: one SSH server at all their addresses. Its only user's
 * password is made anew at each start, and when a server that refused logins takes them again; it lies with the
 * console's secrets as {@value Kabupaten#SSH_SECRET}, until the end.
 */
@Component(service = SshMachines.class, immediate = true, enabled = false)
public final class SshMachines implements AutoCloseable {

	private static final Logger LOG = System.getLogger(SshMachines.class.getName());
	/** Logins that the console remembers as refused; the demo leaves none behind. */
	private static final String REFUSED = "ssh.refused/" + Kabupaten.USER + "@[127.60.";
	private static final int WORKERS = 2;
	private static final int MOST_SESSIONS = 200;

	private final Map<InetAddress, SshMachine> machines = new HashMap<>();
	private final Faults faults;
	private final DemoSecret password;
	private final SshServer server = SshServer.setUpDefaultServer();

	@Activate
	public SshMachines(@Reference Faults faults, @Reference Lines lines, @Reference Secrets secrets,
			@Reference DataFolder.OpenFolder folder) {
		this(Kabupaten.fleet(), faults, lines, secrets, folder.path(), InstantSource.system());
	}

	SshMachines(Fleet fleet, Faults faults, Lines lines, Secrets secrets, Path folder, InstantSource time) {
		this.faults = faults;
		password = new DemoSecret(secrets, Kabupaten.SSH_SECRET);
		Neighbours neighbours = new Neighbours(fleet, lines);
		for (Device device : fleet.devices()) {
			if (device.access().get("ssh.port").isPresent()) {
				Commands commands = device.kind() == DeviceKind.CLIENT_PC
						? new WindowsCommands(new UsbPorts(device, fleet, faults), neighbours::answer, time)
						: new LinuxCommands(device, faults, neighbours::answer, time);
				machines.put(device.address().orElseThrow().literal().orElseThrow(),
						new SshMachine(device, commands, faults, lines));
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
		server.setCommandFactory((channel, command) -> new SshCommand(machine(channel.getSession().getIoSession())
				.orElseThrow(), command));
		server.setSessionFactory(new Door());
		CoreModuleProperties.NIO_WORKERS.set(server, WORKERS);
		CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, MOST_SESSIONS);
		faults.listen(this, turned -> {
			if (turned.kind() == Fault.Kind.LOGIN && !faults.isOn(turned) && isOpen()) {
				password.renew();
			}
		});
		try {
			server.start();
			password.renew();
		} catch (IOException e) {
			LOG.log(Level.WARNING, "no machine is simulated over SSH: {0}", e.getMessage());
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
			if (session.isAuthenticated() && machine(connection).filter(SshMachine::refusesLogin).isPresent()) {
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
			return machine(connection).filter(SshMachine::isDeaf).isPresent();
		}
	}

	private Optional<SshMachine> machine(IoSession connection) {
		return connection.getLocalAddress() instanceof InetSocketAddress local
				? Optional.ofNullable(machines.get(local.getAddress())) : Optional.empty();
	}

	private boolean accepts(String user, String password, ServerSession session) {
		return user.equals(Kabupaten.USER) && machine(session.getIoSession()).filter(m -> !m.refusesLogin()).isPresent()
				&& this.password.text().filter(password::equals).isPresent();
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
			if (wasOpen) {
				password.forget();
				password.forgetAll(REFUSED);
			}
		} catch (IOException e) {
			LOG.log(Level.WARNING, "{0}", e.getMessage());
		}
	}
}
