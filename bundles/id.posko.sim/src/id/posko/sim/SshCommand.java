package id.posko.sim;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** One command on a simulated machine, in a virtual thread. */
final class SshCommand implements Command {

	private static final Logger LOG = System.getLogger(SshCommand.class.getName());
	private static final int LONGEST_INPUT = 64 << 10;

	private final SshMachine machine;
	private final String command;
	private InputStream in;
	private OutputStream out;
	private ExitCallback exit;
	private Thread thread;

	SshCommand(SshMachine machine, String command) {
		this.machine = machine;
		this.command = command;
	}

	@Override
	public void setInputStream(InputStream in) {
		this.in = in;
	}

	@Override
	public void setOutputStream(OutputStream out) {
		this.out = out;
	}

	@Override
	public void setErrorStream(OutputStream err) {
		// it never complains
	}

	@Override
	public void setExitCallback(ExitCallback callback) {
		exit = callback;
	}

	@Override
	public void start(ChannelSession channel, Environment environment) {
		thread = Thread.ofVirtual().name("sim-shell-" + machine.device().key()).start(this::run);
	}

	private void run() {
		try {
			String input = command.equals("sh") ? new String(in.readNBytes(LONGEST_INPUT), StandardCharsets.UTF_8) : "";
			TimeUnit.NANOSECONDS.sleep(machine.delay().toNanos());
			Commands.Said said = machine.commands().run(command, input);
			out.write(said.text().getBytes(StandardCharsets.UTF_8));
			out.flush();
			exit.onExit(said.exit());
		} catch (IOException e) {
			LOG.log(Level.DEBUG, "{0}: {1}", machine.device().key(), e.getMessage());
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void destroy(ChannelSession channel) {
		thread.interrupt();
	}
}
