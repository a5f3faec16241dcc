package id.posko.health.ui;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import id.posko.health.NoticeSetup;
import id.posko.kit.DeviceKind;
import id.posko.kit.Labels;
import id.posko.kit.Notices;
import id.posko.kit.Notices.Fault;
import id.posko.kit.Notices.Trial;
import id.posko.kit.Words;
import id.posko.staff.Actor;
import id.posko.staff.OfficeSecrets;
import id.posko.staff.Permission;
import id.posko.ui.Face;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Say;
import id.posko.ui.Sheet;
import id.posko.ui.Tone;

/** The form of how people are told who do not look at the window. */
public final class NoticeSettings {

	private static final int RESULT_WIDTH = 620;
	private static final List<String> SECURITY = List.of("STARTTLS", "TLS", "NONE");
	private static final List<String> USUAL_PORTS = List.of("587", "465", "25");
	private static final List<String> SWITCH = List.of("off", "on");
	private static final List<String> URGENT = List.of("DATA_CENTRE,AFIS_SERVER", "DATA_CENTRE",
			"DATA_CENTRE,AFIS_SERVER,NID_SERVER,MODEM", "none");

	@CanExecute
	boolean canExecute(@org.eclipse.e4.core.di.annotations.Optional Notices notices,
			@org.eclipse.e4.core.di.annotations.Optional OfficeSecrets secrets,
			@org.eclipse.e4.core.di.annotations.Optional NoticeSetup setup, Watching watching) {
		return notices != null && secrets != null && setup != null && watching.may(Permission.SETTINGS);
	}

	@Execute
	void execute(Shell window, Notices notices, OfficeSecrets secrets, NoticeSetup setup, Watching watching, Look look,
			Say say) {
		new Open(window, notices, new Doors(secrets, setup, watching.by()), look, say).show();
	}

	/** What a person changes it through. */
	private record Doors(OfficeSecrets secrets, NoticeSetup setup, Actor by) {
	}

	/** The form while it is open. */
	private static final class Open {

		private final Notices notices;
		private final Doors doors;
		private final Look look;
		private final Say say;
		private final Words words;
		private final Sheet sheet;
		private final Map<String, String> before;
		private final Map<String, Form.Field> lines = new HashMap<>();
		private final List<String> urgent = new ArrayList<>(URGENT);
		private Form.Field security;
		private Form.Field urgentKinds;
		private Form.Field desktop;
		private Form.Field password;
		private Form.Field signingKey;
		private PushButton example;
		private Label result;

		private Open(Shell window, Notices notices, Doors doors, Look look, Say say) {
			this.notices = notices;
			this.doors = doors;
			this.look = look;
			this.say = say;
			words = Words.of(NoticeSettings.class, look.locale());
			sheet = new Sheet(window, look, "tell", words.say("tell.title"));
			before = notices.settings();
		}

		private void show() {
			GridLayout layout = new GridLayout(2, false);
			layout.marginWidth = layout.marginHeight = 0;
			layout.horizontalSpacing = 36;
			layout.verticalSpacing = 16;
			sheet.body().setLayout(layout);
			Form left = form("tell.mail");
			List.of("mail.host", "mail.port").forEach(key -> line(left, key));
			security = left.choice("mail.security", words.say("tell.mail.security"),
					SECURITY.stream().map(each -> words.say("tell.security." + each)).toList(),
					chosen(SECURITY, before.getOrDefault("mail.security", "")));
			line(left, "mail.user");
			password = left.secret("mail.password", words.say("tell.mail.password"));
			List.of("mail.from", "mail.to").forEach(key -> line(left, key));
			Form right = form("tell.webhook");
			line(right, "webhook.url");
			signingKey = right.secret("webhook.key", words.say("tell.webhook.key"));
			right.heading(words.say("tell.quiet"));
			List.of("quiet.from", "quiet.until").forEach(key -> line(right, key));
			String kinds = before.getOrDefault("urgent", URGENT.getFirst());
			if (chosen(urgent, kinds) == 0 && !urgent.getFirst().equalsIgnoreCase(kinds)) {
				urgent.add(kinds);
			}
			urgentKinds = right.choice("urgent", words.say("tell.urgent"), urgent.stream().map(this::kinds).toList(),
					chosen(urgent, kinds));
			right.heading(words.say("tell.desktop"));
			desktop = right.choice("desktop", words.say("tell.desktop.show"),
					SWITCH.stream().map(each -> words.say("tell.desktop." + each)).toList(),
					chosen(SWITCH, before.getOrDefault("desktop", "")));
			hintPort();
			security.control().addListener(SWT.Selection, _ -> hintPort());
			lines.get("webhook.url").setHint("https://");
			lines.get("quiet.from").setHint("21:00");
			lines.get("quiet.until").setHint("06:00");
			buildExample();
			hint(password, "mail.secret");
			hint(signingKey, "webhook.key");
			sheet.open(words.say("tell.do"), this::save);
		}

		private void hintPort() {
			lines.get("mail.port").setHint(USUAL_PORTS.get(security.choice()));
		}

		private Form form(String heading) {
			Form form = new Form(sheet.body(), look, "tell");
			form.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
			form.heading(words.say(heading));
			return form;
		}

		private void line(Form form, String key) {
			lines.put(key, form.text(key, words.say("tell." + key), before.getOrDefault(key, ""), _ -> Optional.empty()));
		}

		private static int chosen(List<String> all, String value) {
			return Math.max(0, all.stream().map(each -> each.toUpperCase(Locale.ROOT)).toList()
					.indexOf(value.toUpperCase(Locale.ROOT)));
		}

