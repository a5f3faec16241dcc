package id.posko.inventory;

import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Labels;
import id.posko.kit.Site;
import id.posko.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Says audits to people. */
public final class StocktakeTold {

	private final Words words;
	private final Labels labels;

	public StocktakeTold(Locale locale) {
		words = Words.of(StocktakeTold.class, locale);
		labels = new Labels(locale);
	}

	public String state(Stocktake.State state) {
		return words.say("audit.state." + state);
	}

	public String refusal(StocktakeDesk.Outcome.Refused refused) {
		return words.say("audit.refusal." + refused.why(), refused.argument());
	}

	/** How many of those expected were found, are missing, and were too much. */
	public String counts(Stocktake audit) {
		return words.say("audit.counts", audit.lines(Stocktake.State.FOUND).size(), audit.expected().size(),
				audit.lines(Stocktake.State.MISSING).size(), audit.lines(Stocktake.State.UNEXPECTED).size());
	}

	public String time(Instant at) {
		return DateTimeFormatter.ofPattern(words.say("audit.time"), words.locale()).format(at.atZone(ZoneId.systemDefault()));
	}

	/** Number, office, when and by whom, and how far it is. */
	public String title(Stocktake audit, Fleet fleet) {
		return words.say("audit.title", audit.number() + "",
				fleet.site(audit.site()).map(Site::name).orElse(audit.site().text()), time(audit.begunAt()), audit.begunBy(),
				audit.end().map(end -> words.say("audit.ended", time(end.at()), end.by())).orElse(words.say("audit.open")));
	}

	String sheet(Stocktake audit) {
		return words.say("audit.sheet", audit.number() + "");
	}

	List<String> headings() {
		return Stream.of("code", "site", "device", "kind", "serial", "asset", "state", "at", "by")
				.map(key -> words.say("audit.column." + key)).toList();
	}

	List<List<String>> rows(Stocktake audit, Fleet fleet) {
		return audit.lines().stream().map(line -> row(line, fleet)).toList();
	}

	private List<String> row(Stocktake.Line line, Fleet fleet) {
		DeviceKey key = line.device();
		Optional<Device> device = fleet.device(key);
		return List.of(key.site().text(), fleet.site(key.site()).map(Site::name).orElse(""), key.name(),
				device.map(found -> labels.of(found.kind())).orElse(""), device.map(Device::serial).orElse(""),
				device.map(Device::assetTag).orElse(""), state(line.state()),
				line.tick().map(tick -> time(tick.at())).orElse(""), line.tick().map(Stocktake.Tick::by).orElse(""));
	}
}
