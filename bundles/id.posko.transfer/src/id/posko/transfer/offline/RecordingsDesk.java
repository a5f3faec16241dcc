package id.posko.transfer.offline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

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
import id.posko.transfer.offline.Planning.Refused;
import id.posko.transfer.offline.Planning.Why;

/**
 * The operator's half: a full backup of the folder with the recordings into a new bag on a stick, proven. One that was
 * interrupted goes on in its own bag. Any thread; blocks; ends by interrupt.
 */
@Component(service = RecordingsDesk.class)
public final class RecordingsDesk {

	private static final String WORK = "exports";
	private static final String PAYLOAD = "payload";
	private static final String TAGS = "tags";
	private static final String BAG = "bag";
	private static final int HANGING = 2;

	private final Path data;
	private final Acts acts;
	private final InstantSource clock;
	private Optional<Watchdog> watchdog = Optional.empty();

	@Activate
	public RecordingsDesk(@Reference OpenFolder folder, @Reference Acts acts) {
		this(folder.path(), acts, InstantSource.system());
	}

	public RecordingsDesk(Path data, Acts acts, InstantSource clock) {
		this.data = data;
		this.acts = acts;
		this.clock = clock;
	}

	/** What came of it. */
	public sealed interface Prepared {

		/** @param left links and what can not be read: not in the bag @param isBag whether it is whole by now, and proven */
		record Went(Path bag, long files, long left, Outcome outcome, boolean isBag) implements Prepared {
		}

		record No(Refused why) implements Prepared {
		}
	}

	private record Begun(Path work, Path bag, Path source, long left) {
	}

	/**
	 * @param stick a folder that is there
	 * @param operator who makes it, by name; may be empty
	 * @param declared how many files he says it is
	 * @throws NotPermitted if he may not, at that office
	 */
	public Prepared prepare(Actor by, RegionCode site, String operator, OptionalLong declared, Path stick,
			BiConsumer<State, Progress> progress) throws IOException, InterruptedException {
		Path to = stick.toAbsolutePath().normalize();
		acts.permit(by, Permission.RECORDINGS, Optional.of(site), to.toString());
		OfflineSettings settings;
		try {
			settings = OfflineSettings.read(data);
		} catch (IllegalArgumentException e) {
			return new Prepared.No(new Refused(Why.SETTINGS, e.getMessage()));
		}
		if (settings.recordings().isEmpty()) {
			return new Prepared.No(new Refused(Why.NOT_SET, "recordings.folder"));
		}
		Watchdog dog = dog(settings);
		Path source = settings.recordings().get();
		var ended = dog.run(pulse -> begun(source, to, site, pulse));
		return switch (ended) {
			case Watchdog.Ended.Stalled<Object>(String file, _) -> new Prepared.No(new Refused(Why.STALLED, Names.shown(file)));
			case Watchdog.Ended.Ran<Object>(Refused no) -> new Prepared.No(no);
			case Watchdog.Ended.Ran<Object>(Begun begun) -> copied(by, site, operator, declared, begun, dog, progress);
			case Watchdog.Ended.Ran<Object>(Object other) -> throw new IllegalStateException(other.toString());
		};
	}

	private synchronized Watchdog dog(OfflineSettings settings) {
		watchdog = Optional.of(watchdog.orElseGet(() -> new Watchdog(settings.patience(), HANGING)));
		return watchdog.get();
	}

