package id.posko.notice;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import id.posko.kit.Notices.Fault;
import id.posko.kit.Words;

/**
 * What is wrong with a setting; its sentence is this room's text {@code flaw.CODE} of the key, the arguments and, for a
 * wrong value, what is expected. Where it stands in no file, settings are called what the form calls them.
 */
record Flaw(String key, int line, String code, List<String> arguments) {

	Fault in(Locale locale) {
		Words words = Words.of(Flaw.class, locale);
		Stream<String> expected = code.equals("wrong") ? Stream.of(words.say("expected." + key)) : Stream.of();
		String sentence = words.say("flaw." + code,
				Stream.of(Stream.of(key), arguments.stream(), expected).flatMap(part -> part).map(part -> called(part, words)).toArray());
		return new Fault(key, line, line > 0 ? words.say("flaw.at", String.valueOf(line), sentence) : sentence);
	}

	private String called(String part, Words words) {
		return line == 0 && words.has("name." + part) ? words.say("name." + part) : part;
	}
}
