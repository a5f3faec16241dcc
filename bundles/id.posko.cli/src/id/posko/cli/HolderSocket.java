package id.posko.cli;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DataFolder.OpenFolder;

/**
 * While this process holds the data folder, other commands hand their arguments over a Unix-domain socket inside it
 * and get output and exit code back. A caller that goes away interrupts its command.
 */
@Component(immediate = true, service = HolderSocket.class)
public final class HolderSocket {

	private static final Logger LOG = System.getLogger(HolderSocket.class.getName());
	/** sun_path holds 108 bytes (unix(7)). */
	private static final int LONGEST_PATH = 100;

	private final Door door;
	private final Path file;
	private final ServerSocketChannel server;

	@Activate
	public HolderSocket(@Reference OpenFolder folder, @Reference Door door) throws IOException {
		this.door = door;
		file = address(folder.path());
		Files.deleteIfExists(file);
		server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
		server.bind(UnixDomainSocketAddress.of(file));
		Thread.ofVirtual().name("commands of " + file).start(this::accept);
	}

	/** Inside the folder, by whatever name that is called; the name too long, in the temporary folder. */
	static Path address(Path folder) throws IOException {
		Path inside = folder.toRealPath().resolve("posko.sock");
		if (inside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
			return inside;
		}
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(inside.toString().getBytes(StandardCharsets.UTF_8));
			return Path.of(System.getProperty("java.io.tmpdir"), "posko-" + HexFormat.of().formatHex(hash, 0, 8) + ".sock");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private void accept() {
		try {
			while (true) {
				SocketChannel caller = server.accept();
				Thread.ofVirtual().name("command").start(() -> serve(caller));
			}
		} catch (ClosedChannelException _) {
			LOG.log(Level.DEBUG, "no more commands");
		} catch (IOException e) {
			LOG.log(Level.ERROR, "commands can not be taken any more", e);
		}
	}

	private void serve(SocketChannel caller) {
		try (caller) {
			DataInputStream in = new DataInputStream(Channels.newInputStream(caller));
			DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(caller)));
			Frame.Request request = Frame.Request.read(in);
			DistantPrompt prompt = new DistantPrompt(out);
			Call call = new Call(new PrintStream(Frame.stream(out, Frame.OUT), true, StandardCharsets.UTF_8),
					new PrintStream(Frame.stream(out, Frame.ERR), true, StandardCharsets.UTF_8), request.locale(),
					request.folder(), prompt, Optional.empty());
			Thread command = Thread.currentThread();
			Thread watcher = Thread.ofVirtual().start(() -> prompt.listen(in, command));
			Frame.exit(out, door.run(request.verb(), request.arguments(), call, request.caller()));
			watcher.interrupt();
		} catch (IOException e) {
			LOG.log(Level.DEBUG, "a caller went away", e);
		} catch (InterruptedException _) {
			LOG.log(Level.DEBUG, "a caller went away while he was asked");
		}
	}

	@Deactivate
	void close() throws IOException {
		server.close();
		Files.deleteIfExists(file);
	}
}
