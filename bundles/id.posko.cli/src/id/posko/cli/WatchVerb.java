package id.posko.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.BoardListener;
import id.posko.health.Monitoring;
import id.posko.health.Notice;
import id.posko.health.Transition;
import id.posko.kit.Inventory;
import id.posko.kit.Inventory.Subscription;
import id.posko.transfer.backup.Timetable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code posko watch}: rounds and scheduled backups without a window until it is stopped; tells what changes. */
@Component(service = Verb.class, property = { Verb.NAME + "=watch", Verb.OPEN + "=true" })
public final class WatchVerb implements Verb {

	private final Inventory inventory;
	private final Monitoring monitoring;
	private final Timetable timetable;

	@Activate
	public WatchVerb(@Reference Inventory inventory, @Reference Monitoring monitoring, @Reference Timetable timetable) {
		this.inventory = inventory;
		this.monitoring = monitoring;
		this.timetable = timetable;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Watch(call);
	}

	@Command(name = "watch")
	final class Watch implements Callable<Integer> {

		private final Call call;
		private final CountDownLatch unheard = new CountDownLatch(1);

		@Option(names = "--json", descriptionKey = "watch.json")
		private boolean json;

		private Watch(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() throws InterruptedException {
			try (Subscription _ = monitoring.board().listen(new Teller())) {
				monitoring.start();
				timetable.start();
				call.say("watch.started", inventory.fleet().devices().size());
				unheard.await();
			}
			return Call.WELL;
		}

		private final class Teller implements BoardListener {

			@Override
			public void turned(List<Transition> transitions) {
				if (json) {
					transitions.forEach(turn -> call.out().println(new JsonLine().put("device", turn.device().name())
							.put("siteCode", turn.device().site()).put("from", turn.from().code())
							.put("state", turn.to().code()).put("cause", turn.cause().code())
							.put("sentence", turn.cause().sentence(call.locale())).put("at", turn.at())));
					endUnheard();
				}
			}

			@Override
			public void noticed(List<Notice> notices) {
				if (!json) {
					notices.forEach(notice -> call.out().println(notice.sentence(call.locale())));
					endUnheard();
				}
			}

			private void endUnheard() {
				if (!call.isHeard()) {
					unheard.countDown();
				}
			}
		}
	}
}
