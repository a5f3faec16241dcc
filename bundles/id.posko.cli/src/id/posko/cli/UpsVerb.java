package id.posko.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

import id.posko.health.Cause;
import id.posko.health.Reading;
import id.posko.health.SpokenReading;
import id.posko.health.Unit;
import id.posko.kit.Address;
import id.posko.kit.Secrets;
import id.posko.probe.name.Names;
import id.posko.probe.name.Resolution;
import id.posko.probe.snmp.Login;
import id.posko.probe.ups.UpsAccess;
import id.posko.probe.ups.UpsAnswer;
import id.posko.probe.ups.UpsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code posko ups HOST[:PORT]}: what a UPS says, in the inventory or not, one line for each quantity. Passphrases of
 * SNMPv3 come from the kept secrets, from {@code POSKO_SNMP_AUTH} and {@code POSKO_SNMP_PRIV} (without it the first
 * one) or a prompt.
 */
@Component(service = Verb.class, property = Verb.NAME + "=ups")
public final class UpsVerb implements Verb {

	private final UpsReader reader;
	private final Names names;
	private final Optional<Secrets> secrets;

	@Activate
	public UpsVerb(@Reference UpsReader reader, @Reference Names names,
			@Reference(cardinality = ReferenceCardinality.OPTIONAL) Secrets secrets) {
		this.reader = reader;
		this.names = names;
		this.secrets = Optional.ofNullable(secrets);
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Ups(call);
	}

	@Command(name = "ups")
	final class Ups implements Callable<Integer> {

		private final Call call;

		@Parameters(paramLabel = "HOST[:PORT]", descriptionKey = "ups.host")
		private String host;
		@Mixin
		private SnmpOptions snmp;
		@Option(names = "--nut", paramLabel = "NAME", arity = "0..1", fallbackValue = "", descriptionKey = "ups.nut")
		private String nut;
		@Option(names = "--apcupsd", descriptionKey = "ups.apcupsd")
		private boolean apcupsd;
		@Option(names = "--timeout", paramLabel = "D", defaultValue = "5s", descriptionKey = "ping.timeout")
		private Duration timeout;
		@Option(names = "--json", descriptionKey = "json")
		private boolean json;

		private Ups(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() throws InterruptedException, IOException {
			Optional<Address> address = Address.tryParse(host);
			if (address.isEmpty()) {
				call.say("ping.no_address", host);
				return Call.WRONG_USE;
			}
			Optional<UpsAccess> access = access(address.get());
			if (access.isEmpty()) {
				return Call.WRONG_USE;
			}
			return switch (names.resolve(address.get(), timeout)) {
			case Resolution.Known(InetAddress known) -> read(known, access.get());
			case Resolution.Unresolved none -> failed(none.cause());
			};
		}

		/** By the options, else by the port. */
		private Optional<UpsAccess> access(Address address) throws IOException {
			int ways = snmp.ways() + (nut == null ? 0 : 1) + (apcupsd ? 1 : 0);
			if (ways > 1) {
				call.say("ups.one_way");
				return Optional.empty();
			}
			boolean noneSaid = ways == 0;
			if (nut != null || noneSaid && address.port().orElse(0) == UpsAccess.Nut.PORT) {
				return UpsAccess.Nut.of(address.port(), nut == null ? "" : nut).or(() -> wrong("ups.bad_name", nut));
			}
			if (apcupsd || noneSaid && address.port().orElse(0) == UpsAccess.Apcupsd.PORT) {
				return Optional.of(new UpsAccess.Apcupsd(address.port().orElse(UpsAccess.Apcupsd.PORT)));
			}
			int port = address.port().orElse(UpsAccess.Snmp.PORT);
			return (snmp.isUser() ? snmp.user(call, secrets) : Optional.of(snmp.community("public")))
					.map(login -> new UpsAccess.Snmp(port, login));
		}

		private <T> Optional<T> wrong(String key, Object argument) {
			call.say(key, argument);
			return Optional.empty();
		}

		private int read(InetAddress known, UpsAccess access) throws InterruptedException {
			try {
				return switch (reader.read(known, access, timeout)) {
				case UpsAnswer.Read read -> tell(read);
				case UpsAnswer.Silent _ -> failed(Cause.of("silent", timeout));
				case UpsAnswer.Refused(Cause cause) -> failed(cause);
				};
			} finally {
				if (access instanceof UpsAccess.Snmp(_, Login.User login)) {
					login.forget();
				}
			}
		}

		private int tell(UpsAnswer.Read read) {
			read.readings().forEach(reading -> call.out().println(json ? json(reading) : line(reading)));
			call.out().flush();
			if (!read.isOfUps()) {
				return failed(Cause.of("ups_no_readings"));
			}
			reader.wrong(read).forEach(cause -> call.err().println(cause.sentence(call.locale())));
			return reader.wrong(read).isEmpty() ? Call.WELL : Call.NOT_WELL;
		}

		private int failed(Cause cause) {
			call.err().println(cause.sentence(call.locale()));
			return Call.NOT_WELL;
		}

		private static JsonLine json(Reading reading) {
			JsonLine line = new JsonLine().put("quantity", reading.quantity())
					.put("value", reading.value().isPresent() ? reading.value().getAsDouble() : null)
					.put("unit", reading.unit() == Unit.NONE ? null : reading.unit().symbol()).put("state", reading.state())
					.put("source", reading.source()).put("raw", reading.raw());
			reading.rejected().ifPresent(why -> line.put("rejected", why));
			return line;
		}

		private String line(Reading reading) {
			SpokenReading said = new SpokenReading(call.locale());
			String value = said.rejection(reading).map(why -> "– " + why).orElseGet(() -> said.value(reading));
			String raw = reading.raw().replaceAll("\\p{Cntrl}", "·");
			return "%-22s %-34s %s = %s".formatted(reading.quantity(), value, reading.source(), raw).stripTrailing();
		}
	}
}
