package id.posko.staff.ui;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.staff.Account;
import id.posko.staff.Actor;
import id.posko.staff.Change;
import id.posko.staff.Staff;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;

/** Another password for an account; for the own one with the old. */
final class PasswordSheet {

	private final Look look;
	private final Words words;
	private final Account account;
	private final Sheet sheet;
	private final Optional<Form.Field> old;
	private final Form.Field next;
	private final Form.Field again;

	PasswordSheet(Shell window, Look look, Account account, boolean isOwn) {
		this.look = look;
		this.account = account;
		words = Words.of(PasswordSheet.class, look.locale());
		sheet = new Sheet(window, look, "password", words.say("password.of", account.name()));
		Form form = new Form(sheet.body(), look, "password");
		old = isOwn ? Optional.of(form.secret("old", words.say("password.old"))) : Optional.empty();
		next = form.secret("new", words.say("password.new"));
		again = form.secret("again", words.say("password.again"));
	}

	/** @param kept told of the account's name on the UI thread */
	void open(Staff staff, Actor by, Consumer<String> kept) {
		sheet.open(words.say("person.do"), () -> {
			if (!next.text().equals(again.text())) {
				return sheet.complain(words.say("password.differs"));
			}
			char[] password = next.text().toCharArray();
			Optional<char[]> before = old.map(field -> field.text().toCharArray());
			new Asked(look, sheet, words).ask(() -> before.isPresent() ? staff.changeOwn(by, before.get(), password)
					: staff.renew(by, account.name(), password), change -> {
						Arrays.fill(password, '\0');
						before.ifPresent(typed -> Arrays.fill(typed, '\0'));
						if (change == Change.DONE) {
							sheet.shell().close();
							kept.accept(account.name());
						}
					});
			return false;
		});
	}
}