	/** A {@link Refused} or {@link Begun}. */
	private Object begun(Path source, Path to, RegionCode site, Watchdog.Pulse pulse)
			throws IOException, InterruptedException {
		for (Path folder : new Path[] { source, to }) {
			if (!Files.isDirectory(folder)) {
				return new Refused(Why.NO_SOURCE, folder.toString());
			}
		}
		if (Survey.clash(source, to).isPresent()) {
			return new Refused(Why.CLASH, to.toString());
		}
		Path work = data.resolve(WORK)
				.resolve(UUID.nameUUIDFromBytes((to + " " + site.digits()).getBytes(StandardCharsets.UTF_8)).toString());
		if (Files.exists(work.resolve(BAG))) {
			String[] noted = Files.readString(work.resolve(BAG)).split("\t");
			Path bag = to.resolve(noted[0]);
			if (Files.isDirectory(bag)) {
				return new Begun(work, bag, source, Long.parseLong(noted[1]));
			}
		}
		ImportDesk.remove(work);
		Files.createDirectories(work);
		long[] left = { 0 };
		Names names = new Names(source);
		try (Plan.Maker maker = new Plan.Maker(work.resolve(PAYLOAD))) {
			Survey.walk(source, new Survey.Taker() {
				@Override
				public void file(Path file, BasicFileAttributes is) throws IOException {
					String name = names.of(file);
					pulse.beat(name, 0);
					if (Names.shown(name).indexOf('\uFFFD') >= 0) { // no manifest can name it
						left[0]++;
					} else {
						maker.add(new Plan.Row(is.size(), name, name));
					}
				}

				@Override
				public void left(Path path, Survey.Left why, String reason) {
					left[0]++;
				}
			});
			maker.finish();
		}
		Path bag = free(to, "posko-" + site.digits() + "-" + today());
		Files.createDirectories(bag.resolve(BagTags.PAYLOAD));
		Files.writeString(work.resolve(BAG), bag.getFileName() + "\t" + left[0]);
		return new Begun(work, bag, source, left[0]);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
	}

	private static Path free(Path folder, String name) {
		Path path = folder.resolve(name);
		for (int i = 2; Files.exists(path); i++) {
			path = folder.resolve(name + "-" + i);
		}
		return path;
	}

	private Prepared copied(Actor by, RegionCode site, String operator, OptionalLong declared, Begun begun, Watchdog dog,
			BiConsumer<State, Progress> progress) throws IOException, InterruptedException {
		Plan plan = Plan.read(begun.work().resolve(PAYLOAD));
		String object = site + " " + begun.bag();
		acts.done(by, "recordings copied", object, "", plan.files());
		Copy payload = new Copy(begun.source(), begun.bag().resolve(BagTags.PAYLOAD), plan,
				begun.work().resolve(PAYLOAD + ".journal"), dog);
		Outcome outcome = payload.run(progress);
		boolean isBag = false;
		if (outcome instanceof Outcome.Done) {
			Map<String, String> info = new LinkedHashMap<>();
			info.put("Bagging-Date", today().toString());
			info.put(BagNotes.SITE, site.text());
			info.put(BagNotes.OPERATOR, operator.isEmpty() ? by.fullName() : operator);
			declared.ifPresent(count -> info.put(BagNotes.DECLARED, Long.toString(count)));
			Plan tags = BagTags.write(begun.work().resolve(TAGS), payload, info, begun.work().resolve("tags.plan"));
			Outcome ended = new Copy(begun.work().resolve(TAGS), begun.bag(), tags, begun.work().resolve("tags.journal"), dog)
					.run((_, _) -> {
					});
			isBag = ended instanceof Outcome.Done && isComplete(begun.bag(), dog);
			outcome = ended instanceof Outcome.Done ? outcome : ended;
		}
		if (isBag) {
			acts.done(by, "recordings proven", object, "", plan.files());
		}
		if (isBag || outcome instanceof Outcome.Flawed) {
			ImportDesk.remove(begun.work());
		}
		return new Prepared.Went(begun.bag(), plan.files(), begun.left(), outcome, isBag);
	}

	/** The content was read back and compared already. */
	private static boolean isComplete(Path bag, Watchdog dog) throws IOException, InterruptedException {
		return dog.run(pulse -> new Verification(bag, 1, progress -> pulse.beat("", progress.octets()))
				.of(Verification.Depth.COMPLETE)) instanceof Watchdog.Ended.Ran<id.posko.bag.Verdict>(var verdict)
				&& verdict.isComplete();
	}
}
