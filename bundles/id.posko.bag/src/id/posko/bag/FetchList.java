package id.posko.bag;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What fetch.txt says (RFC 8493, section 2.2.3): address, length or -, name. Nothing is ever fetched here. */
final class FetchList {

	static final String FILE = "fetch.txt";

	private static final Pattern LINE = Pattern.compile("\\s*(\\S+)\\s+(-|\\d+)\\s+(\\S.*)", Pattern.DOTALL);

	private FetchList() {
	}

	static void read(TagFile tags, Declaration declaration, Flaws flaws, Ledger ledger) throws IOException {
		if (tags.exists(FILE)) {
			tags.lines(FILE, declaration.encoding(), (line, number) -> {
				Matcher matcher = LINE.matcher(line);
				if (line.isBlank()) {
					return;
				} else if (!matcher.matches()) {
					flaws.add(Flaw.Kind.BAD_LINE, FILE, number);
					return;
				}
				String written = matcher.group(3);
				String name = BagPath.decoded(BagPath.undecorated(written).orElse(written), declaration.version());
				if (BagPath.escapes(name) || !BagPath.isPayload(name)) {
					flaws.add(Flaw.Kind.ESCAPE, FILE, number, written);
				} else {
					ledger.fetched(name, number, matcher.group(1));
				}
			});
		}
	}
}
