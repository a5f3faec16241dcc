package id.posko.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Event;
import id.posko.health.Event.Kind;
import id.posko.health.EventPages;
import id.posko.health.EventPages.Page;
import id.posko.health.Events;
import id.posko.health.Period;
import id.posko.health.Transition;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code posko events [--site CODE] [--from D] [--to D]}: what happened, the newest first, as it was kept. */
@Component(service = Verb.class, property = { Verb.NAME + "=events", Verb.OPEN + "=true" })
public final class EventsVerb implements Verb {

	private static final int AT_ONCE = 500;

	private final Inventory inventory;
	private final Events events;

	@Activate
	public EventsVerb(@Reference Inventory inventory, @Reference Events events) {
		this.inventory = inventory;
		this.events = events;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Happened(call);
	}

	@Command(name = "events")
	final class Happened implements Callable<Integer> {

		private final Call call;

		@Option(names = "--site", paramLabel = "CODE", descriptionKey = "events.site")
		private String site;
		@Option(names = "--from", paramLabel = "D", descriptionKey = "events.from")
		private LocalDate from;
		@Option(names = "--to", paramLabel = "D", descriptionKey = "events.to")
		private LocalDate to;
		@Option(names = "--json", descriptionKey = "json")
		private boolean json;

		private Happened(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() throws IOException, InterruptedException {
			ZoneId zone = ZoneId.systemDefault();
			LocalDate last = to == null ? LocalDate.now(zone) : to;
			LocalDate first = from == null ? last.minusDays(6) : from;
			Fleet fleet = inventory.fleet();
			if (first.isAfter(last)) {
				call.say("report.no_days", first, last);
				return Call.WRONG_USE;
			}
			if (site != null && new Selection(call, fleet).site(site).isEmpty()) {
				return Call.WRONG_USE;
			}
			Period period = new Period(first, last);
			EventPages pages = new EventPages(events, Optional.ofNullable(site).map(RegionCode::new), period.begin(zone),
					period.end(zone), Set.of(Kind.values()));
			Page page = pages.next(Optional.empty(), AT_ONCE);
			tell(page, fleet);
			while (page.last().isPresent() && call.isHeard()) {
				page = pages.next(page.last(), AT_ONCE);
				tell(page, fleet);
			}
			return Call.WELL;
		}

		private void tell(Page page, Fleet fleet) {
			for (Event event : page.found()) {
				Transition turn = event.transition();
				String office = fleet.site(turn.device().site()).map(Site::name).orElse(turn.device().site().text());
				call.out().println(json ? json(event, office) : text(event, office));
			}
		}

		private JsonLine json(Event event, String office) {
			Transition turn = event.transition();
			Instant at = turn.at();
			return new JsonLine().put("at", at).put("event", event.kind().code()).put("site", office)
					.put("siteCode", turn.device().site()).put("device", turn.device().name()).put("from", turn.from().code())
					.put("state", turn.to().code()).put("cause", turn.cause().code())
					.put("sentence", turn.cause().sentence(call.locale()));
		}

		private String text(Event event, String office) {
			Transition turn = event.transition();
			return "%s  %-22s %s · %s: %s".formatted(JsonLine.time(turn.at()), call.words().say("event." + event.kind()),
					office, turn.device().name(), turn.cause().sentence(call.locale()));
		}
	}
}
