package id.posko.procedure;

import id.posko.kit.RegionCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One field of a step's form.
 *
 * @param choices at least two different ones where the kind is chosen from; else none
 */
public record Field(String name, Kind kind, List<String> choices) {

	public static final String YES = "ya";
	public static final String NO = "tidak";

	private static final Pattern WRITTEN = Pattern.compile("(\\p{L}+)\\s*\\(([^()]*)\\)");
	/** With dots between thousands and a decimal comma. */
	private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?");

	/** What is filled in; {@code word} names it in a file. */
	public enum Kind {
		TEXT("teks"),
		/** Text of several lines. */
		LONG_TEXT("uraian"), NUMBER("angka"), DATE("tanggal"), YES_NO("ya/tidak"),
		/** One of several: {@code pilihan (surat, telepon)}. */
		CHOICE("pilihan"),
		/** One of several, and but for the first, which is well, a colon and what is wrong: {@code ganti: baterai}. */
		FINDING("temuan"), FILE("berkas"), PERSON("orang"),
		/** A device's {@code CODE/NAME}. */
		DEVICE("alat");

		private final String word;

		Kind(String word) {
			this.word = word;
		}

		public String word() {
			return word;
		}

		public boolean isChosen() {
			return this == CHOICE || this == FINDING;
		}
	}

	public Field {
		choices = List.copyOf(choices);
	}

	public Field(String name, Kind kind) {
		this(name, kind, List.of());
	}

	/** @param written the kind as {@link #written} gives it; empty if there is no such kind */
	public static Optional<Field> of(String name, String written) {
		Matcher chosen = WRITTEN.matcher(written);
		List<String> choices = chosen.matches()
				? Arrays.stream(chosen.group(2).split(",")).map(String::strip).filter(each -> !each.isEmpty()).distinct().toList()
				: List.of();
		String word = chosen.matches() ? chosen.group(1) : written;
		return Arrays.stream(Kind.values()).filter(kind -> kind.word.equals(word))
				.filter(kind -> kind.isChosen() ? choices.size() > 1 : !chosen.matches()).findFirst()
				.map(kind -> new Field(name, kind, choices));
	}

	/** What can be written for a kind. */
	public static List<String> examples() {
		return Arrays.stream(Kind.values()).map(kind -> kind.isChosen() ? kind.word + " (a, b)" : kind.word).toList();
	}

	/** The kind as a file names it. */
	public String written() {
		return choices.isEmpty() ? kind.word : kind.word + choices.stream().collect(Collectors.joining(", ", " (", ")"));
	}

	/** What was typed as it is kept: a day as 2026-12-31, a number without dots. Empty if it is none of the kind. */
	public Optional<String> read(String typed) {
		String text = typed.strip();
		if (text.isEmpty()) {
			return Optional.of("");
		}
		return switch (kind) {
			case TEXT, LONG_TEXT, PERSON -> Optional.of(text);
			case NUMBER -> Optional.of(text).filter(it -> NUMBER.matcher(it).matches()).map(it -> it.replace(".", ""));
			case DATE -> date(text).map(LocalDate::toString);
			case YES_NO -> choice(List.of(YES, NO), text);
			case CHOICE -> choice(choices, text);
			case FINDING -> finding(text);
			case DEVICE -> Optional.of(text).filter(it -> it.indexOf('/') > 0 && !it.endsWith("/")
					&& RegionCode.isWellFormed(it.substring(0, it.indexOf('/'))));
			case FILE -> Optional.empty();
		};
	}

	/** A day as offices write it, 31-12-2026 or 31 Desember 2026, or as it is kept, 2026-12-31. */
	public static Optional<LocalDate> date(String text) {
		return WrittenDate.parse(text).or(() -> {
			try {
				return Optional.of(LocalDate.parse(text.strip()));
			} catch (DateTimeParseException _) {
				return Optional.empty();
			}
		});
	}

	private static Optional<String> choice(List<String> choices, String text) {
		return choices.stream().filter(choice -> choice.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)))
				.findFirst();
	}

	private Optional<String> finding(String text) {
		int colon = text.indexOf(':');
		String said = colon < 0 ? "" : text.substring(colon + 1).strip();
		return choice(choices, colon < 0 ? text : text.substring(0, colon).strip())
				.filter(choice -> !said.isEmpty() || choice.equals(choices.getFirst()))
				.map(choice -> said.isEmpty() ? choice : choice + ": " + said);
	}
}
