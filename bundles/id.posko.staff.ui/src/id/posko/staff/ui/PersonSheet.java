package id.posko.staff.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Shell;

import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.staff.Account;
import id.posko.staff.Actor;
import id.posko.staff.Change;
import id.posko.staff.Post;
import id.posko.staff.Role;
import id.posko.staff.Staff;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;

/** The form of one account, with two of its posts; further ones stay as they are. */
final class PersonSheet {

	private static final int POSTS = 2;

	private final Look look;
	private final Words words;
	private final Optional<Account> before;
	private final Sheet sheet;
	private final Form form;
	private final Optional<Form.Field> name;
	private final Form.Field fullName;
	private final List<Form.Field> roles = new ArrayList<>();
	private final List<Form.Field> places = new ArrayList<>();
	private final List<Form.Field> passwords = new ArrayList<>();
	private final Optional<Form.Field> state;

	/** @param before empty for a new one @param isFirst whether it must be an administrator's */
	PersonSheet(Shell window, Look look, Optional<Account> before, boolean isFirst) {
		this.look = look;
		this.before = before;
		words = Words.of(PersonSheet.class, look.locale());
		sheet = new Sheet(window, look, "person", before.map(account -> words.say("person.change", account.name()))
				.orElseGet(() -> words.say(isFirst ? "person.first" : "person.new")));
		form = new Form(sheet.body(), look, "person");
		name = before.isPresent() ? Optional.empty()
				: Optional.of(form.text("account", words.say("column.account"), "",
						text -> Account.isName(text) ? Optional.empty() : Optional.of(words.say("change.BAD_NAME"))));
		fullName = form.text("name", words.say("column.name"), before.map(Account::fullName).orElse(""),
				text -> text.isBlank() ? Optional.of(words.say("change.NO_FULL_NAME")) : Optional.empty());
		List<String> titles = Stream.concat(Stream.of("–"),
				Arrays.stream(Role.values()).map(role -> role.title(look.locale()))).toList();
		for (int i = 0; i < POSTS; i++) {
			Optional<Post> post = before.flatMap(account -> account.posts().stream().skip(roles.size()).findFirst());
			int usual = i == 0 && before.isEmpty() ? Role.ADB.ordinal() + 1 : 0;
			roles.add(form.choice("role" + i, words.say("person.role"), titles, post.map(p -> p.role().ordinal() + 1).orElse(usual)));
			Form.Field place = form.text("place" + i, words.say("person.place"),
					post.flatMap(Post::scope).map(RegionCode::text).orElse(""),
					text -> text.isEmpty() || RegionCode.isWellFormed(text) ? Optional.empty()
							: Optional.of(words.say("person.no_place")));
			place.setHint(words.say("person.everywhere"));
			places.add(place);
		}
		if (before.isEmpty()) {
			passwords.add(form.secret("password", words.say("password.new")));
			passwords.add(form.secret("again", words.say("password.again")));
		}
		state = before.map(account -> form.choice("state", words.say("column.state"),
				List.of(words.say("person.active"), words.say("person.retired")), account.active() ? 0 : 1));
	}

	/** @param kept told of the account's name on the UI thread */
	void open(Staff staff, Actor by, Consumer<String> kept) {
		sheet.open(words.say("person.do"), () -> {
			if (!form.isRight() || !passwords.isEmpty() && !isTypedTwice()) {
				return false;
			}
			Account account = account();
			char[] password = passwords.isEmpty() ? new char[0] : passwords.getFirst().text().toCharArray();
			new Asked(look, sheet, words).ask(
					() -> before.isEmpty() ? staff.add(by, account, password) : staff.change(by, account), change -> {
						Arrays.fill(password, '\0');
						if (change == Change.DONE) {
							sheet.shell().close();
							kept.accept(account.name());
						}
					});
			return false;
		});
	}

	private boolean isTypedTwice() {
		boolean isSame = passwords.getFirst().text().equals(passwords.getLast().text());
		return isSame || sheet.complain(words.say("password.differs"));
	}

	private Account account() {
		List<Post> posts = new ArrayList<>();
		for (int i = 0; i < POSTS; i++) {
			String place = places.get(i).text();
			if (roles.get(i).choice() > 0) {
				posts.add(new Post(Role.values()[roles.get(i).choice() - 1],
						place.isEmpty() ? Optional.empty() : Optional.of(new RegionCode(place))));
			}
		}
		before.ifPresent(account -> posts.addAll(account.posts().stream().skip(POSTS).toList()));
		return new Account(before.map(Account::name).orElseGet(() -> name.orElseThrow().text()), fullName.text().strip(), posts,
				state.map(field -> field.choice() == 0).orElse(true));
	}
}
