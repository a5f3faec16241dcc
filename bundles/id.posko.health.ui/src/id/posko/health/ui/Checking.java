package id.posko.health.ui;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.e4.core.di.annotations.Creatable;

import id.posko.health.Request;
import id.posko.health.State;
import id.posko.kit.Device;
import id.posko.kit.Words;
import id.posko.staff.Permission;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.Work;
import jakarta.inject.Inject;

/** Asks devices now, in the background, and says what came of it. */
@Creatable
final class Checking {

	@Inject
	private Watching watching;
	@Inject
	private Work work;
	@Inject
	private Say say;
	@Inject
	private Look look;

	private record Found(int good, int all) {
	}

	/** Those of them that may be checked by who sits there. */
	void check(Collection<Device> wanted) {
		List<Device> devices = wanted.stream().filter(device -> watching.may(Permission.CHECK, List.of(device))).toList();
		if (devices.isEmpty()) {
			return;
		}
		Words words = Words.of(Checking.class, look.locale());
		String title = devices.size() == 1 ? words.say("checking.one", devices.iterator().next().name())
				: words.say("checking.many", devices.size());
		work.start(title, progress -> ask(devices, progress), found -> {
			if (found.all() > 1) {
				say.done(words.say("checked", found.all(), found.good()));
			}
		}, () -> {
		});
	}

	private Found ask(Collection<Device> devices, Work.Progress progress) throws InterruptedException {
		AtomicInteger good = new AtomicInteger();
		AtomicInteger settled = new AtomicInteger();
		try (Request request = watching.care().check(watching.by(), devices, health -> {
			if (health.state() == State.UP || health.state() == State.DEGRADED) {
				good.incrementAndGet();
			}
			int done = settled.incrementAndGet();
			progress.say(done + "/" + devices.size(), OptionalDouble.of((double) done / devices.size()));
		})) {
			request.await();
		}
		return new Found(good.get(), settled.get());
	}
}
