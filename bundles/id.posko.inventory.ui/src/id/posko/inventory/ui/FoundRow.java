package id.posko.inventory.ui;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import id.posko.kit.Labels;
import id.posko.kit.Words;
import id.posko.kit.discovery.Discovered;
import id.posko.kit.discovery.Guess.Confidence;
import id.posko.kit.discovery.OfficeNetworks;
import id.posko.kit.discovery.Sign;
import id.posko.ui.table.Column;

/** One device that was found on the network; {@code known} names those of the list at its address. */
record FoundRow(Discovered device, String known) {

	static FoundRow of(Discovered device, OfficeNetworks networks) {
		return new FoundRow(device, networks.known(device.host()).stream()
				.map(known -> known.name() + " · " + networks.siteOf(known).name()).collect(Collectors.joining(", ")));
	}

	InetAddress key() {
		return device.host();
	}

	boolean isNew() {
		return known.isEmpty();
	}

	private BigInteger number() {
		return new BigInteger(1, device.host().getAddress());
	}

	private String guess(Words words, Locale locale) {
		return device.guess().map(g -> words.say("found.guess", new Labels(locale).of(g.kind()), g.confidence().label(locale)))
				.orElseGet(() -> words.say(device.isSettled() ? "found.unknown" : "found.asking"));
	}

	/** The surest first. */
	private int confidence() {
		return device.guess().map(g -> g.confidence().ordinal()).orElse(Confidence.values().length);
	}

	private List<Sign> evidence() {
		return device.guess().map(g -> g.evidence()).orElse(List.of());
	}

	/** What did not decide the guess. */
	private List<Sign> others() {
		List<String> deciding = evidence().stream().map(s -> s.kind() + s.value()).toList();
		return device.signs().stream().filter(s -> !deciding.contains(s.kind() + s.value())).toList();
	}

	private static String said(List<Sign> signs, Locale locale) {
		return signs.stream().map(sign -> sign.sentence(locale)).collect(Collectors.joining(" · "));
	}

	/** Their functions may be asked on any thread. */
	static List<Column<FoundRow>> columns(Words words, Locale locale) {
		return List.of(
				Column.<FoundRow>text("address", words.say("column.address"), 112, row -> row.device.host().getHostAddress())
						.orderedBy(Comparator.comparing(FoundRow::number)),
				Column.text("name", words.say("column.name"), 100, row -> row.device.name()),
				Column.<FoundRow>text("guess", words.say("column.guess"), 152, row -> row.guess(words, locale))
						.orderedBy(Comparator.comparing(FoundRow::confidence).thenComparing(row -> row.guess(words, locale))),
				Column.text("evidence", words.say("column.evidence"), 212, row -> said(row.evidence(), locale)),
				Column.<FoundRow>text("answers", words.say("column.answers"), 140, row -> said(row.others(), locale)).inQuietTone(),
				Column.text("known", words.say("column.known"), 168,
						row -> row.isNew() ? words.say("found.new") : row.known));
	}
}
