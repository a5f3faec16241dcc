package id.posko.health.counter;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.counter.CounterReader.Taken;
import id.posko.kit.RegionCode;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.Permission;

/** Where people record what a counter shows; others than may do it get {@link id.posko.staff.NotPermitted}. */
@Component(service = HandCounter.class)
public final class HandCounter {

	private final CounterReader reader;
	private final Counters counters;
	private final Acts acts;

	@Activate
	public HandCounter(@Reference CounterReader reader, @Reference Counters counters, @Reference Acts acts) {
		this.reader = reader;
		this.counters = counters;
		this.acts = acts;
	}

	/** Asks for what waits where the reading does not say it, for at most that long. */
	public Taken keep(Actor by, RegionCode site, CounterReading made, Duration timeout)
			throws IOException, InterruptedException {
		acts.permit(by, Permission.COUNTER, Optional.of(site), site.text());
		acts.done(by, "counter recorded", site.text(), made.at() + " " + made.reader(), made.value());
		return reader.keep(site, made, timeout);
	}

	/** Takes a reading back. */
	public void remove(Actor by, RegionCode site, Instant at) throws IOException {
		acts.permit(by, Permission.COUNTER, Optional.of(site), site.text());
		acts.done(by, "counter reading removed", site.text(), at.toString(), 1);
		counters.remove(site, at);
	}
}
