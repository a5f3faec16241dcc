package id.posko.ssh;

import java.util.List;

import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.ChallengeResponseProvider;
import net.schmizz.sshj.userauth.password.Resource;

/** A password where the server asks for it by prompt (RFC 4256): given once, to the first prompt that hides it. */
final class PasswordPrompt extends AuthKeyboardInteractive {

	private static final int MOST_PROMPTS = 8;

	PasswordPrompt(char[] password) {
		super(new Once(password));
	}

	/** Looks at the number of prompts before anything is made of that size. */
	@Override
	public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
		if (message == Message.USERAUTH_60) {
			int start = packet.rpos();
			try {
				packet.readString();
				packet.readString();
				packet.readString();
				if (packet.readUInt32() > MOST_PROMPTS) {
					throw new UserAuthException("too many prompts");
				}
			} catch (Buffer.BufferException e) {
				throw new UserAuthException(e);
			}
			packet.rpos(start);
		}
		super.handle(message, packet);
	}

	private static final class Once implements ChallengeResponseProvider {

		private final char[] password;
		private boolean given;

		private Once(char[] password) {
			this.password = password;
		}

		@Override
		public List<String> getSubmethods() {
			return List.of();
		}

		@Override
		public void init(@SuppressWarnings("rawtypes") Resource account, String name, String instruction) {
			// the prompts themselves are enough
		}

		@Override
		public char[] getResponse(String prompt, boolean echo) {
			boolean now = !echo && !given;
			given |= now;
			return now ? password.clone() : new char[0];
		}

		@Override
		public boolean shouldRetry() {
			return false;
		}
	}
}
