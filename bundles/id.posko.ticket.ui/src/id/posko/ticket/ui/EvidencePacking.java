package id.posko.ticket.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;

import id.posko.kit.Words;
import id.posko.staff.NotPermitted;
import id.posko.ticket.EvidenceBag;
import id.posko.ticket.Ticket;
import id.posko.ui.Ask;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.Work;
import jakarta.inject.Inject;

/** Packs a ticket's evidence to a place that a person chooses, in the background, to be stopped there. */
@Creatable
final class EvidencePacking {

	private sealed interface Packed {

		record Done(Path out) implements Packed {
		}

		/** Something lies there. */
		record Taken(Path out) implements Packed {
		}

		record Refused(NotPermitted refusal) implements Packed {
		}

		record Failed(String message) implements Packed {
		}
	}

	@Inject
	private Look look;
	@Inject
	private Ask ask;
	@Inject
	private Work work;
	@Inject
	private Say say;
	@Inject
	private Shell window;
	@Inject
	private TicketSources sources;

	void ask(Ticket ticket) {
		if (sources.ready().isPresent()) {
			new EvidenceSheet(window, look, ask, ticket).open((out, files) ->
				sources.ready().ifPresent(here -> start(here, ticket, out, files)));
		}
	}

	private void start(TicketSources.Ready here, Ticket ticket, Path out, List<Path> files) {
		Words words = Words.of(EvidencePacking.class, look.locale());
		work.start(words.say("evidence.title", ticket.number() + ""), progress -> pack(here, ticket, out, files, progress),
				packed -> tell(packed, ticket, words), () -> say.done(words.say("evidence.stopped", out)));
	}

	private Packed pack(TicketSources.Ready here, Ticket ticket, Path out, List<Path> files, Work.Progress progress)
			throws InterruptedException {
		try {
			EvidenceBag bag = new EvidenceBag(here.inventory().fleet(), here.monitoring().board()::health,
					here.history()::samples, here.hours().calendar(), Instant.now());
			here.desk().pack(here.actor(), ticket, bag, out, files, name -> progress.say(name, OptionalDouble.empty()));
			return new Packed.Done(out);
		} catch (FileAlreadyExistsException _) {
			return new Packed.Taken(out);
		} catch (IOException | UncheckedIOException e) {
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			return new Packed.Failed(String.valueOf(e.getMessage()));
		} catch (NotPermitted e) {
			return new Packed.Refused(e);
		}
	}

	private void tell(Packed packed, Ticket ticket, Words words) {
		switch (packed) {
		case Packed.Done(Path out) -> say.done(words.say("evidence.done", ticket.number() + "", out),
				words.say("evidence.show"), () -> show(out, words));
		case Packed.Taken(Path out) -> say.problem(words.say("evidence.taken", out));
		case Packed.Refused(NotPermitted refusal) -> say.problem(refusal.sentence(look.locale()));
		case Packed.Failed(String message) -> say.problem(words.say("evidence.failed", message));
		}
	}

	/** In the system's own window of files. */
	private void show(Path out, Words words) {
		Path folder = out.toAbsolutePath().getParent();
		if (!Program.launch(folder.toString())) {
			say.done(words.say("evidence.where", folder));
		}
	}
}
