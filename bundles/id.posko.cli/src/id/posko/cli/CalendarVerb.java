package id.posko.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.CalendarText;
import id.posko.kit.OfficeCalendar;
import id.posko.ticket.CalendarDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posko calendar show|set FILE}: the office's hours, holidays and joint leave, as a text to edit. */
@Component(service = Verb.class, property = Verb.NAME + "=calendar")
public final class CalendarVerb implements Verb {

	private final CalendarDesk desk;

	@Activate
	public CalendarVerb(@Reference CalendarDesk desk) {
		this.desk = desk;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Days(call);
	}

	@Command(name = "calendar")
	final class Days implements Callable<Integer> {

		private final Call call;

		@Spec
		private CommandSpec spec;

		private Days(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "show")
		int show() throws IOException {
			call.out().print(CalendarText.of(desk.calendar()));
			return Call.WELL;
		}

		@Command(name = "set")
		int set(@Parameters(paramLabel = "FILE", descriptionKey = "calendar.file") Path file) throws IOException {
			try {
				return switch (CalendarText.parse(Files.readString(call.resolve(file)))) {
				case CalendarText.Read(OfficeCalendar calendar) -> {
					desk.keep(call.by(), calendar);
					call.say("calendar.kept", calendar.holidays().size(), calendar.special().size());
					yield Call.WELL;
				}
				case CalendarText.Faulty(var faults) -> {
					faults.forEach(fault -> call.err().println(fault.sentence(call.locale())));
					yield Call.WRONG_USE;
				}
				};
			} catch (NoSuchFileException _) {
				call.say("file.missing", file);
			} catch (CharacterCodingException _) {
				call.say("file.no_text", file);
			}
			return Call.WRONG_USE;
		}
	}
}
