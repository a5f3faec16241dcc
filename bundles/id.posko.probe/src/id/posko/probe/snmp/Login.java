package id.posko.probe.snmp;

import java.util.Arrays;
import java.util.Set;

/** How an agent is spoken to. */
public sealed interface Login {

	/** SNMPv1 or v2c. */
	record Community(boolean first, String name) implements Login {
	}

	/**
	 * SNMPv3 with authentication and privacy (RFC 3414). The caller overwrites the passphrases when the request is done.
	 *
	 * @param auth one of {@link #AUTH}
	 * @param privacy one of {@link #PRIVACY}
	 */
	record User(String name, String auth, char[] authPassphrase, String privacy, char[] privacyPassphrase)
			implements Login {

		public static final Set<String> AUTH = Users.AUTH.keySet();
		public static final Set<String> PRIVACY = Users.PRIVACY.keySet();
		/** Of RFC 3414: shorter passphrases are refused by agents too. */
		public static final int SHORTEST = 8;

		public boolean isLongEnough() {
			return authPassphrase.length >= SHORTEST && privacyPassphrase.length >= SHORTEST;
		}

		public void forget() {
			Arrays.fill(authPassphrase, ' ');
			Arrays.fill(privacyPassphrase, ' ');
		}

		@Override
		public String toString() {
			return name;
		}
	}
}
