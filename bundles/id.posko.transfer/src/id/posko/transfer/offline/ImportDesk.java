package id.posko.transfer.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.bag.Verdict;
import id.posko.bag.Verification;
import id.posko.kit.DataFolder.OpenFolder;
import id.posko.kit.RegionCode;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;
import id.posko.transfer.Progress;
import id.posko.transfer.copy.Copy;
import id.posko.transfer.copy.Names;
import id.posko.transfer.copy.Outcome;
import id.posko.transfer.copy.Plan;
import id.posko.transfer.copy.State;
import id.posko.transfer.copy.Survey;
import id.posko.transfer.copy.Watchdog;
import id.posko.transfer.offline.Arrival.Counts;
import id.posko.transfer.offline.Arrival.Judged;
import id.posko.transfer.offline.Arrival.Piece;
import id.posko.transfer.offline.Planning.Why;

/**
 * Where offline recordings are brought in from a medium or folder, a bag or not: looked at first, then copied so that
 * every file is proven, suspicious ones apart; all of it is journalled and stands in the ledger. Any thread; blocks;
 * ends by interrupt.
 */
@Component(service = ImportDesk.class)
public final class ImportDesk {

	private static final String WORK = "imports";
	private static final int HANGING = 4;
	private static final int REASONS = 5;

	private final Path data;
	private final Ledger ledger;
	private final Acts acts;
	private final InstantSource clock;
	private Optional<Watchdog> watchdog = Optional.empty();

	@Activate
	public ImportDesk(@Reference OpenFolder folder, @Reference Ledger ledger, @Reference Acts acts) {
		this(folder.path(), ledger, acts, InstantSource.system());
	}

	public ImportDesk(Path data, Ledger ledger, Acts acts, InstantSource clock) {
		this.data = data;
		this.ledger = ledger;
		this.acts = acts;
		this.clock = clock;
	}

	/**
	 * What is said about recordings when they are handed in; what is empty a bag may say.
	 *
	 * @param medium its name; may be empty
	 */
	public record Said(Optional<RegionCode> site, String operator, OptionalLong declared, String medium) {
	}

	private record Looked(Path payload, BagNotes notes, boolean isBag, Optional<Planning.Refused> no) {
	}

	/**
	 * Looks at each file and plans; an import of the same source that was begun and did not end goes on by its own plan.
	 *
	 * @throws NotPermitted if he may not, at that office
	 */
	public Planning plan(Actor by, Path source, Said said) throws InterruptedException {
		Path from = source.toAbsolutePath().normalize();
		acts.permit(by, Permission.IMPORT, said.site(), from.toString());
		try {
			OfflineSettings settings = OfflineSettings.read(data);
			return switch (dog(settings).run(pulse -> planned(by, from, said, settings, pulse))) {
				case Watchdog.Ended.Ran<Planning>(Planning planning) -> planning;
				case Watchdog.Ended.Stalled<Planning>(String file, _) ->
					new Planning.Refused(Why.STALLED, Names.shown(file));
			};
		} catch (IOException e) {
			return new Planning.Refused(Why.FAILED, String.valueOf(e.getMessage()));
		} catch (IllegalArgumentException e) {
			return new Planning.Refused(Why.SETTINGS, e.getMessage());
		}
	}

	private synchronized Watchdog dog(OfflineSettings settings) {
		watchdog = Optional.of(watchdog.orElseGet(() -> new Watchdog(settings.patience(), HANGING)));
		return watchdog.get();
	}

	private Planning planned(Actor by, Path from, Said said, OfflineSettings settings, Watchdog.Pulse pulse)
			throws IOException, InterruptedException {
		if (!Files.isDirectory(from)) {
			return new Planning.Refused(Why.NO_SOURCE, from.toString());
		}
		Path work = data.resolve(WORK).resolve(key(from));
		if (ImportPlan.isAt(work)) {
			ImportPlan before = ImportPlan.read(work);
			if (before.isBegun()) {
				acts.permit(by, Permission.IMPORT, Optional.of(before.arrival().site()), from.toString());
				return new Planning.Planned(before);
			}
		}
		Looked looked = looked(from, pulse);
		Optional<RegionCode> site = said.site().or(looked.notes()::site);
		if (looked.no().isPresent()) {
			return looked.no().get();
		} else if (site.isEmpty()) {
			return new Planning.Refused(Why.NO_SITE, from.toString());
		}
		acts.permit(by, Permission.IMPORT, site, from.toString());
		for (Path target : List.of(settings.target(), settings.quarantine())) {
			if (Survey.clash(from, target).isPresent()) {
				return new Planning.Refused(Why.CLASH, target.toString());
			}
		}
		remove(work);
		Files.createDirectories(work);
		String id = UUID.randomUUID().toString();
		LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
		Counts counts = ImportPlanner.plan(looked.payload(), settings, site.get().text(),
				"~" + today.toString().replace("-", "") + "-" + id.substring(0, 4), ledger, pulse, work);
		Arrival arrival = new Arrival(id, site.get(), from.toString(), said.medium(),
				said.operator().isEmpty() ? looked.notes().operator() : said.operator(), by.name(),
				said.declared().isPresent() ? said.declared() : looked.notes().declared(), looked.isBag(),
				looked.notes().day().orElse(today), clock.instant(), counts);
		ImportPlan plan = new ImportPlan(work, arrival, false);
		acts.done(by, "import planned", site.get() + " " + from, "", counts.found());
		plan.write();
		return new Planning.Planned(plan);
	}

