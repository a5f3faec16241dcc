package id.posko.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import id.posko.health.CheckHealth;
import id.posko.health.CutPath;
import id.posko.health.CutPath.Step;
import id.posko.health.Evidence;
import id.posko.health.Spoken;
import id.posko.kit.Device;
import id.posko.kit.Labels;
import id.posko.kit.Words;

/** Makes the ticket of a path that is broken: what the helpdesk asks for, in Indonesian. */
public final class BrokenPath {

	private final CutPath path;
	private final ZoneId zone;
	private final Instant now;
	private final Words words = Words.of(BrokenPath.class, Words.INDONESIAN);
	private final Labels labels = new Labels(Words.INDONESIAN);
	private final Told told;

	public BrokenPath(CutPath path, ZoneId zone, Instant now) {
		this.path = path;
		this.zone = zone;
		this.now = now;
		told = new Told(Words.INDONESIAN, zone);
	}

	/** Empty if nothing is known to be broken there. */
	public Optional<Draft> draft() {
		return switch (path.finding()) {
			case CUT, DOWN, DEGRADED -> Optional.of(draft(path.at()));
			case HEALTHY, PASSES, MAINTENANCE, OPEN, UNKNOWN, NOT_MEASURED -> Optional.empty();
		};
	}

	private Draft draft(Step at) {
		String title = cut(words.say("text.title." + path.finding(), Spoken.device(at.device(), at.site())),
				Draft.LONGEST_TITLE);
		return new Draft(Kind.of(at.device().kind()), at.device().site(), Optional.of(at.device().key()), title,
				cut(text(at, title), Draft.LONGEST_TEXT), links(at));
	}

	/** What is sent is plain text, whatever stands in the list of devices. */
	private static String cut(String written, int longest) {
		String text = written.replaceAll("[\\p{Cntrl}&&[^\\n]]|\\p{Cs}", " ");
		return text.codePointCount(0, text.length()) <= longest ? text
				: text.substring(0, text.offsetByCodePoints(0, longest));
	}

	private List<Link> links(Step at) {
		Set<Link> links = new LinkedHashSet<>();
		links.add(new Link(Link.Kind.DEVICE, path.steps().getFirst().device().key().toString()));
		links.add(new Link(Link.Kind.DEVICE, at.device().key().toString()));
		at.health().checks().forEach(check -> links.add(new Link(Link.Kind.CHECK, check.check())));
		return List.copyOf(links);
	}

	private String text(Step at, String title) {
		List<String> lines = new ArrayList<>();
		lines.add(title);
		lines.add("");
		lines.add(words.say("text.site", at.site().name(), at.site().code().text(), labels.of(at.site().link())));
		lines.add(words.say("text.device", device(at.device())));
		lines.add(words.say("text.since", told.time(at.health().verdict().since())));
		lines.add(words.say("text.finding", path.sentence(Words.INDONESIAN, now)));
		lines.add("");
		lines.add(words.say("text.path"));
		path.steps().reversed().forEach(step -> lines.add("- " + step(step)));
		lines.add("");
		lines.add(words.say("text.made", told.time(now)));
		return String.join("\n", lines);
	}

	/** Name, kind, address, serial number and inventory number, as far as they are known. */
	private String device(Device device) {
		List<String> facts = new ArrayList<>(List.of(device.name(), labels.of(device.kind())));
		device.address().ifPresent(address -> facts.add(words.say("text.address", address.toString())));
		if (!device.serial().isEmpty()) {
			facts.add(words.say("text.serial", device.serial()));
		}
		if (!device.assetTag().isEmpty()) {
			facts.add(words.say("text.asset", device.assetTag()));
		}
		return facts.stream().map(fact -> fact.replaceAll("\\s+", " ")).collect(Collectors.joining(", "));
	}

	private String step(Step step) {
		Evidence evidence = step.health().verdict().evidence();
		String seen = step.health().checks().stream().map(CheckHealth::check).map(new Spoken(Words.INDONESIAN, zone)::check)
				.collect(Collectors.joining(", "));
		return words.say("text.step", Spoken.device(step.device(), step.site()),
				Words.of(CutPath.class, Words.INDONESIAN).say("state." + step.state()),
				step.health().verdict().cause().sentence(Words.INDONESIAN, now), evidence.method(),
				seen.isEmpty() ? "-" : seen);
	}
}
