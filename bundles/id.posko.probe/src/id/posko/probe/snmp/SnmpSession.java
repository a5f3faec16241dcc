package id.posko.probe.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.SNMP4JSettings.ReportSecurityLevelStrategy;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.event.ResponseListener;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.SecurityProtocols.SecurityProtocolSet;
import org.snmp4j.security.USM;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;

import id.posko.health.Cause;

/**
 * Asks SNMP agents: one socket, one reading thread and one timer for all of them. A request that is lost is sent again
 * as it was; an answer counts only from the asked address and with the request's number.
 */
@Component(service = SnmpSession.class)
public final class SnmpSession implements AutoCloseable {

	public static final int PORT = 161;
	/** How often a request is sent again. */
	private static final int RETRIES = 2;

	private final Line line;
	private final Snmp snmp;
	private final Users users;

	@Activate
	public SnmpSession() {
		SNMP4JSettings.setSnmp4jStatistics(SNMP4JSettings.Snmp4jStatistics.none);
		// that a passphrase is wrong can only be told without one
		SNMP4JSettings.setReportSecurityLevelStrategy(ReportSecurityLevelStrategy.noAuthNoPrivIfNeeded);
		try {
			line = new Line();
			SecurityProtocols protocols = new SecurityProtocols(SecurityProtocolSet.maxCompatibility);
			byte[] engine = MPv3.createLocalEngineID();
			USM usm = new USM(protocols, new OctetString(engine), 0);
			MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
			dispatcher.addMessageProcessingModel(new MPv1());
			dispatcher.addMessageProcessingModel(new MPv2c());
			dispatcher.addMessageProcessingModel(new MPv3(engine, null, protocols,
					SecurityModels.getCollection(new SecurityModel[] { usm }), CounterSupport.getInstance()));
			snmp = new Snmp(dispatcher, line);
			users = new Users(snmp);
			snmp.listen();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The objects behind these, one for each and in their order, as GETNEXT gives them. Blocks. */
	public Reply next(InetSocketAddress agent, Login login, List<OID> behind, Duration timeout)
			throws InterruptedException {
		return ask(agent, login, PDU.GETNEXT, behind, timeout);
	}

	/** These objects themselves. Blocks. */
	public Reply get(InetSocketAddress agent, Login login, List<OID> objects, Duration timeout)
			throws InterruptedException {
		return ask(agent, login, PDU.GET, objects, timeout);
	}

	private Reply ask(InetSocketAddress agent, Login login, int type, List<OID> objects, Duration timeout)
			throws InterruptedException {
		long deadline = System.nanoTime() + timeout.toNanos();
		UdpAddress address = new UdpAddress(agent.getAddress(), agent.getPort());
		line.expect(address);
		try {
			Optional<Target<UdpAddress>> target = target(address, login, timeout);
			if (target.isEmpty()) {
				return new Reply.Silent();
			}
			return exchange(pdu(login, type, objects), objects, target.get(), deadline - System.nanoTime());
		} catch (IOException e) {
			return new Reply.Refused(Cause.of("check_failed", String.valueOf(e.getMessage())));
		} finally {
			line.done(address);
		}
	}

	private Reply exchange(PDU pdu, List<OID> objects, Target<UdpAddress> target, long nanos)
			throws IOException, InterruptedException {
		CompletableFuture<Reply> reply = new CompletableFuture<>();
		ResponseListener listener = waiting(objects, target.getAddress(), reply);
		target.setRetries(RETRIES);
		target.setTimeout(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos) / (RETRIES + 1)));
		snmp.send(pdu, target, null, listener);
		try {
			return reply.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
		} catch (TimeoutException _) {
			return new Reply.Silent();
		} catch (ExecutionException e) {
			throw new IllegalStateException(String.valueOf(target.getAddress()), e.getCause());
		} finally {
			snmp.cancel(pdu, listener);
		}
	}

	private ResponseListener waiting(List<OID> objects, UdpAddress agent, CompletableFuture<Reply> reply) {
		return new ResponseListener() {

			@Override
			public <A extends Address> void onResponse(ResponseEvent<A> event) {
				if (event.getResponse() == null) {
					reply.complete(event.getError() == null ? new Reply.Silent()
							: new Reply.Refused(Cause.of("check_failed", String.valueOf(event.getError().getMessage()))));
				} else if (agent.equals(event.getPeerAddress())) {
					reply.complete(reply(objects, event.getRequest().getType() == PDU.GETNEXT, event.getResponse(), agent));
				}
			}
		};
	}

	private Reply reply(List<OID> objects, boolean next, PDU response, UdpAddress agent) {
		if (response.getType() == PDU.REPORT) {
			return new Reply.Refused(users.refusal(response, agent));
		}
		List<? extends VariableBinding> bindings = response.getVariableBindings();
		return switch (response.getErrorStatus()) {
		case PDU.noError -> new Reply.Objects(variables(objects, next, bindings));
		case PDU.tooBig -> new Reply.TooBig();
		case PDU.authorizationError, PDU.noAccess -> new Reply.Refused(Cause.of("snmp_no_access"));
		default -> {
			int at = response.getErrorIndex() - 1;
			yield at < 0 || at >= objects.size() ? new Reply.TooBig()
					: new Reply.Bad(objects.get(at), response.getErrorStatus() == PDU.noSuchName);
		}
		};
	}

	/** Those that are an answer to what was asked at their place. */
	private static List<Variable> variables(List<OID> objects, boolean next, List<? extends VariableBinding> bindings) {
		List<Variable> variables = new ArrayList<>(bindings.size());
		for (int i = 0; i < Math.min(objects.size(), bindings.size()); i++) {
			int order = bindings.get(i).getOid().compareTo(objects.get(i));
			if (Variable.isThere(bindings.get(i)) && (next ? order > 0 : order == 0)) {
				variables.add(Variable.of(bindings.get(i)));
			}
		}
		return variables;
	}

	private Optional<Target<UdpAddress>> target(UdpAddress address, Login login, Duration timeout)
			throws InterruptedException {
		return switch (login) {
		case Login.Community(boolean first, String name) -> {
			CommunityTarget<UdpAddress> target = new CommunityTarget<>(address, new OctetString(name));
			target.setVersion(first ? SnmpConstants.version1 : SnmpConstants.version2c);
			yield Optional.of(target);
		}
		case Login.User user -> users.target(address, user, timeout);
		};
	}

	private static PDU pdu(Login login, int type, List<OID> objects) {
		PDU pdu = switch (login) {
		case Login.Community(boolean first, _) -> first ? new PDUv1() : new PDU();
		case Login.User _ -> new ScopedPDU();
		};
		pdu.setType(type);
		objects.forEach(object -> pdu.add(new VariableBinding(object)));
		return pdu;
	}

	/** Datagrams that were not listened to: from others than was asked, or no SNMP at all. */
	public long unheard() {
		return line.strangers() + line.garbage();
	}

	@Override
	@Deactivate
	public void close() {
		try {
			snmp.close();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
