package id.posko.probe.jdbc;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Cause;
import id.posko.health.counter.CounterReading;
import id.posko.health.counter.CounterSource;
import id.posko.kit.Device;

/**
 * Reads a NID Scheduler's counter from a database, as the access of its machine says: {@code counter.query}, one SELECT
 * of one row whose first column is the number and whose second, if there is one, the time when the scheduler was
 * started; its question marks stand for the digits of the office's code.
 */
@Component
public final class SqlCounter implements CounterSource {

	private final Databases databases;
	private final InstantSource clock;

	@Activate
	public SqlCounter(@Reference Databases databases) {
		this(databases, InstantSource.system());
	}

	SqlCounter(Databases databases, InstantSource clock) {
		this.databases = databases;
		this.clock = clock;
	}

	@Override
	public boolean suits(Device device) {
		return device.access().get("db.url").isPresent() && device.access().get("counter.query").isPresent();
	}

	@Override
	public Read read(Device device, Duration timeout) throws InterruptedException {
		String query = device.access().get("counter.query").orElseThrow();
		return switch (Login.of(device.access())) {
		case Login.Choice.Wrong(String setting, String value) -> nothing("setting_wrong", setting, value);
		case Login.Choice.Chosen(Login login) -> {
			Optional<Question> question = Question.of(query);
			yield question.isEmpty() ? nothing("setting_wrong", "counter.query", query)
					: switch (databases.ask(login, question.get().at(device.site()).withMoment(), timeout)) {
					case Databases.Reply.Nothing(var answer) -> new Read.Nothing(answer.cause());
					case Databases.Reply.Said(Conversation.Heard heard, _) -> read(device, heard);
					};
		}
		};
	}

	private Read read(Device device, Conversation.Heard heard) {
		Optional<BigDecimal> whole = heard.value()
				.filter(value -> heard.isOne() && value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0);
		if (whole.isEmpty()) {
			return nothing("counter_no_number");
		}
		Instant now = clock.instant();
		Optional<Instant> since = heard.moment().map(there -> there.minusMillis(Math.round(heard.skew() * 1e3)))
				.filter(start -> !start.isAfter(now));
		return new Read.Value(new CounterReading(now, whole.get().longValueExact(), since, OptionalLong.empty(),
				"sql " + device.name()));
	}

	private static Read nothing(String code, Object... arguments) {
		return new Read.Nothing(Cause.of(code, arguments));
	}
}
