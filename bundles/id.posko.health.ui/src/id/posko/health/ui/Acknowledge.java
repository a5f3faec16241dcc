package id.posko.health.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Shell;

import id.posko.health.Acknowledgement;
import id.posko.health.State;
import id.posko.kit.Device;
import id.posko.kit.Words;
import id.posko.staff.Permission;
import id.posko.ui.Form;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.Sheet;

/** The outages of the selected devices are known: nothing more is told of them for a time, or until they are over. */
public final class Acknowledge {

	private static final Set<State> OUT = EnumSet.of(State.DOWN, State.UNREACHABLE, State.UNKNOWN, State.DEGRADED);
	private static final List<Duration> TIMES = List.of(Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(8),
			Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
	private static final int SHIFT = 2;
	private static final int LONGEST = 200;

	@CanExecute
	boolean canExecute(@org.eclipse.e4.core.di.annotations.Optional Chosen chosen, Watching watching) {
		return chosen != null && !out(chosen, watching).isEmpty()
				&& watching.may(Permission.MAINTAIN, out(chosen, watching));
	}

	private static List<Device> out(Chosen chosen, Watching watching) {
		return chosen.devices().stream()
				.filter(d -> watching.health(d.key()).filter(h -> OUT.contains(h.state())).isPresent()).toList();
	}

	@Execute
	void execute(Shell window, Chosen chosen, Watching watching, Look look, Say say) {
		Words words = Words.of(Acknowledge.class, look.locale());
		List<Device> devices = out(chosen, watching);
		String title = devices.size() == 1 ? words.say("ack.one", devices.getFirst().name())
				: words.say("ack.many", devices.size());
		Sheet sheet = new Sheet(window, look, "ack", title);
		Form form = new Form(sheet.body(), look, "ack");
		Form.Field note = form.text("note", words.say("ack.note"), "", text -> text.isBlank()
				? Optional.of(words.say("ack.empty")) : tooLong(text, words));
		Form.Field by = form.text("by", words.say("ack.by"), watching.person(),
				text -> tooLong(text, words));
		Form.Field time = form.choice("time", words.say("ack.time"), TIMES.stream().map(t -> t.toDays() > 0
				? words.say("maintain.days", t.toDays()) : words.say("maintain.hours", t.toHours())).toList(), SHIFT);
		sheet.open(words.say("ack.do"), () -> {
			if (!form.isRight()) {
				return false;
			}
			Instant now = InstantSource.system().instant();
			int known = watching.care().acknowledge(watching.by(), devices, new Acknowledgement(by.text().strip(),
					note.text().strip(), now, now.plus(TIMES.get(time.choice())))).size();
			say.done(words.say("acked", known));
			return true;
		});
	}

	private static Optional<String> tooLong(String text, Words words) {
		return text.length() > LONGEST ? Optional.of(words.say("maintain.long", LONGEST)) : Optional.empty();
	}
}