	private static String key(Path from) {
		return UUID.nameUUIDFromBytes(from.toString().getBytes(StandardCharsets.UTF_8)).toString();
	}

	/** A bag is verified first: one that is not valid is refused as a whole. */
	private static Looked looked(Path from, Watchdog.Pulse pulse) throws IOException, InterruptedException {
		if (!BagNotes.isBag(from)) {
			return new Looked(from, BagNotes.NONE, false, Optional.empty());
		}
		Verdict verdict = new Verification(from, 1, progress -> pulse.beat("", progress.octets()))
				.of(Verification.Depth.VALID);
		Optional<Planning.Refused> no = verdict.isValid() ? Optional.empty()
				: Optional.of(new Planning.Refused(Why.BAD_BAG, verdict.flaws().stream().limit(REASONS)
						.map(flaw -> flaw.kind() + " " + flaw.file()).collect(Collectors.joining(", "))));
		return new Looked(from.resolve("data"), BagNotes.read(from), true, no);
	}

	/**
	 * Brings in what is planned, or goes on with it.
	 *
	 * @throws NotPermitted if he may not, at that office
	 */
	public Imported run(Actor by, ImportPlan plan, BiConsumer<State, Progress> progress)
			throws IOException, InterruptedException {
		Arrival arrival = plan.arrival();
		acts.permit(by, Permission.IMPORT, Optional.of(arrival.site()), arrival.place());
		acts.done(by, plan.goesOn() ? "import continued" : "import begun", arrival.site() + " " + arrival.place(), "",
				arrival.counts().fresh() + arrival.counts().changed() + arrival.counts().suspicious());
		OfflineSettings settings = OfflineSettings.read(data);
		Files.createDirectories(settings.target());
		Files.createDirectories(settings.quarantine());
		Copy delivery = copy(plan, ImportPlan.DELIVERY, settings.target(), settings);
		Copy quarantine = copy(plan, ImportPlan.QUARANTINE, settings.quarantine(), settings);
		Outcome delivered = delivery.run(progress);
		Imported imported = new Imported(arrival, delivered, delivered.isSafeToRemove() ? quarantine.run(progress) : delivered);
		if (imported.isEnded()) {
			acts.done(by, imported.isDone() ? "import done" : "import done with flaws", arrival.site() + " " + arrival.place(),
					"", delivered.totals().readBack());
			ledger.add(arrival, taker -> pieces(plan, delivery, quarantine, taker));
			if (imported.isDone()) {
				remove(plan.work());
			}
		}
		return imported;
	}

	private Copy copy(ImportPlan plan, String which, Path target, OfflineSettings settings) throws IOException {
		Path from = Path.of(plan.arrival().place());
		return new Copy(plan.arrival().isBag() ? from.resolve("data") : from, target, Plan.read(plan.work().resolve(which)),
				plan.work().resolve(which + ImportPlan.JOURNAL), dog(settings));
	}

	private static void pieces(ImportPlan plan, Copy delivery, Copy quarantine, java.util.function.Consumer<Piece> taker) {
		try {
			delivery.proofs((_, row, octets, sha256) -> taker.accept(new Piece(
					row.to().endsWith(row.from()) ? Judged.FRESH : Judged.CHANGED, octets, Names.shown(row.from()),
					Names.shown(row.to()), HexFormat.of().formatHex(sha256))));
			quarantine.proofs((_, row, octets, sha256) -> taker.accept(new Piece(Judged.SUSPICIOUS, octets,
					Names.shown(row.from()), Names.shown(row.to()), HexFormat.of().formatHex(sha256))));
			plan.items(item -> {
				if (item.judged() == Judged.KNOWN) {
					taker.accept(new Piece(Judged.KNOWN, item.octets(), item.name(), "", item.reason()));
				}
			});
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new UncheckedIOException(new java.io.InterruptedIOException());
		}
	}

	static void remove(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}
}
