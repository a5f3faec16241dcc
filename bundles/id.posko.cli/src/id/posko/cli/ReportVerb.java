package id.posko.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.AvailabilityReport;
import id.posko.health.AvailabilityTable;
import id.posko.health.History;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posko report availability --from D --to D OUT.xlsx}: how offices and devices answered in these days. */
@Component(service = Verb.class, property = Verb.NAME + "=report")
public final class ReportVerb implements Verb {

	private final Inventory inventory;
	private final History history;

	@Activate
	public ReportVerb(@Reference Inventory inventory, @Reference History history) {
		this.inventory = inventory;
		this.history = history;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Reports(call);
	}

	@Command(name = "report")
	final class Reports implements Callable<Integer> {

		private final Call call;

		@Spec
		private CommandSpec spec;

		private Reports(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "availability")
		int availability(
				@Option(names = "--from", required = true, paramLabel = "D", descriptionKey = "report.from") LocalDate from,
				@Option(names = "--to", required = true, paramLabel = "D", descriptionKey = "report.to") LocalDate to,
				@Option(names = "--target", paramLabel = "PERCENT", defaultValue = "" + AvailabilityReport.USUAL_TARGET,
						descriptionKey = "report.target") double target,
				@Parameters(paramLabel = "FILE", descriptionKey = "inventory.file") Path file)
				throws IOException, InterruptedException {
			ZoneId zone = ZoneId.systemDefault();
			Instant now = Instant.now();
			Instant begin = from.atStartOfDay(zone).toInstant();
			Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
			if (!begin.isBefore(end) || !begin.isBefore(now)) {
				call.say("report.no_days", from, to);
				return Call.WRONG_USE;
			}
			if (!(target >= 0 && target <= 100)) {
				call.say("wrong.value", "--target", target);
				return Call.WRONG_USE;
			}
			TableOut out = new TableOut(call, file);
			if (!out.isNamed()) {
				return Call.WRONG_USE;
			}
			Fleet fleet = inventory.fleet();
			if (fleet.devices().isEmpty()) {
				call.say("inventory.empty");
				return Call.WRONG_USE;
			}
			AvailabilityTable table = new AvailabilityTable(call.locale(), zone);
			AvailabilityReport report = AvailabilityReport.of(fleet, history, begin, end.isAfter(now) ? now : end, target);
			return out.write(new Table(table.name(), table.headings(), table.rows(report).iterator()));
		}
	}
}
