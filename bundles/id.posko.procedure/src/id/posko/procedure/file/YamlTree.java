package id.posko.procedure.file;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 document event by event. Every scalar is a text, whatever YAML would make of it; anchors, aliases,
 * tags, a second document, deep nesting and too many values are refused as soon as they are met.
 */
final class YamlTree {

	static final int DEEPEST = 12;
	static final int MOST_VALUES = 20_000;

	private final Iterator<Event> events;
	private int values;

	private YamlTree(Iterator<Event> events) {
		this.events = events;
	}

	/** Carries the one problem that ends the reading. */
	static final class Refusal extends Exception {

		private static final long serialVersionUID = 1L;

		private final transient Problem problem;

		Refusal(Rule rule, Spot spot, Object... arguments) {
			super(rule.name(), null, false, false);
			problem = Problem.of(rule, spot, arguments);
		}

		Problem problem() {
			return problem;
		}
	}

	static Tree read(String text) throws Refusal {
		LoadSettings settings = LoadSettings.builder().build();
		try {
			return new YamlTree(new Parse(settings).parseReader(new WholeCharacters(text)).iterator()).document();
		} catch (MarkedYamlEngineException e) {
			Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
			throw new Refusal(Rule.SYNTAX, mark.map(YamlTree::spot).orElse(null), oneLine(e.getProblem()));
		} catch (ReaderException e) {
			throw new Refusal(Rule.CONTROL, after(text, e.getPosition()), "YAML", "U+%04X".formatted(e.getCodePoint()));
		} catch (YamlEngineException e) {
			throw new Refusal(Rule.SYNTAX, null, oneLine(e.getMessage()));
		} catch (IllegalArgumentException e) {
			// SnakeYAML Engine 3.2 on an escape that is cut short or stands for no character.
			throw new Refusal(Rule.SYNTAX, null, oneLine(e.getMessage()));
		}
	}

	/** SnakeYAML Engine 3.2 fails where the end of its buffer cuts a character beyond U+FFFF in two. */
	private static final class WholeCharacters extends Reader {

		private final String text;
		private int at;

		private WholeCharacters(String text) {
			this.text = text;
		}

		@Override
		public int read(char[] into, int from, int most) {
			if (at == text.length()) {
				return -1;
			}
			int end = Math.min(text.length(), at + most);
			end -= end > at + 1 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
			text.getChars(at, end, into, from);
			int read = end - at;
			at = end;
			return read;
		}

		@Override
		public void close() {
			// nothing to close
		}
	}

	private static Spot after(String text, int codePoints) {
		int[] place = {1, 1};
		text.codePoints().limit(codePoints).forEach(c -> {
			place[0] += c == '\n' ? 1 : 0;
			place[1] = c == '\n' ? 1 : place[1] + 1;
		});
		return new Spot(place[0], place[1]);
	}

	private static String oneLine(String message) {
		return Texts.quoted(String.valueOf(message).lines().findFirst().orElse(""));
	}

	private Tree document() throws Refusal {
		Tree tree = null;
		while (events.hasNext()) {
			Event event = events.next();
			switch (event.getEventId()) {
				case StreamStart, StreamEnd, DocumentEnd, Comment -> {
				}
				case DocumentStart -> {
					if (tree != null) {
						throw new Refusal(Rule.SECOND_DOCUMENT, spot(event));
					}
				}
				default -> tree = value(event, 1);
			}
		}
		if (tree == null) {
			throw new Refusal(Rule.EMPTY_FILE, null);
		}
		return tree;
	}

	private Tree value(Event event, int depth) throws Refusal {
		refuseWhatIsNotPlain(event, depth);
		return switch (event) {
			case ScalarEvent scalar -> new Tree.Text(scalar.getValue(), spot(event));
			case CollectionStartEvent start when start.getEventId() == Event.ID.SequenceStart -> items(start, depth);
			case CollectionStartEvent start -> keys(start, depth);
			default -> throw new Refusal(Rule.SYNTAX, spot(event), event.getEventId().name());
		};
	}

	private void refuseWhatIsNotPlain(Event event, int depth) throws Refusal {
		if (event instanceof AliasEvent alias) {
			throw new Refusal(Rule.ALIAS, spot(event), Texts.quoted(alias.getAlias().getValue()));
		}
		if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
			throw new Refusal(Rule.ANCHOR, spot(event), Texts.quoted(node.getAnchor().get().getValue()));
		}
		Optional<String> tag = switch (event) {
			case ScalarEvent scalar -> scalar.getTag();
			case CollectionStartEvent start -> start.getTag();
			default -> Optional.empty();
		};
		if (tag.isPresent()) {
			throw new Refusal(Rule.TAG, spot(event), Texts.quoted(tag.get()));
		}
		if (depth > DEEPEST) {
			throw new Refusal(Rule.TOO_DEEP, spot(event), DEEPEST);
		}
		if (++values > MOST_VALUES) {
			throw new Refusal(Rule.TOO_MANY, spot(event), MOST_VALUES);
		}
	}

	private Tree items(Event start, int depth) throws Refusal {
		List<Tree> items = new ArrayList<>();
		for (Event event; (event = next()).getEventId() != Event.ID.SequenceEnd;) {
			items.add(value(event, depth + 1));
		}
		return new Tree.Items(List.copyOf(items), spot(start));
	}

	private Tree keys(Event start, int depth) throws Refusal {
		Map<String, Tree.Value> keys = new LinkedHashMap<>();
		for (Event event; (event = next()).getEventId() != Event.ID.MappingEnd;) {
			if (!(value(event, depth + 1) instanceof Tree.Text(String key, Spot spot))) {
				throw new Refusal(Rule.KEY_NOT_TEXT, spot(event));
			}
			Tree.Value before = keys.get(key);
			if (before != null) {
				throw new Refusal(Rule.KEY_TWICE, spot, Texts.quoted(key), before.key().line());
			}
			keys.put(key, new Tree.Value(spot, value(next(), depth + 1)));
		}
		return new Tree.Keys(keys, spot(start));
	}

	/** Comments are read over. */
	private Event next() {
		Event event = events.next();
		while (event.getEventId() == Event.ID.Comment) {
			event = events.next();
		}
		return event;
	}

	private static Spot spot(Event event) {
		return event.getStartMark().map(YamlTree::spot).orElse(new Spot(1, 1));
	}

	private static Spot spot(Mark mark) {
		return new Spot(mark.getLine() + 1, mark.getColumn() + 1);
	}
}
