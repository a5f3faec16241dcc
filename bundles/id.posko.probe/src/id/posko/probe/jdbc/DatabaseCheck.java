package id.posko.probe.jdbc;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Answer;
import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Evidence;
import id.posko.health.Reading;
import id.posko.health.Unit;
import id.posko.kit.Device;
import id.posko.kit.Limit;

/**
 * Does the database of a device serve? Its port, then its listener and login, then a query ({@code db.query}), then its
 * clock.
 */
@Component(service = Check.class)
public final class DatabaseCheck implements Check {

	private static final String ID = "database";
	/** In seconds. */
	private static final Limit SKEW = Limit.beyond(120, 10);

	private final Databases databases;
	/** Logins whose clock was wrong the last time. */
	private final Set<Login> skewed = ConcurrentHashMap.newKeySet();

	@Activate
	public DatabaseCheck(@Reference Databases databases) {
		this.databases = databases;
	}

	@Override
	public String id() {
		return ID;
	}

	@Override
	public boolean suits(Device device) {
		return device.access().get("db.url").isPresent();
	}

	@Override
	public Duration timeout(Duration line) {
		return Databases.patience(line);
	}

	@Override
	public Answer ask(Device device, Duration timeout) throws InterruptedException {
		return switch (Login.of(device.access())) {
		case Login.Choice.Wrong(String setting, String value) ->
			new Answer.Broken(Cause.of("setting_wrong", setting, value), Evidence.NONE);
		case Login.Choice.Chosen(Login login) -> {
			String query = device.access().get("db.query").orElse(login.product().leastQuery());
			Optional<Question> question = Question.of(query);
			yield question.isPresent() ? ask(login, question.get(), timeout)
					: new Answer.Broken(Cause.of("setting_wrong", "db.query", query), Evidence.NONE);
		}
		};
	}

	private Answer ask(Login login, Question question, Duration timeout) throws InterruptedException {
		return switch (databases.ask(login, question, timeout)) {
		case Databases.Reply.Nothing(Answer answer) -> answer;
		case Databases.Reply.Said(Conversation.Heard heard, InetAddress host) -> judged(login, question, host, heard);
		};
	}

	private Answer judged(Login login, Question question, InetAddress host, Conversation.Heard heard) {
		List<Reading> readings = new ArrayList<>();
		readings.add(seconds("database.login", heard.login().toNanos() / 1e9, "login"));
		readings.add(seconds("database.query", heard.query().toNanos() / 1e9, question.text()));
		readings.add(seconds("clock.skew", heard.skew(), login.product().clock()));
		heard.value().ifPresent(value -> readings.add(Reading.number("database.value", value.doubleValue(), Unit.NONE,
				question.text(), value.toPlainString())));
		Evidence evidence = Evidence.of(Databases.METHOD, host.getHostAddress(), heard.query()).with(readings);
		if (!SKEW.isOver(Math.abs(heard.skew()), skewed.contains(login))) {
			skewed.remove(login);
			return new Answer.Answered(evidence);
		}
		skewed.add(login);
		return new Answer.Impaired(Cause.of(heard.skew() > 0 ? "db_clock_ahead" : "db_clock_behind",
				Duration.ofSeconds(Math.round(Math.abs(heard.skew())))), evidence);
	}

	private static Reading seconds(String quantity, double value, String source) {
		return Reading.number(quantity, value, Unit.SECONDS, source, Double.toString(value));
	}
}
