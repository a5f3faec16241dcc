package id.posko.sim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Answers messages of SNMPv1 and v2c (RFC 1157, RFC 3416) about a UPS: GET, GETNEXT, GETBULK; nothing can be set. */
final class UpsAgent {

	private static final OctetString COMMUNITY = new OctetString(Kabupaten.COMMUNITY);
	/** What fits into one Ethernet frame with room for a reply's head. */
	private static final int MOST_BY_BULK = 40;

	private final SimulatedUps ups;

	UpsAgent(SimulatedUps ups) {
		this.ups = ups;
	}

	/**
	 * @return empty if there is nothing to say: the community is another one, or it is no request
	 * @throws IOException if the message is none of SNMP
	 */
	Optional<byte[]> answer(ByteBuffer message, long uptimeMillis) throws IOException {
		BERInputStream in = new BERInputStream(message);
		BER.MutableByte type = new BER.MutableByte();
		BER.decodeHeader(in, type);
		Integer32 version = new Integer32();
		version.decodeBER(in);
		OctetString community = new OctetString();
		community.decodeBER(in);
		boolean isFirst = version.getValue() == SnmpConstants.version1;
		if (type.getValue() != BER.SEQUENCE || !community.equals(COMMUNITY)
				|| !isFirst && version.getValue() != SnmpConstants.version2c) {
			return Optional.empty();
		}
		PDU request = new PDU();
		request.decodeBER(in);
		PDU response = new PDU();
		if (!answer(request, response, uptimeMillis, isFirst)) {
			return Optional.empty();
		}
		if (isFirst) {
			asVersion1(request, response);
		}
		return Optional.of(message(version, response));
	}

	/** @return whether there is anything to say */
	boolean answer(PDU request, PDU response, long uptimeMillis, boolean isFirst) {
		response.setType(PDU.RESPONSE);
		response.setRequestID(request.getRequestID());
		NavigableMap<OID, Variable> objects = UpsObjects.of(ups.device(), ups.state(), uptimeMillis);
		switch (request.getType()) {
		case PDU.GET -> request.getVariableBindings().forEach(asked -> response.add(get(objects, asked.getOid())));
		case PDU.GETNEXT -> request.getVariableBindings().forEach(asked -> response.add(next(objects, asked.getOid())));
		case PDU.GETBULK -> bulk(objects, request, response);
		case PDU.SET -> refuse(request, response, 1, isFirst ? PDU.noSuchName : PDU.notWritable);
		default -> {
			return false;
		}
		}
		return true;
	}

	private static VariableBinding get(NavigableMap<OID, Variable> objects, OID oid) {
		return new VariableBinding(oid, objects.getOrDefault(oid, Null.noSuchObject));
	}

	private static VariableBinding next(NavigableMap<OID, Variable> objects, OID oid) {
		Map.Entry<OID, Variable> next = objects.higherEntry(oid);
		return next == null ? new VariableBinding(oid, Null.endOfMibView)
				: new VariableBinding(next.getKey(), next.getValue());
	}

	private static void bulk(NavigableMap<OID, Variable> objects, PDU request, PDU response) {
		request.getVariableBindings().forEach(asked -> response.add(next(objects, asked.getOid())));
		int columns = request.size() - Math.clamp(request.getNonRepeaters(), 0, request.size());
		for (int row = 1; row < request.getMaxRepetitions() && columns > 0 && response.size() < MOST_BY_BULK; row++) {
			for (int column = 0; column < columns; column++) {
				response.add(next(objects, response.get(response.size() - columns).getOid()));
			}
		}
	}

	/** RFC 1157 has one error for the whole message where v2c has an exception for each object. */
	private static void asVersion1(PDU request, PDU response) {
		for (int i = 0; i < response.size(); i++) {
			if (response.get(i).isException()) {
				refuse(request, response, i + 1, PDU.noSuchName);
				return;
			}
		}
	}

	private static void refuse(PDU request, PDU response, int index, int status) {
		response.setVariableBindings(request.getVariableBindings());
		response.setErrorStatus(status);
		response.setErrorIndex(index);
	}

	private static byte[] message(Integer32 version, PDU pdu) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		BER.encodeHeader(out, BER.SEQUENCE, version.getBERLength() + COMMUNITY.getBERLength() + pdu.getBERLength());
		version.encodeBER(out);
		COMMUNITY.encodeBER(out);
		pdu.encodeBER(out);
		return out.toByteArray();
	}
}
