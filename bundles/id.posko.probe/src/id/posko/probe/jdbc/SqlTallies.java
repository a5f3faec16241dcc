package id.posko.probe.jdbc;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Cause;
import id.posko.kit.Device;
import id.posko.kit.Inventory;
import id.posko.kit.RegionCode;
import id.posko.kit.Tallies;

/**
 * Knows how many records wait to be sent, by the {@code backlog.query} of a database: one SELECT of one number whose
 * question marks stand for the digits of the office's code. One without question marks speaks of its own office alone,
 * else of all offices in the place of its device; the nearest one is asked.
 */
@Component
public final class SqlTallies implements Tallies {

	private final Inventory inventory;
	private final Databases databases;

	@Activate
	public SqlTallies(@Reference Inventory inventory, @Reference Databases databases) {
		this.inventory = inventory;
		this.databases = databases;
	}

	@Override
	public OptionalLong count(RegionCode site, Optional<LocalDate> day, String stage, Duration timeout)
			throws IOException, InterruptedException {
		if (!stage.equals(WAITING) || day.isPresent()) {
			return OptionalLong.empty();
		}
		Optional<Device> device = inventory.fleet().devices().stream().filter(d -> speaksOf(d, site))
				.max(Comparator.comparingInt((Device d) -> d.site().digits().length())
						.thenComparing(Device::key, Comparator.reverseOrder()));
		return device.isEmpty() ? OptionalLong.empty() : OptionalLong.of(ask(device.get(), site, timeout));
	}

	private static boolean speaksOf(Device device, RegionCode site) {
		return device.access().get("db.url").isPresent() && device.access().get("backlog.query").filter(query -> device
				.site().equals(site) || device.site().contains(site) && query.indexOf('?') >= 0).isPresent();
	}

	private long ask(Device device, RegionCode site, Duration timeout) throws IOException, InterruptedException {
		String query = device.access().get("backlog.query").orElseThrow();
		return switch (Login.of(device.access())) {
		case Login.Choice.Wrong(String setting, String value) -> throw told(Cause.of("setting_wrong", setting, value));
		case Login.Choice.Chosen(Login login) -> {
			Question question = Question.of(query)
					.orElseThrow(() -> told(Cause.of("setting_wrong", "backlog.query", query))).at(site);
			yield switch (databases.ask(login, question, timeout)) {
			case Databases.Reply.Nothing(var answer) -> throw told(answer.cause());
			case Databases.Reply.Said(Conversation.Heard heard, _) -> heard.value()
					.filter(value -> heard.isOne() && value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0)
					.map(BigDecimal::longValueExact).orElseThrow(() -> told(Cause.of("counter_no_number")));
			};
		}
		};
	}

	private static IOException told(Cause cause) {
		return new IOException(cause.sentence(Locale.getDefault()));
	}
}
