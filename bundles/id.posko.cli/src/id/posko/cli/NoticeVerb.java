package id.posko.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.NoticeSetup;
import id.posko.kit.DataFolder.OpenFolder;
import id.posko.kit.Notices;
import id.posko.kit.Notices.Fault;
import id.posko.kit.Notices.Trial;
import id.posko.kit.Notices.WayStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code posko notice test|status}: whether people who do not look at the window are told. */
@Component(service = Verb.class, property = Verb.NAME + "=notice")
public final class NoticeVerb implements Verb {

	private final Notices notices;
	private final NoticeSetup setup;

	/** @param folder whose holder sends: it answers */
	@Activate
	public NoticeVerb(@Reference Notices notices, @Reference NoticeSetup setup, @Reference OpenFolder folder) {
		this.notices = notices;
		this.setup = setup;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Notice(call);
	}

	@Command(name = "notice")
	final class Notice implements Callable<Integer> {

		private final Call call;

		@Spec
		private CommandSpec spec;

		private Notice(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "test")
		int test(@Option(names = "--json", descriptionKey = "json") boolean json) throws InterruptedException {
			if (!isRight()) {
				return Call.WRONG_USE;
			}
			List<Trial> trials = setup.tryOut(call.by(), notices.settings(), call.locale());
			if (trials.isEmpty()) {
				call.say("notice.none");
				return Call.WRONG_USE;
			}
			trials.forEach(trial -> call.out().println(json
					? new JsonLine().put("way", trial.way()).put("target", trial.target()).put("sent", trial.isSent())
							.put("sentence", trial.sentence())
					: "%-8s %s".formatted(trial.way(), trial.sentence())));
			return trials.stream().allMatch(Trial::isSent) ? Call.WELL : Call.NOT_WELL;
		}

		@Command(name = "status")
		int status(@Option(names = "--json", descriptionKey = "json") boolean json) {
			boolean right = isRight();
			List<WayStatus> ways = notices.status(call.locale());
			if (ways.isEmpty() && right) {
				call.say("notice.none");
			}
			ways.forEach(way -> call.out().println(json ? json(way) : text(way)));
			return right && ways.stream().allMatch(way -> way.trouble().isEmpty()) ? Call.WELL : Call.NOT_WELL;
		}

		/** Says what is wrong with what is set up. */
		private boolean isRight() {
			List<Fault> faults = notices.faults(call.locale());
			faults.forEach(fault -> call.err().println("notice.properties: " + fault.sentence()));
			return faults.isEmpty();
		}

		private static JsonLine json(WayStatus way) {
			return new JsonLine().put("way", way.way()).put("target", way.target()).put("waiting", way.waiting())
					.put("omitted", way.omitted()).put("sent", way.sent()).put("trouble", way.trouble())
					.put("next", way.next());
		}

		private String text(WayStatus way) {
			StringBuilder line = new StringBuilder("%-8s ".formatted(way.way()));
			line.append(call.words().say("notice.waiting", way.target(), way.waiting()));
			if (way.omitted() > 0) {
				line.append(' ').append(call.words().say("notice.omitted", way.omitted()));
			}
			way.sent().ifPresent(at -> line.append(' ').append(call.words().say("notice.sent", JsonLine.time(at))));
			way.trouble().ifPresent(trouble -> line.append(' ').append(trouble));
			way.next().ifPresent(at -> line.append(' ').append(call.words().say("notice.next", JsonLine.time(at))));
			return line.toString();
		}
	}
}
