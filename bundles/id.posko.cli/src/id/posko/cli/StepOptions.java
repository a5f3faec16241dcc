package id.posko.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import id.posko.procedure.desk.Answers;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is done with the open step of a run, as options. */
final class StepOptions {

	@Option(names = "--take", descriptionKey = "sop.take")
	boolean take;
	@Option(names = "--done", descriptionKey = "sop.done")
	boolean done;
	@Option(names = "--run", descriptionKey = "sop.do")
	boolean run;
	@Option(names = "--return", paramLabel = "TO", descriptionKey = "sop.return")
	Integer returnTo;
	@Option(names = "--pass", descriptionKey = "sop.pass")
	boolean pass;
	@Option(names = "--delegate", paramLabel = "NAME", descriptionKey = "sop.delegate")
	String delegate;
	@Option(names = "--member", paramLabel = "NAME", descriptionKey = "sop.member")
	Set<String> members = Set.of();
	@Option(names = "--team", paramLabel = "TEAM", descriptionKey = "sop.team")
	String team;
	@Option(names = "--receipt", paramLabel = "WHO", descriptionKey = "sop.receipt")
	String receipt;
	@Option(names = "--stop", descriptionKey = "sop.stop")
	boolean stop;
	@Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", descriptionKey = "sop.reason")
	String reason;
	@Option(names = "--note", paramLabel = "TEXT", defaultValue = "", descriptionKey = "sop.note")
	String note;
	@Option(names = "--set", paramLabel = "FIELD=VALUE", descriptionKey = "sop.set")
	private Map<String, String> values = Map.of();
	@Option(names = "--attach", paramLabel = "[FIELD=]FILE", descriptionKey = "sop.attach")
	private List<String> files = List.of();
	@Mixin
	LetterOptions letter;

	/** How many different things are asked for at once; to keep something is none of them. */
	long asked() {
		return Stream.of(take, done, run, returnTo != null, pass, delegate != null, !members.isEmpty(), receipt != null, stop)
				.filter(each -> each).count();
	}

	Answers answers(Call call) {
		Map<String, Path> all = new HashMap<>();
		for (String file : files) {
			int sign = file.indexOf('=');
			all.put(sign < 0 ? "" : file.substring(0, sign).strip(), call.resolve(Path.of(file.substring(sign + 1))));
		}
		return new Answers(values, all);
	}
}
