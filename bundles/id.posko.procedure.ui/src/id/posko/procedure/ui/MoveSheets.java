package id.posko.procedure.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import id.posko.kit.Words;
import id.posko.procedure.Who;
import id.posko.procedure.run.Move;
import id.posko.procedure.run.Turn;
import id.posko.staff.Account;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;

/**
 * The small forms of moves that hand nothing in: a reason, an account, the members of a team, a receipt.
 *
 * @param people who can be named
 * @param make makes the move; the sheet is closed by whoever knows that it went
 */
record MoveSheets(Shell window, Look look, Words words, Turn turn, List<Account> people, BiConsumer<Sheet, Move> make) {

	private static final int WIDTH = 460;
	private static final int GAP = 10;

	private int step() {
		return turn.step().number();
	}

	void giveBack() {
		int to = turn.step().returnsTo().orElseThrow();
		reason("return", words.say("return.title", step(), to), words.say("return.sentence", to),
				reason -> new Move.GiveBack(step(), reason));
	}

	void passOver() {
		reason("pass", words.say("pass.title", step()), words.say("pass.sentence", turn.step().condition()),
				reason -> new Move.PassOver(step(), reason));
	}

	void stop() {
		reason("halt", words.say("halt.title"), words.say("halt.sentence"), reason -> new Move.Stop(step(), reason));
	}

	private interface Reasoned {
		Move because(String reason);
	}

	private void reason(String name, String title, String sentence, Reasoned move) {
		Sheet sheet = sheet(name, title, sentence);
		Form form = form(sheet, name);
		Form.Field reason = form.text("reason", words.say("field.reason"), "", _ -> Optional.empty());
		open(sheet, name, () -> Optional.of(move.because(reason.text())));
	}

	void delegate() {
		Sheet sheet = sheet("delegate", words.say("delegate.title", step()), words.say("delegate.sentence"));
		Form form = form(sheet, "delegate");
		Form.Field to = form.choice("to", words.say("field.account"), people.stream().map(MoveSheets::said).toList(), 0);
		Form.Field reason = form.text("reason", words.say("field.reason"), "", _ -> Optional.empty());
		open(sheet, "delegate", () -> to.choice() < 0 ? Optional.empty()
				: Optional.of(new Move.Delegate(step(), people.get(to.choice()).name(), reason.text())));
	}

	void appoint() {
		List<Who.Team> teams = turn.step().appoints();
		Sheet sheet = sheet("team", words.say("team.title"), words.say("team.sentence"));
		Form form = form(sheet, "team");
		Form.Field team = form.choice("of", words.say("field.team"), teams.stream().map(Who.Team::name).toList(), 0);
		Table members = Look.named(new Table(sheet.body(), SWT.CHECK | SWT.BORDER | SWT.V_SCROLL), "team.members");
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.heightHint = Math.clamp(people.size() * 26L, 80, 200);
		members.setLayoutData(data);
		look.paint(members, Tone.TEXT, Tone.SURFACE);
		for (Account account : people) {
			new TableItem(members, SWT.NONE).setText(said(account));
		}
		open(sheet, "team", () -> Optional.of(new Move.Appoint(step(), teams.get(team.choice()).heading(), ticked(members))));
	}

	private Set<String> ticked(Table members) {
		return Arrays.stream(members.getItems()).filter(TableItem::getChecked)
				.map(item -> people.get(members.indexOf(item)).name()).collect(Collectors.toSet());
	}

	void receive() {
		List<String> left = new ArrayList<>(turn.step().receipts().orElse(List.of()));
		left.removeAll(turn.receivers());
		Sheet sheet = sheet("receipt", words.say("receipt.title", step()), words.say("receipt.sentence",
				turn.receivers().isEmpty() ? "–" : String.join(", ", turn.receivers())));
		Form form = form(sheet, "receipt");
		Form.Field by = turn.step().receipts().filter(List::isEmpty).isPresent()
				? form.text("by", words.say("field.receiver"), "", _ -> Optional.empty())
				: form.choice("by", words.say("field.receiver"), left, 0);
		open(sheet, "receipt", () -> Optional.of(new Move.Receive(step(), by.text())));
	}

	private Sheet sheet(String name, String title, String sentence) {
		Sheet sheet = new Sheet(window, look, name, title);
		Label text = new Label(sheet.body(), SWT.WRAP);
		text.setText(sentence.replace("&", "&&"));
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
		data.widthHint = WIDTH;
		text.setLayoutData(data);
		look.paint(text, Tone.MUTED, Tone.SURFACE);
		return sheet;
	}

	private Form form(Sheet sheet, String name) {
		((GridLayout) sheet.body().getLayout()).verticalSpacing = GAP;
		Form form = new Form(sheet.body(), look, name);
		form.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		return form;
	}

	private void open(Sheet sheet, String name, Supplier<Optional<Move>> move) {
		sheet.open(words.say("do." + name), () -> {
			move.get().ifPresent(it -> make.accept(sheet, it));
			return false;
		});
	}

	/** An account with the person's name. */
	static String said(Account account) {
		return account.name() + " – " + account.fullName();
	}
}
