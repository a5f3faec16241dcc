package id.posko.procedure.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import id.posko.kit.Words;
import id.posko.procedure.Means;
import id.posko.procedure.Step;
import id.posko.procedure.Who;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.desk.RunTable;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Run;
import id.posko.procedure.run.Turn;
import id.posko.staff.Actor;
import id.posko.staff.Permission;
import id.posko.ui.Ask;
import id.posko.ui.Form;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;

/** All that a step says and what stays of one time that it was open; its files can be taken out to be looked at. */
final class TurnSheet {

	private static final int WIDTH = 620;
	private static final int GAP = 10;
	private static final int HEIGHT = 300;

	private final Look look;
	private final Words words;
	private final StepLine line;
	private final Sheet sheet;
	private final Text text;

	TurnSheet(Shell window, Look look, StepLine line) {
		this.look = look;
		this.line = line;
		words = Words.of(TurnSheet.class, look.locale());
		sheet = new Sheet(window, look, "turn", words.say("turn.title", line.step().number()));
		((GridLayout) sheet.body().getLayout()).verticalSpacing = GAP;
		text = Look.named(new Text(sheet.body(), SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL), "turn.text");
		text.setText(String.join(Text.DELIMITER, said(line.turn())));
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.widthHint = WIDTH;
		data.heightHint = HEIGHT;
		text.setLayoutData(data);
		look.paint(text, Tone.TEXT, Tone.SURFACE);
		text.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
	}

	private List<String> said(Optional<Turn> shown) {
		Step step = line.step();
		List<String> all = new ArrayList<>(List.of(step.activity()));
		step.parts().forEach(part -> all.add("   " + part.label() + ". " + part.text()));
		all.add("");
		add(all, "column.who", step.who().stream().map(Who::name).collect(Collectors.joining(", ")));
		add(all, "turn.requirement", step.requirement());
		add(all, "column.standard", line.standard());
		add(all, "column.output", step.output());
		add(all, "turn.remark", step.remark());
		add(all, "turn.condition", step.condition());
		step.returnsTo().ifPresent(to -> add(all, "turn.returns", to + ""));
		step.approval().ifPresent(approval -> add(all, "turn.approval", approval.word()));
		if (step.means() instanceof Means.ByHand(String reason)) {
			add(all, "turn.by_hand", reason);
		}
		shown.ifPresent(turn -> {
			all.add("");
			add(all, "column.state", line.said(words));
			turn.doer().or(turn::delegate).ifPresent(doer -> add(all, "turn.doer", doer));
			add(all, "column.text", turn.text());
			RunTable table = new RunTable(look.locale(), ZoneId.systemDefault());
			turn.evidence().stream().flatMap(evidence -> said(evidence, table)).forEach(said -> all.add("• " + said));
			turn.receivers().forEach(receiver -> all.add("• " + words.say("turn.received", receiver)));
		});
		return all.stream().flatMap(line -> line.isEmpty() ? Stream.of(line) : line.lines()).toList();
	}

	/** What was filled in field by field. */
	private static Stream<String> said(Evidence evidence, RunTable table) {
		return evidence instanceof Evidence.Form(Map<String, String> values)
				? values.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(each -> each.getKey() + ": " + each.getValue())
				: Stream.of(table.said(evidence));
	}

	private void add(List<String> all, String key, String value) {
		if (!value.isEmpty()) {
			all.add(words.say(key) + ": " + value);
		}
	}

	void open(Optional<Desk> desk, Optional<Actor> by, Optional<Run> run, Say say) {
		if (desk.isPresent() && by.isPresent() && run.isPresent()) {
			line.turn().map(Turn::evidence).orElse(List.of()).stream().filter(Evidence.Attachment.class::isInstance)
					.map(Evidence.Attachment.class::cast)
					.forEach(file -> button("turn.take", Glyph.EXPORT, words.say("turn.take", file.name()),
							() -> take(desk.get(), by.get(), run.get(), file, say)));
			if (Desk.hides(text.getText()) && by.get().may(Permission.PERSON)) {
				button("turn.reveal", Glyph.EYE, words.say("turn.reveal"), () -> reveal(desk.get(), by.get(), run.get().id()));
			}
		}
		sheet.open(words.say("turn.close"));
	}

	private void button(String name, Glyph glyph, String word, Runnable act) {
		PushButton button = Look.named(new PushButton(sheet.body(), look, PushButton.Weight.NORMAL, glyph, word, act), name);
		button.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
	}

	/** Asks why the numbers of persons are to be seen, which is journalled. */
	private void reveal(Desk desk, Actor by, String run) {
		Sheet asking = new Sheet(sheet.shell(), look, "reveal", words.say("reveal.title"));
		Form form = new Form(asking.body(), look, "reveal");
		Form.Field reason = form.text("reason", words.say("field.reason"), "", _ -> Optional.empty());
		asking.open(words.say("do.reveal"), () -> {
			String why = reason.text();
			new Doing(look, words).ask(asking.shell(), () -> desk.reveal(by, run, why), outcome -> {
				switch (outcome) {
				case Outcome.Went(Run whole) -> {
					asking.shell().close();
					text.setText(String.join(Text.DELIMITER, said(Optional.of(whole.turns().get(line.place())))));
				}
				case Outcome.Refused refused -> asking.complain(refused.sentence(look.locale()));
				}
			}, asking::complain);
			return false;
		});
	}

	private void take(Desk desk, Actor by, Run run, Evidence.Attachment file, Say say) {
		new Ask(look).fileToSave(sheet.shell(), words.say("turn.take", file.name()), file.name(), "*.*")
				.ifPresent(to -> new Doing(look, words).ask(sheet.shell(), () -> copied(desk, by, run, file, to), isThere -> {
					if (isThere) {
						say.done(words.say("turn.taken", to));
					} else {
						sheet.complain(words.say("turn.gone", file.name()));
					}
				}, sheet::complain));
	}

	private static boolean copied(Desk desk, Actor by, Run run, Evidence.Attachment file, Path to) throws IOException {
		Optional<Path> from = desk.look(by, run, file);
		if (from.isPresent()) {
			Files.copy(from.get(), to, StandardCopyOption.REPLACE_EXISTING);
		}
		return from.isPresent();
	}
}
