package id.posko.staff.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import id.posko.kit.Words;
import id.posko.staff.Account;
import id.posko.ui.Mark;
import id.posko.ui.table.Column;

/** An account as a line. */
final class PersonRow {

	private PersonRow() {
	}

	static List<Column<Account>> columns(Words words, Locale locale) {
		return List.of(Column.text("account", words.say("column.account"), 140, Account::name),
				Column.text("name", words.say("column.name"), 240, Account::fullName),
				Column.text("posts", words.say("column.posts"), 420, account -> posts(account, locale)),
				Column.mark("state", words.say("column.state"), 120, account -> account.active() ? Mark.GOOD : Mark.PAUSED,
						account -> words.say(account.active() ? "person.active" : "person.retired"),
						Comparator.comparing(Account::active)));
	}

	static String posts(Account account, Locale locale) {
		return account.posts().stream()
				.map(post -> post.role().title(locale) + post.scope().map(place -> " " + place.text()).orElse(""))
				.collect(Collectors.joining(", "));
	}
}