		private String kinds(String codes) {
			Labels labels = new Labels(look.locale());
			return codes.equalsIgnoreCase("none") ? words.say("tell.urgent.none")
					: Arrays.stream(codes.split("[,;]")).map(String::strip).map(code -> Arrays.stream(DeviceKind.values())
							.filter(kind -> kind.name().equalsIgnoreCase(code)).findFirst().map(labels::of).orElse(code))
							.collect(Collectors.joining(", "));
		}

		/** Whether a secret is kept is found out on another thread: a keyring may ask. */
		private void hint(Form.Field field, String key) {
			Thread.ofVirtual().name("secret of " + key).start(() -> {
				try {
					if (doors.secrets().names(doors.by()).contains(before.getOrDefault(key, ""))) {
						look.later(field.control(), () -> field.setHint(words.say("tell.kept")));
					}
				} catch (IOException e) {
					look.later(sheet.shell(), () -> sheet.complain(words.say("tell.refused", e.getMessage())));
				}
			});
		}

		private void buildExample() {
			Composite row = new Composite(sheet.body(), SWT.NONE);
			GridLayout layout = new GridLayout(2, false);
			layout.marginWidth = layout.marginHeight = 0;
			layout.horizontalSpacing = 14;
			row.setLayout(layout);
			row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
			look.paint(row, Tone.TEXT, Tone.SURFACE);
			example = Look.named(new PushButton(row, look, PushButton.Weight.NORMAL, null, words.say("tell.example"),
					this::sendExample), "tell.example");
			example.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
			result = Look.named(new Label(row, SWT.WRAP), "tell.result");
			GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
			data.widthHint = RESULT_WIDTH;
			data.heightHint = 2 * look.font(Face.PLAIN).getFontData()[0].getHeight() * 2;
			result.setLayoutData(data);
			look.paint(result, Tone.MUTED, Tone.SURFACE);
		}

		/** As they stand in the form; what it does not show stays. */
		private Map<String, String> settings() {
			Map<String, String> now = new HashMap<>(before);
			lines.forEach((key, field) -> now.put(key, field.text()));
			now.put("mail.security", lines.get("mail.host").text().isEmpty() ? ""
					: SECURITY.get(security.choice()).toLowerCase(Locale.ROOT));
			now.put("mail.secret", lines.get("mail.user").text().isEmpty() && password.text().isEmpty() ? ""
					: before.getOrDefault("mail.secret", "notice.mail"));
			if (!signingKey.text().isEmpty()) {
				now.putIfAbsent("webhook.key", "notice.webhook");
			}
			now.put("urgent", urgent.get(urgentKinds.choice()));
			now.put("desktop", SWITCH.get(desktop.choice()));
			now.values().removeIf(String::isEmpty);
			return now;
		}

		/** Says what is wrong, each under its field. */
		private boolean isRight(Map<String, String> settings) {
			Map<String, String> wrong = new HashMap<>();
			notices.check(settings, look.locale()).forEach(fault -> wrong.merge(fault.key(), fault.sentence(), (a, b) -> a + " " + b));
			lines.forEach((key, field) -> field.say(Optional.ofNullable(wrong.remove(key))));
			security.say(Optional.ofNullable(wrong.remove("mail.security")));
			password.say(Optional.ofNullable(wrong.remove("mail.secret")));
			signingKey.say(Optional.ofNullable(wrong.remove("webhook.key")));
			sheet.complain(String.join(" ", wrong.values()));
			return notices.check(settings, look.locale()).stream().map(Fault::key).findAny().isEmpty();
		}

		/** What was typed is kept; false, and said, if that fails. */
		private boolean keepSecrets(Map<String, String> settings) {
			try {
				if (!password.text().isEmpty()) {
					doors.secrets().keep(doors.by(), settings.get("mail.secret"), password.text().toCharArray());
				}
				if (!signingKey.text().isEmpty()) {
					doors.secrets().keep(doors.by(), settings.get("webhook.key"), signingKey.text().toCharArray());
				}
				return true;
			} catch (IOException e) {
				return sheet.complain(words.say("tell.refused", e.getMessage()));
			}
		}

		private void sendExample() {
			Map<String, String> settings = settings();
			if (!isRight(settings) || !keepSecrets(settings)) {
				return;
			}
			example.setEnabled(false);
			tell(words.say("tell.example.way"), Tone.MUTED);
			Thread.ofVirtual().name("example of a notice").start(() -> {
				try {
					List<Trial> trials = doors.setup().tryOut(doors.by(), settings, look.locale());
					look.later(result, () -> show(trials));
				} catch (InterruptedException _) {
					Thread.currentThread().interrupt();
				}
			});
		}

		private void show(List<Trial> trials) {
			example.setEnabled(true);
			if (trials.isEmpty()) {
				tell(words.say("tell.example.none"), Tone.MUTED);
			} else {
				tell(trials.stream().map(trial -> words.say("tell.result", words.say("tell." + trial.way()), trial.sentence()))
						.collect(Collectors.joining("\n")),
						trials.stream().allMatch(Trial::isSent) ? Tone.GOOD : Tone.BAD);
			}
		}

		private void tell(String sentence, Tone tone) {
			look.paint(result, tone, Tone.SURFACE);
			result.setText(sentence.replace("&", "&&"));
		}

		private boolean save() {
			Map<String, String> settings = settings();
			if (!isRight(settings) || !keepSecrets(settings)) {
				return false;
			}
			try {
				doors.setup().keep(doors.by(), settings);
			} catch (IOException e) {
				return sheet.complain(words.say("tell.refused", e.getMessage()));
			}
			say.done(words.say("tell.done"));
			return true;
		}
	}
}
