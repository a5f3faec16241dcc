package id.posko.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Device;
import id.posko.kit.Inventory;
import id.posko.kit.Words;
import id.posko.procedure.desk.Desk;
import id.posko.procedure.run.Outcome;
import id.posko.procedure.run.Refusal;
import id.posko.procedure.run.Run;
import id.posko.report.Metadata;
import id.posko.report.Writing;
import id.posko.ticket.Told;
import id.posko.ticket.repair.CheckLists;
import id.posko.ticket.repair.PartDesk;
import id.posko.ticket.repair.PartNeeded;
import id.posko.ticket.repair.PartOutcome;
import id.posko.ticket.repair.PartStatus;
import id.posko.ticket.repair.PartTable;
import id.posko.ticket.repair.RepairHistory;
import id.posko.ticket.repair.RepairPapers;
import id.posko.ticket.repair.RepairPapers.Paper;
import id.posko.ticket.repair.RepairTold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posko repair history|list|parts|part|export|report}: what was mended, and the parts that are needed. */
@Component(service = Verb.class, property = Verb.NAME + "=repair")
public final class RepairVerb implements Verb {

	private final Desk runs;
	private final RepairHistory history;
	private final PartDesk parts;
	private final RepairPapers papers;
	private final Inventory inventory;

	@Activate
	public RepairVerb(@Reference Desk runs, @Reference RepairHistory history, @Reference PartDesk parts,
			@Reference RepairPapers papers, @Reference Inventory inventory) {
		this.runs = runs;
		this.history = history;
		this.parts = parts;
		this.papers = papers;
		this.inventory = inventory;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Repairs(call);
	}

	@Command(name = "repair")
	final class Repairs implements Callable<Integer> {

		private final Call call;
		private final RepairTold told;

		@Spec
		private CommandSpec spec;

		private Repairs(Call call) {
			this.call = call;
			told = new RepairTold(call.locale());
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "history")
		int history(@Parameters(paramLabel = "DEVICE", descriptionKey = "repair.device") String name,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			Optional<Device> device = new Selection(call, inventory.fleet()).device(name);
			if (device.isEmpty()) {
				return Call.WRONG_USE;
			}
			List<RepairHistory.Entry> entries = history.of(device.get().key(), told);
			entries.forEach(entry -> call.out().println(json ? json(entry) : "%-26s %-12s %-4s %-12s %s".formatted(
					told.time(entry.at()), told.kind(entry.kind()), entry.number(), entry.by(), plain(entry.text()))));
			if (entries.isEmpty() && !json) {
				call.say("repair.no_history", device.get().key());
			}
			return Call.WELL;
		}

		private static JsonLine json(RepairHistory.Entry entry) {
			return new JsonLine().put("at", entry.at()).put("kind", code(entry.kind())).put("number", entry.number())
					.put("by", entry.by()).put("text", entry.text());
		}

		@Command(name = "list")
		int list(@Parameters(paramLabel = "DEVICE", descriptionKey = "repair.device") String name) {
			Optional<Device> device = new Selection(call, inventory.fleet()).device(name);
			device.ifPresent(found -> CheckLists.shipped().of(found.kind(), Words.of(Told.class, Words.INDONESIAN))
					.forEach(call.out()::println));
			return device.isPresent() ? Call.WELL : Call.WRONG_USE;
		}

		@Command(name = "parts")
		int parts(@Option(names = "--all", descriptionKey = "repair.all") boolean all,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			List<PartNeeded> list = parts.list(all);
			list.forEach(part -> call.out().println(json ? json(part) : line(part)));
			if (list.isEmpty() && !json) {
				call.say("repair.no_parts");
			}
			return Call.WELL;
		}

		private String line(PartNeeded part) {
			return "%4d  %-14s %-32s %s%s".formatted(part.number(), told.status(part.status()), part.draft().device(),
					plain(told.part(part.draft())),
					part.draft().reason().isEmpty() ? "" : " · " + plain(part.draft().reason()));
		}

