package id.posko.probe.snmp;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.snmp4j.DirectUserTarget;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;

import id.posko.health.Cause;

/**
 * SNMPv3 users (RFC 3414). The engine ids of agents are kept, so that a later request needs no discovery; a user's keys
 * are made for each request and belong to no table, for the same name may have other passphrases at another agent.
 */
final class Users {

	static final Map<String, OID> AUTH = Map.of("MD5", AuthMD5.ID, "SHA", AuthSHA.ID, "SHA-224", AuthHMAC128SHA224.ID,
			"SHA-256", AuthHMAC192SHA256.ID, "SHA-384", AuthHMAC256SHA384.ID, "SHA-512", AuthHMAC384SHA512.ID);
	static final Map<String, OID> PRIVACY = Map.of("DES", PrivDES.ID, "AES", PrivAES128.ID, "AES-192", PrivAES192.ID,
			"AES-256", PrivAES256.ID);
	private static final int ENGINES = 10_000;
	private static final int DISCOVERIES = 3;

	private final Snmp snmp;
	private final Map<UdpAddress, byte[]> engines = Collections.synchronizedMap(new LinkedHashMap<>() {

		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<UdpAddress, byte[]> eldest) {
			return size() > ENGINES;
		}
	});

	Users(Snmp snmp) {
		this.snmp = snmp;
	}

	/** Empty if the agent does not tell its engine id in time. */
	Optional<Target<UdpAddress>> target(UdpAddress agent, Login.User user, Duration timeout)
			throws InterruptedException {
		byte[] engine = engines.get(agent);
		for (int i = 0; i < DISCOVERIES && engine == null; i++) {
			engine = snmp.discoverAuthoritativeEngineID(agent, Math.max(1, timeout.toMillis() / (DISCOVERIES + 1)));
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
		}
		if (engine == null) {
			return Optional.empty();
		}
		engines.put(agent, engine);
		DirectUserTarget<UdpAddress> target = new DirectUserTarget<>();
		target.setAddress(agent);
		target.setVersion(SnmpConstants.version3);
		target.setAuthoritativeEngineID(engine);
		snmp.setLocalizedUserCredentials(target, snmp.createLocalizedUsmUserEntry(engine, new OctetString(user.name()),
				AUTH.get(user.auth()), octets(user.authPassphrase()), PRIVACY.get(user.privacy()),
				octets(user.privacyPassphrase())));
		return Optional.of(target);
	}

	private static OctetString octets(char[] text) {
		var bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
		byte[] exact = new byte[bytes.remaining()];
		bytes.get(exact);
		return new OctetString(exact);
	}

	/** Why the agent does not take the request, by the counter that it reports. */
	Cause refusal(PDU report, UdpAddress agent) {
		OID counter = report.size() == 0 ? new OID() : report.get(0).getOid();
		if (counter.startsWith(SnmpConstants.usmStatsUnknownUserNames)) {
			return Cause.of("snmp_unknown_user");
		}
		if (counter.startsWith(SnmpConstants.usmStatsWrongDigests)
				|| counter.startsWith(SnmpConstants.usmStatsDecryptionErrors)) {
			return Cause.of("snmp_wrong_passphrase");
		}
		if (counter.startsWith(SnmpConstants.usmStatsUnsupportedSecLevels)) {
			return Cause.of("snmp_no_security");
		}
		engines.remove(agent);
		return Cause.of("snmp_report", counter.toString());
	}
}
