package id.posko.sim;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.TransportStateReference;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.SecurityProtocols.SecurityProtocolSet;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.AbstractTransportMapping;

/**
 * An agent that is asked by SNMPv3 with authentication and privacy (RFC 3414), by one user. SNMP4J does what belongs to
 * the version; what a datagram is answered with is caught on its way to a network that is not there.
 */
final class SecureAgent implements DatagramPort.Service, CommandResponder {

	private static final Logger LOG = System.getLogger(SecureAgent.class.getName());
	private static final UdpAddress ASKER = new UdpAddress("127.0.0.1/1");
	/** So that a later start counts as a later one, as RFC 3414 demands of an agent with the same engine id. */
	private static final Instant FIRST_START = Instant.parse("2026-01-01T00:00:00Z");

	private final UpsAgent agent;
	private final DemoSecret passphrase;
	private final LongSupplier uptime;
	private final byte[] engine;
	private final USM usm;
	private final MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();

	SecureAgent(UpsAgent agent, InetSocketAddress at, DemoSecret passphrase, Instant start, LongSupplier uptime) {
		this.agent = agent;
		this.passphrase = passphrase;
		this.uptime = uptime;
		engine = MPv3.createLocalEngineID(new OctetString(at.getAddress().getAddress()));
		int boots = Math.max(1, (int) (start.getEpochSecond() - FIRST_START.getEpochSecond()));
		SecurityProtocols protocols = new SecurityProtocols(SecurityProtocolSet.maxCompatibility);
		usm = new USM(protocols, new OctetString(engine), boots);
		dispatcher.addMessageProcessingModel(new MPv3(engine, null, protocols,
				SecurityModels.getCollection(new SecurityModel[] { usm }), CounterSupport.getInstance()));
		dispatcher.addCommandResponder(this);
	}

	/** Where answers go: nowhere. */
	private static final class Caught extends AbstractTransportMapping<UdpAddress> {

		private Optional<byte[]> message = Optional.empty();

		@Override
		public Class<? extends Address> getSupportedAddressClass() {
			return UdpAddress.class;
		}

		@Override
		public void sendMessage(UdpAddress address, byte[] octets, TransportStateReference state, long timeout,
				int retries) {
			message = Optional.of(octets);
		}

		@Override
		public void listen() {
			// what comes is handed over
		}

		@Override
		public boolean isListening() {
			return true;
		}

		@Override
		public UdpAddress getListenAddress() {
			return ASKER;
		}

		@Override
		public void close() {
			// nothing is open
		}
	}

	@Override
	public Optional<byte[]> answer(ByteBuffer datagram) throws IOException {
		if (usm.getUserTable().getUserEntries().isEmpty()) {
			passphrase.text().map(OctetString::new).ifPresent(secret -> usm.addUser(new UsmUser(
					new OctetString(Kabupaten.USER), AuthHMAC192SHA256.ID, secret, PrivAES128.ID, secret)));
		}
		Caught network = new Caught();
		dispatcher.processMessage(network, ASKER, datagram, new TransportStateReference(network, ASKER, null,
				SecurityLevel.undefined, SecurityLevel.undefined, false, null));
		return network.message;
	}

	@Override
	public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
		ScopedPDU response = new ScopedPDU();
		if (event.getSecurityLevel() != SecurityLevel.AUTH_PRIV || !(event.getPDU() instanceof ScopedPDU request)
				|| !agent.answer(request, response, uptime.getAsLong(), false)) {
			return;
		}
		response.setType(PDU.RESPONSE);
		response.setContextEngineID(new OctetString(engine));
		response.setContextName(request.getContextName());
		try {
			event.getMessageDispatcher().returnResponsePdu(event.getMessageProcessingModel(), event.getSecurityModel(),
					event.getSecurityName(), event.getSecurityLevel(), response, event.getMaxSizeResponsePDU(),
					event.getStateReference(), new StatusInformation());
		} catch (MessageException e) {
			LOG.log(Level.DEBUG, "no answer: {0}", e.getMessage());
		}
	}
}
