package id.posko.probe.snmp;

import java.util.Arrays;

/** How an agent is spoken to. */
public sealed interface Login {

	/** SNMPv1 or v2c. */
	record Community(boolean first, String name) implements Login {
	}

	/**
	 * SNMPv3 with authentication and privacy (RFC 3414). The caller overwrites the passphrases when the request is done.
	 *
	 * @param auth {@code MD5, SHA, SHA-224, SHA-256, SHA-384, SHA-512}
	 * @param privacy {@code DES, AES, AES-192, AES-256}
	 */
	record User(String name, String auth, char[] authPassphrase, String privacy, char[] privacyPassphrase)
			implements Login {

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
