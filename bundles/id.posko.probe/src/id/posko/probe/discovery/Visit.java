package id.posko.probe.discovery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.snmp4j.smi.OID;

import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.DeviceKind;
import id.posko.kit.discovery.Discovered;
import id.posko.kit.discovery.Door;
import id.posko.kit.discovery.Door.Service;
import id.posko.kit.discovery.Guess;
import id.posko.kit.discovery.Sign;
import id.posko.probe.apcupsd.InformationServer;
import id.posko.probe.line.Conversation;
import id.posko.probe.line.Report;
import id.posko.probe.nut.Upsd;
import id.posko.probe.snmp.Login;
import id.posko.probe.snmp.Reply;
import id.posko.probe.snmp.SnmpSession;
import id.posko.probe.snmp.Variable;

/** One address at whose doors is knocked, one after the other. Used by one thread. */
final class Visit {

	private static final String DESCRIPTION = "1.3.6.1.2.1.1.1";
	private static final String SYSTEM = "1.3.6.1.2.1.1.2";
	private static final String NAME = "1.3.6.1.2.1.1.5";
	/** A request and how often the session sends it again. */
	private static final int SNMP_PACKETS = 3;
	private static final int MOST_UPSES = 4;

	private final InetAddress host;
	private final Rules rules;
	private final Turns turns;
	private final SnmpSession session;
	private final List<Sign> signs = new ArrayList<>();
	private final Map<Service, Integer> answered = new EnumMap<>(Service.class);
	private final Map<String, String> settings = new TreeMap<>();
	private boolean isThere;
	private boolean isCutOff;

	Visit(InetAddress host, Rules rules, Turns turns, SnmpSession session) {
		this.host = host;
		this.rules = rules;
		this.turns = turns;
		this.session = session;
	}

	/** It answered an echo request. */
	void echoed() {
		isThere = true;
		signs.add(Sign.of(Sign.Kind.ECHO, ""));
		int last = host.getAddress()[host.getAddress().length - 1] & 0xff;
		if (host instanceof Inet4Address && (last == 1 || last == 254)) {
			signs.add(Sign.of(Sign.Kind.PLACE, last));
		}
	}

	/** Whether anything came back from it. */
	boolean isThere() {
		return isThere;
	}

	/**
	 * Knocks at all doors; what is new is told at once. Ends early when the sweep's time is over.
	 *
	 * @param patience with the answer to a question
	 * @param brief with a connection alone
	 */
	void knock(Map<Door, String> doors, Optional<Login> login, Duration patience, Duration brief,
			Consumer<Discovered> told) throws InterruptedException {
		for (Map.Entry<Door, String> door : doors.entrySet()) {
			boolean isSnmp = door.getKey().service() == Service.SNMP;
			if (isSnmp && login.isEmpty()) {
				continue;
			}
			if (isCutOff || !turns.take(isSnmp ? SNMP_PACKETS : 1)) {
				return;
			}
			int before = signs.size();
			InetSocketAddress at = new InetSocketAddress(host, door.getKey().port());
			if (isSnmp) {
				askAgent(at, login.get(), patience);
			} else {
				Service service = door.getKey().service();
				connect(at, service, door.getValue(), service == Service.TCP ? brief : patience);
			}
			if (signs.size() > before) {
				isThere = true;
				told.accept(discovered(false));
			}
		}
	}

	private void askAgent(InetSocketAddress agent, Login login, Duration patience) throws InterruptedException {
		List<OID> objects = new ArrayList<>(Stream
				.concat(Stream.of(DESCRIPTION, SYSTEM, NAME), rules.mibs().keySet().stream()).map(OID::new).toList());
		while (!objects.isEmpty()) {
			switch (session.next(agent, login, objects, patience)) {
			case Reply.Objects(List<Variable> variables) -> {
				variables.forEach(this::read);
				answered.put(Service.SNMP, agent.getPort());
				remember(login);
				return;
			}
			case Reply.Bad(OID at, _) when objects.remove(at) && turns.take(1) -> {
				continue; // of SNMPv1, which has nothing for the rest if one is missing
			}
			case Reply.Refused _, Reply.Silent _, Reply.TooBig _, Reply.Bad _ -> {
				return;
			}
			}
		}
	}

	private void read(Variable variable) {
		String oid = variable.oid().toDottedString();
		Optional<String> mib = rules.mibs().keySet().stream().filter(m -> oid.startsWith(m + ".")).findFirst();
		if (mib.isPresent()) {
			signs.add(new Sign(Sign.Kind.MIB, mib.get(), rules.mibs().get(mib.get())));
		} else if (oid.startsWith(SYSTEM + ".")) {
			signs.add(Sign.of(Sign.Kind.SYSTEM, variable.text()));
		} else if (oid.startsWith(DESCRIPTION + ".") && !variable.text().isBlank()) {
			signs.add(Sign.of(Sign.Kind.DESCRIPTION, variable.text()));
		} else if (oid.startsWith(NAME + ".") && !variable.text().isBlank()) {
			signs.add(Sign.of(Sign.Kind.NAME, variable.text()));
		}
	}

