package id.posko.bench;

import java.io.IOException;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Component;

import id.posko.cli.Call;
import id.posko.cli.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code posko bench ping|rounds|snmp|xlsx|bag|seal|copy|board|start}: the production classes at full speed; 1 if an answer is
 * wrong or a goal is missed.
 */
@Component(service = Verb.class, property = Verb.NAME + "=bench")
public final class BenchVerb implements Verb {

	@Override
	public Callable<Integer> on(Call call) {
		return new Bench(call);
	}

	@Command(name = "bench")
	static final class Bench implements Callable<Integer> {

		private final Call call;

		@Spec
		private CommandSpec spec;

		private Bench(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "ping | rounds | snmp | xlsx | bag | seal | copy | board | start");
		}

		@Command(name = "ping")
		int ping() throws IOException, InterruptedException {
			return PingBench.run(this::print) ? Call.WELL : Call.NOT_WELL;
		}

		@Command(name = "rounds")
		int rounds() {
			return RoundsBench.run(this::print) ? Call.WELL : Call.NOT_WELL;
		}

		@Command(name = "board")
		int board() throws IOException, InterruptedException {
			return BoardBench.run(this::print) ? Call.WELL : Call.NOT_WELL;
		}

		@Command(name = "start")
		int start() throws IOException, InterruptedException {
			return StartBench.run(this::print) ? Call.WELL : Call.NOT_WELL;
		}

		@Command(name = "snmp")
		int snmp() throws IOException, InterruptedException {
			return SnmpBench.run(this::print) ? Call.WELL : Call.NOT_WELL;
		}

		@Command(name = "xlsx")
		int xlsx() throws IOException, InterruptedException {
			return XlsxBench.run(this::print) ? Call.WELL : Call.NOT_WELL;
		}

		@Command(name = "seal")
		int seal() throws IOException, InterruptedException {
			return SealBench.run(this::print) ? Call.WELL : Call.NOT_WELL;
		}

		@Command(name = "bag")
		int bag() throws IOException, InterruptedException {
			return BagBench.run(this::print) ? Call.WELL : Call.NOT_WELL;
		}

		@Command(name = "copy")
		int copy() throws IOException, InterruptedException {
			return CopyBench.run(this::print) ? Call.WELL : Call.NOT_WELL;
		}

		private void print(String line) {
			call.out().println(line);
			call.out().flush();
		}
	}
}
