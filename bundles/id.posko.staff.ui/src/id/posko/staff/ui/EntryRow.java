package id.posko.staff.ui;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import id.posko.kit.Words;
import id.posko.staff.Entry;
import id.posko.ui.table.Column;

/** An entry of the journal as a line. */
final class EntryRow {

	private static final List<String> ALL = List.of("number", "at", "who", "where", "act", "object", "purpose", "count", "hash");

	private EntryRow() {
	}

	static List<Column<Entry>> columns(Words words, Locale locale) {
		DateTimeFormatter time = DateTimeFormatter.ofPattern(words.say("journal.time"), locale).withZone(ZoneId.systemDefault());
		return List.of(
				Column.<Entry>text("number", words.say("column.number"), 80, entry -> Long.toString(entry.number()))
						.orderedBy(Comparator.comparing(Entry::number)).inQuietTone(),
				Column.<Entry>text("at", words.say("column.at"), 178, entry -> time.format(entry.at()))
						.orderedBy(Comparator.comparing(Entry::at)).inQuietTone(),
				Column.text("who", words.say("column.who"), 120, Entry::who),
				Column.text("act", words.say("column.act"), 200, Entry::act),
				Column.text("object", words.say("column.object"), 220, Entry::object),
				Column.text("purpose", words.say("column.purpose"), 260, Entry::purpose),
				Column.<Entry>text("count", words.say("column.count"), 80, entry -> Long.toString(entry.count()))
						.orderedBy(Comparator.comparing(Entry::count)),
				Column.text("where", words.say("column.where"), 140, Entry::where),
				Column.<Entry>text("hash", words.say("column.hash"), 200, Entry::hash).hiddenAtFirst());
	}

	static List<String> titles(Words words) {
		return ALL.stream().map(each -> words.say("column." + each)).toList();
	}

	static List<String> texts(Entry entry) {
		return Stream.of(entry.number(), entry.at().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()).toOffsetDateTime(),
				entry.who(), entry.where(), entry.act(), entry.object(), entry.purpose(), entry.count(), entry.hash())
				.map(Object::toString).toList();
	}
}
