package id.posko.procedure.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.procedure.Field;
import id.posko.procedure.Procedure;
import id.posko.procedure.Subject;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;

/** For what an SOP is started: what it asks, and an office and a letter in any case. */
final class StartSheet {

	private static final int WIDTH = 480;
	private static final int GAP = 10;
	private static final String NOTHING = "–";

	/** Starts it; closes the sheet when it went. */
	interface Starting {
		void with(Sheet sheet, Map<Subject, String> matter);
	}

	private final Look look;
	private final Words words;
	private final Fleet fleet;
	private final Sheet sheet;
	private final Form form;
	private final Map<Subject, Supplier<String>> asked = new EnumMap<>(Subject.class);

	StartSheet(Shell window, Look look, Procedure sop, Fleet fleet) {
		this.look = look;
		this.fleet = fleet;
		words = Words.of(StartSheet.class, look.locale());
		sheet = new Sheet(window, look, "begin", words.say("begin.title"));
		((GridLayout) sheet.body().getLayout()).verticalSpacing = GAP;
		Label title = new Label(sheet.body(), SWT.WRAP);
		title.setText(sop.title().replace("&", "&&"));
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
		data.widthHint = WIDTH;
		title.setLayoutData(data);
		look.paint(title, Tone.MUTED, Tone.SURFACE);
		form = new Form(sheet.body(), look, "begin");
		sop.subjects().forEach(this::ask);
		List<Subject> more = Stream.of(Subject.SITE, Subject.LETTER).filter(subject -> !sop.subjects().contains(subject))
				.filter(subject -> subject != Subject.SITE || !sop.subjects().contains(Subject.DEVICE)).toList();
		if (!more.isEmpty()) {
			form.heading(words.say("begin.more"));
			more.forEach(this::ask);
		}
	}

	private void ask(Subject subject) {
		switch (subject) {
		case SITE -> {
			List<Site> sites = List.copyOf(fleet.sites());
			Form.Field site = choice("site", subject, sites.stream().map(each -> each.code() + " " + each.name()).toList());
			asked.put(subject, () -> site.choice() < 1 ? "" : sites.get(site.choice() - 1).code().text());
		}
		case DEVICE -> {
			List<Device> devices = List.copyOf(fleet.devices());
			Form.Field device = choice("device", subject, devices.stream().map(each -> each.key().toString()).toList());
			asked.put(subject, () -> device.choice() < 1 ? "" : devices.get(device.choice() - 1).key().toString());
		}
		case LETTER -> several(subject, "letter", "date", "from");
		case COMPLAINT -> several(subject, "medium", "day", "text", "complainant");
		case TICKET, PERIOD, INSTITUTION -> {
			Form.Field text = form.text(subject.name().toLowerCase(look.locale()), subject.title(look.locale()), "",
					_ -> Optional.empty());
			if (subject == Subject.PERIOD) {
				text.setHint(words.say("hint.PERIOD"));
			}
			asked.put(subject, text::text);
		}
		}
	}

	private Form.Field choice(String key, Subject subject, List<String> choices) {
		List<String> all = new ArrayList<>(List.of(NOTHING));
		all.addAll(choices);
		return form.choice(key, subject.title(look.locale()), all, 0);
	}

	/** Kept as one text, its parts in order; days as they are written in files. */
	private void several(Subject subject, String... keys) {
		List<Supplier<String>> parts = new ArrayList<>();
		for (String key : keys) {
			boolean isDay = key.equals("date") || key.equals("day");
			String label = words.say("begin." + key);
			Form.Field part = isDay ? ValueRow.day(form, key, label, "", words)
					: key.equals("text") ? form.lines(key, label, "", _ -> Optional.empty())
							: form.text(key, label, "", _ -> Optional.empty());
			parts.add(isDay ? () -> Field.date(part.text()).map(LocalDate::toString).orElse("") : part::text);
		}
		asked.put(subject, () -> parts.stream().map(Supplier::get).filter(text -> !text.isEmpty())
				.collect(Collectors.joining(", ")));
	}

	void open(Starting starting) {
		sheet.open(words.say("do.begin"), () -> {
			if (form.isRight()) {
				Map<Subject, String> matter = new EnumMap<>(Subject.class);
				asked.forEach((subject, answer) -> {
					if (!answer.get().isEmpty()) {
						matter.put(subject, answer.get());
					}
				});
				starting.with(sheet, matter);
			}
			return false;
		});
	}
}