		private static JsonLine json(PartNeeded part) {
			return new JsonLine().put("part", part.number()).put("status", code(part.status()))
					.put("version", part.version()).put("siteCode", part.draft().device().site())
					.put("device", part.draft().device().name()).put("item", part.draft().item())
					.put("name", part.draft().part()).put("quantity", part.draft().quantity())
					.put("purpose", code(part.draft().purpose())).put("reason", part.draft().reason())
					.put("run", part.draft().run()).put("askedBy", part.askedBy()).put("since", part.since())
					.put("acts", part.acts().stream().map(act -> new JsonLine().put("at", act.at()).put("by", act.by())
							.put("to", code(act.to())).put("note", act.note())).toList());
		}

		@Command(name = "part")
		int part(@Parameters(paramLabel = "NUMBER", descriptionKey = "repair.number") long number,
				@Parameters(paramLabel = "STATUS", descriptionKey = "repair.status") PartStatus to,
				@Parameters(paramLabel = "TEXT", arity = "0..1", defaultValue = "", descriptionKey = "repair.note") String note,
				@Option(names = "--seen", paramLabel = "V", descriptionKey = "ticket.seen") Integer seen,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			int version = seen != null ? seen : parts.find(number).map(PartNeeded::version).orElse(0);
			return switch (parts.move(call.by(), number, version, to, note)) {
			case PartOutcome.Went(List<PartNeeded> moved) -> {
				moved.forEach(part -> call.out().println(json ? json(part) : line(part)));
				yield Call.WELL;
			}
			case PartOutcome.Overtaken(PartNeeded part) -> {
				call.err().println(told.overtaken(part));
				yield Call.NOT_WELL;
			}
			case PartOutcome.Refused refused -> {
				call.err().println(told.refusal(refused));
				yield Call.WRONG_USE;
			}
			};
		}

		@Command(name = "export")
		int export(@Parameters(paramLabel = "FILE", descriptionKey = "repair.file") Path file,
				@Option(names = "--all", descriptionKey = "repair.all") boolean all) throws IOException {
			TableOut out = new TableOut(call, file);
			if (!out.isNamed()) {
				return Call.WRONG_USE;
			}
			List<PartNeeded> list = parts.export(call.by(), all, String.valueOf(file.getFileName()));
			Metadata about = new Metadata(call.words().say("repair.about"),
					List.of(new Metadata.Entry(call.words().say("repair.made"), told.time(Instant.now()))));
			return out.write(new PartTable(inventory.fleet(), call.locale()).of(list, List.of(), List.of(), about));
		}

		@Command(name = "report")
		int report(@Parameters(paramLabel = "RUN", descriptionKey = "repair.run") String id,
				@Parameters(paramLabel = "FILE", descriptionKey = "repair.paper") Path file,
				@Option(names = "--number", paramLabel = "TEXT", defaultValue = "", descriptionKey = "repair.letter") String number,
				@Option(names = "--disposition", descriptionKey = "repair.disposition") boolean disposition)
				throws IOException {
			Optional<Run> run = runs.find(id);
			if (run.isEmpty()) {
				call.err().println(new Outcome.Refused(Refusal.NO_RUN, id).sentence(call.locale()));
				return Call.WRONG_USE;
			}
			Paper paper = disposition ? Paper.DISPOSITION : Paper.TABLE.fits(file) ? Paper.TABLE : Paper.REPORT;
			if (!paper.fits(file)) {
				call.say("repair.ending", file);
				return Call.WRONG_USE;
			}
			Writing writing = papers.export(call.by(), run.get(), paper, number, call.resolve(file));
			if (writing instanceof Writing.Written && paper != Paper.TABLE) {
				call.say("repair.written", file);
				return Call.WELL;
			}
			return new TableOut(call, file).told(writing);
		}

		private static String code(Enum<?> constant) {
			return constant.name().toLowerCase(Locale.ROOT);
		}

		/** On a terminal nothing of it is a command. */
		private static String plain(String text) {
			return text.replaceAll("\\p{Cntrl}", " ");
		}
	}
}
