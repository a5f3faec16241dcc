package id.posko.health.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Device;
import id.posko.kit.Words;
import id.posko.staff.Permission;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.Sheet;

/** Takes the selected devices into maintenance for a time: nobody is told about them until then. */
public final class Maintain {

	private static final List<Duration> TIMES = List.of(Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(8),
			Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
	private static final int LONGEST_REASON = 200;

	@CanExecute
	boolean canExecute(@org.eclipse.e4.core.di.annotations.Optional Chosen chosen, Watching watching) {
		return chosen != null && !chosen.devices().isEmpty() && watching.may(Permission.MAINTAIN, chosen.devices());
	}

	@Execute
	void execute(Shell window, Chosen chosen, Watching watching, Look look, Say say) {
		Words words = Words.of(Maintain.class, look.locale());
		List<Device> devices = chosen.devices();
		String title = devices.size() == 1 ? words.say("maintain.one", devices.getFirst().name())
				: words.say("maintain.many", devices.size());
		Sheet sheet = new Sheet(window, look, "maintain", title);
		Form form = new Form(sheet.body(), look, "maintain");
		Form.Field time = form.choice("time", words.say("maintain.time"), TIMES.stream().map(t -> t.toDays() > 0
				? words.say("maintain.days", t.toDays()) : words.say("maintain.hours", t.toHours())).toList(), 1);
		Form.Field reason = form.text("reason", words.say("maintain.reason"), "",
				text -> text.length() > LONGEST_REASON ? Optional.of(words.say("maintain.long", LONGEST_REASON))
						: Optional.empty());
		sheet.open(words.say("maintain.do"), () -> {
			if (!form.isRight()) {
				return false;
			}
			Instant now = InstantSource.system().instant();
			watching.care().maintain(watching.by(), devices, now.plus(TIMES.get(time.choice())), reason.text());
			say.done(words.say("maintained", devices.size()));
			return true;
		});
	}
}