	private void remember(Login login) {
		switch (login) {
		case Login.Community(boolean first, String name) -> {
			if (name.indexOf(';') < 0) {
				settings.put("snmp.community", name);
			}
			settings.put("snmp.version", first ? "1" : "2c");
		}
		case Login.User user -> {
			settings.put("snmp.version", "3");
			settings.put("snmp.user", user.name());
			settings.put("snmp.auth", user.auth());
			settings.put("snmp.priv", user.privacy());
		}
		}
	}

	/** What stands behind an open port, without a login. Nothing is sent to a port of which only the number is known. */
	private void connect(InetSocketAddress at, Service service, String meaning, Duration patience)
			throws InterruptedException {
		boolean[] isOpen = new boolean[1];
		List<Sign> heard = new ArrayList<>();
		Report report = switch (service) {
		case NUT -> Upsd.list(at, patience);
		case APCUPSD -> InformationServer.ask(at, patience);
		case TCP, SNMP, SSH, RTSP -> Conversation.with(at, patience, Greetings.MOST, conversation -> {
			isOpen[0] = true;
			if (service == Service.SSH) {
				Greetings.ssh(conversation).ifPresent(text -> heard.add(Sign.of(Sign.Kind.SSH, text)));
			} else if (service == Service.RTSP) {
				Greetings.rtsp(conversation, uriHost()).ifPresent(text -> heard.add(Sign.of(Sign.Kind.RTSP, text)));
			}
			return new Report.Told(Map.of(), Duration.ZERO);
		});
		};
		switch (report) {
		case Report.Told(Map<String, String> values, _) -> {
			isOpen[0] = true;
			heard.addAll(of(service, values));
		}
		case Report.Silent _ -> {
			// a port that is open says so by itself
		}
		case Report.Refused(var cause) -> {
			isThere |= cause.code().equals("connection_refused");
			isCutOff = cause.code().equals("host_unreachable");
			isOpen[0] |= cause.code().equals("nut_no_ups");
		}
		}
		if (isOpen[0]) {
			signs.add(new Sign(Sign.Kind.PORT, Integer.toString(at.getPort()), meaning));
		}
		if (!heard.isEmpty()) {
			signs.addAll(heard);
			answered.put(service, at.getPort());
		}
	}

	private String uriHost() {
		return host instanceof Inet6Address ? "[" + host.getHostAddress().replaceFirst("%.*", "") + "]" : host.getHostAddress();
	}

	private List<Sign> of(Service service, Map<String, String> values) {
		return switch (service) {
		case NUT -> values.entrySet().stream().limit(MOST_UPSES)
				.map(ups -> Sign.of(Sign.Kind.NUT, (ups.getKey() + " " + ups.getValue()).strip())).toList();
		case APCUPSD -> values.containsKey("STATUS") || values.containsKey("APC")
				? List.of(Sign.of(Sign.Kind.APCUPSD, values.getOrDefault("MODEL", values.getOrDefault("UPSNAME", ""))))
				: List.of();
		case TCP, SNMP, SSH, RTSP -> List.of();
		};
	}

	/** All that is known by now. */
	Discovered discovered(boolean isSettled) {
		String name = signs.stream().filter(s -> s.kind() == Sign.Kind.NAME).map(Sign::value).findFirst().orElse("");
		Optional<Guess> guess = rules.guess(signs);
		Optional<Service> way = guess.flatMap(this::way);
		Optional<Integer> port = way.map(answered::get).filter(p -> p != usual(way.get()));
		String text = host.getHostAddress();
		return new Discovered(host, name, signs, guess,
				port.map(p -> Address.parse((host instanceof Inet6Address ? "[" + text + "]" : text) + ":" + p))
						.orElseGet(() -> Address.parse(text)),
				guess.map(g -> access(g, way)).orElse(Access.NONE), isSettled);
	}

	/** By which service a device that is guessed to be of its kind is asked. */
	private Optional<Service> way(Guess guess) {
		List<Service> ways = switch (guess.kind()) {
		case UPS_SERVER -> List.of(Service.SNMP);
		case UPS_CLIENT -> List.of(Service.NUT, Service.APCUPSD);
		case CAMERA -> List.of(Service.RTSP);
		default -> List.of();
		};
		return ways.stream().filter(answered::containsKey).findFirst();
	}

	private static int usual(Service service) {
		return switch (service) {
		case SNMP -> SnmpSession.PORT;
		case NUT -> Upsd.PORT;
		case APCUPSD -> InformationServer.PORT;
		case RTSP -> 554;
		case SSH -> 22;
		case TCP -> 0;
		};
	}

	private Access access(Guess guess, Optional<Service> way) {
		Map<String, String> access = new TreeMap<>();
		if (way.filter(Service.SNMP::equals).isPresent()) {
			access.putAll(settings);
		} else if (way.filter(w -> w == Service.NUT || w == Service.APCUPSD).isPresent()) {
			access.put("ups.protocol", way.get() == Service.NUT ? "nut" : "apcupsd");
		}
		boolean isComputer = guess.kind() == DeviceKind.AFIS_SERVER || guess.kind() == DeviceKind.CLIENT_PC;
		if (isComputer && answered.getOrDefault(Service.SSH, usual(Service.SSH)) != usual(Service.SSH)) {
			access.put("ssh.port", answered.get(Service.SSH).toString());
		}
		return new Access(access);
	}
}
