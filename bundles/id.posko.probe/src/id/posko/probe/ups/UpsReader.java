package id.posko.probe.ups;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Cause;
import id.posko.probe.apcupsd.InformationServer;
import id.posko.probe.line.Report;
import id.posko.probe.nut.Upsd;
import id.posko.probe.snmp.SnmpSession;

/** Reads a UPS by any of the protocols into the one vocabulary. */
@Component(service = UpsReader.class)
public final class UpsReader {

	private static final int LONGEST_VALUE = 120;

	private final SnmpSession session;
	private final Dialects snmp = Dialects.read("snmp.rows");
	private final Dialects nut = Dialects.read("nut.rows");
	private final Dialects apcupsd = Dialects.read("apcupsd.rows");

	@Activate
	public UpsReader(@Reference SnmpSession session) {
		this.session = session;
	}

	/** Blocks at most for the time-out; ends by interrupt. */
	public UpsAnswer read(InetAddress host, UpsAccess access, Duration timeout) throws InterruptedException {
		InetSocketAddress server = new InetSocketAddress(host, access.port());
		return switch (access) {
		case UpsAccess.Snmp(_, var login) -> SnmpReading.read((behind, left) -> session.next(server, login, behind, left),
				snmp, new Judge(snmp.sentinels()), timeout);
		case UpsAccess.Nut(_, String name) -> answer(Upsd.ask(server, name, timeout), nut);
		case UpsAccess.Apcupsd _ -> answer(InformationServer.ask(server, timeout), apcupsd);
		};
	}

	/** What is wrong with a UPS as far as one reading tells; what must last or be held needs a watch. */
	public List<Cause> wrong(UpsAnswer.Read read) {
		return new UpsWatch(Thresholds.OFFICE).tick(read.readings(), Instant.EPOCH);
	}

	private static UpsAnswer answer(Report report, Dialects dialects) {
		return switch (report) {
		case Report.Told(Map<String, String> values, Duration roundTrip) -> {
			List<Found> found = Dialects.rows(dialects.general()).stream().filter(r -> values.containsKey(r.source()))
					.map(r -> new Found(r, r.line(), r.source(), shortened(values.get(r.source())))).toList();
			yield new UpsAnswer.Read(Readings.of(found, new Judge(dialects.sentinels())), roundTrip, 1);
		}
		case Report.Silent _ -> new UpsAnswer.Silent();
		case Report.Refused(var cause) -> new UpsAnswer.Refused(cause);
		};
	}

	private static String shortened(String value) {
		return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
	}
}
