package id.posko.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import id.posko.kit.Notices.Message;
import id.posko.kit.Words;

/** A dispatch in the words of a reader. */
final class Letter {

	/** RFC 2047: an encoded word has at most 75 characters, so 45 bytes in base64. */
	private static final int WORD_BYTES = 45;
	private static final int LONGEST_PLAIN_SUBJECT = 60;
	private static final int LONGEST_SUBJECT = 150;

	private final Dispatch dispatch;
	private final Words words;
	private final ZoneId zone;

	Letter(Dispatch dispatch, Locale locale, ZoneId zone) {
		this.dispatch = dispatch;
		words = Words.of(Letter.class, locale);
		this.zone = zone;
	}

	/** One line. */
	String subject() {
		List<Message> messages = dispatch.messages();
		String about = switch (dispatch.kind()) {
		case EXAMPLE -> words.say("letter.example.subject");
		case SUMMARY -> words.say("letter.summary", messages.size());
		case NEWS -> messages.size() == 1 ? messages.getFirst().sentence()
				: words.say("letter.many", messages.size(), messages.stream().map(Message::siteCode).distinct().count());
		};
		String line = "Posko: " + line(about);
		if (line.length() <= LONGEST_SUBJECT) {
			return line;
		}
		int end = line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_SUBJECT - 2));
		return line.substring(0, end) + " …";
	}

	/** Lines that end with CR LF. */
	String text() {
		List<String> lines = new ArrayList<>();
		if (dispatch.kind() == Dispatch.Kind.EXAMPLE) {
			lines.add(words.say("letter.example"));
		}
		if (dispatch.omitted().count() > 0) {
			lines.add(words.say("letter.omitted", dispatch.omitted().count(), time(dispatch.omitted().first()),
					time(dispatch.omitted().last())));
			lines.add("");
		}
		dispatch.messages().forEach(message -> lines.add(time(message.at()) + "  " + line(message.sentence())));
		lines.add("");
		lines.add(words.say("letter.foot"));
		return lines.stream().collect(Collectors.joining("\r\n", "", "\r\n"));
	}

	private String time(Instant at) {
		return DateTimeFormatter.ofPattern(words.say("letter.time"), words.locale()).format(at.atZone(zone));
	}

	/** What users have typed has no line breaks and controls here. */
	static String line(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}]+", " ").strip();
	}

	/**
	 * The whole message (RFC 5322, 2045, 2047), ASCII only. It answers those that told of the same causes, so that a
	 * mail reader shows an outage and its end as one thread, and says that no person wrote it (RFC 3834).
	 */
	String message(Setup.Mail mail) {
		String domain = mail.from().substring(mail.from().indexOf('@') + 1);
		List<String> headers = new ArrayList<>();
		headers.add("From: Posko <" + mail.from() + ">");
		headers.add("To: " + String.join(",\r\n ", mail.to()));
		headers.add("Subject: " + encoded(subject()));
		headers.add("Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(dispatch.formed().atZone(zone)));
		headers.add("Message-ID: <" + dispatch.id() + "@" + domain + ">");
		if (!dispatch.replyTo().isEmpty()) {
			List<String> ids = dispatch.replyTo().stream().map(id -> "<" + id + "@" + domain + ">").toList();
			headers.add("In-Reply-To: " + ids.getLast());
			headers.add("References: " + String.join("\r\n ", ids));
		}
		headers.add("Auto-Submitted: auto-generated");
		headers.add("MIME-Version: 1.0");
		headers.add("Content-Type: text/plain; charset=UTF-8");
		headers.add("Content-Transfer-Encoding: base64");
		String body = Base64.getMimeEncoder().encodeToString(text().getBytes(StandardCharsets.UTF_8));
		return String.join("\r\n", headers) + "\r\n\r\n" + body + "\r\n";
	}

	/** As it may stand in a header. */
	static String encoded(String text) {
		if (text.length() <= LONGEST_PLAIN_SUBJECT && text.matches("[ -~]*") && !text.contains("=?")) {
			return text;
		}
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		int bytes = 0;
		for (int point : text.codePoints().toArray()) {
			String character = Character.toString(point);
			int length = character.getBytes(StandardCharsets.UTF_8).length;
			if (bytes + length > WORD_BYTES) {
				parts.add(part.toString());
				part.setLength(0);
				bytes = 0;
			}
			part.append(character);
			bytes += length;
		}
		parts.add(part.toString());
		return parts.stream().map(each -> "=?UTF-8?B?"
				+ Base64.getEncoder().encodeToString(each.getBytes(StandardCharsets.UTF_8)) + "?=")
				.collect(Collectors.joining("\r\n "));
	}
}
