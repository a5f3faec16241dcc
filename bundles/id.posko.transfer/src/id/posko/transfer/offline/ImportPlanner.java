package id.posko.transfer.offline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import id.posko.transfer.copy.Names;
import id.posko.transfer.copy.Plan;
import id.posko.transfer.copy.Survey;
import id.posko.transfer.copy.Watchdog.Pulse;
import id.posko.transfer.offline.Arrival.Counts;
import id.posko.transfer.offline.Arrival.Judged;

/** Judges each file of a source and writes down what is to be done with it. */
final class ImportPlanner implements Survey.Taker {

	private static final int HEAD = 1 << 16;

	private final Names source;
	private final Names target;
	private final String below;
	private final String mark;
	private final Ledger ledger;
	private final Suspects suspects = new Suspects();
	private final Scanner scanner;
	private final Pulse pulse;
	private final BufferedWriter items;
	private final Plan.Maker delivery;
	private final Plan.Maker quarantine;
	private Counts counts = Counts.NONE;

	private ImportPlanner(Path from, OfflineSettings settings, String below, String mark, Ledger ledger, Pulse pulse,
			Path work) throws IOException {
		source = new Names(from);
		target = new Names(settings.target());
		this.below = below;
		this.mark = mark;
		this.ledger = ledger;
		this.pulse = pulse;
		scanner = new Scanner(settings, work.resolve("scanner.txt"));
		items = Files.newBufferedWriter(ImportPlan.items(work));
		delivery = new Plan.Maker(work.resolve(ImportPlan.DELIVERY));
		quarantine = new Plan.Maker(work.resolve(ImportPlan.QUARANTINE));
	}

	/**
	 * @param below the folder below target and quarantine
	 * @param mark of this import, for files that go beside others
	 */
	static Counts plan(Path from, OfflineSettings settings, String below, String mark, Ledger ledger, Pulse pulse, Path work)
			throws IOException, InterruptedException {
		ImportPlanner planner = new ImportPlanner(from, settings, below, mark, ledger, pulse, work);
		try (planner.items; planner.delivery; planner.quarantine) {
			Survey.walk(from, planner);
			planner.delivery.finish();
			planner.quarantine.finish();
			return planner.counts;
		}
	}

	@Override
	public void left(Path path, Survey.Left why, String reason) {
		counts = counts.withLeft();
	}

	@Override
	public void file(Path file, BasicFileAttributes is) throws IOException {
		String name = source.of(file);
		String to = Names.of(below) + "/" + name;
		pulse.beat(name, 0);
		Optional<String> against;
		Optional<String> known = Optional.empty();
		try {
			against = suspects.against(file).or(() -> scanned(file, name));
			known = against.isEmpty() ? known(file, is.size(), name, to) : known;
		} catch (IOException e) {
			if (e instanceof java.nio.channels.ClosedByInterruptException || Thread.currentThread().isInterrupted()) {
				throw e;
			}
			left(file, Survey.Left.UNREADABLE, String.valueOf(e.getMessage()));
			return;
		}
		if (against.isPresent()) {
			String apart = to + mark;
			quarantine.add(new Plan.Row(is.size(), name, apart));
			note(Judged.SUSPICIOUS, is.size(), name, apart, against.get());
		} else if (known.isPresent()) {
			note(Judged.KNOWN, is.size(), name, "", known.get());
		} else if (Files.exists(target.file(to), LinkOption.NOFOLLOW_LINKS)) {
			delivery.add(new Plan.Row(is.size(), name, to + mark));
			note(Judged.CHANGED, is.size(), name, to + mark, "");
		} else {
			delivery.add(new Plan.Row(is.size(), name, to));
			note(Judged.FRESH, is.size(), name, to, "");
		}
	}

	private Optional<String> scanned(Path file, String name) {
		try {
			return scanner.against(file, () -> pulse.beat(name, 0));
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return Optional.of("");
		} catch (IOException e) {
			return Optional.of(String.valueOf(e.getMessage()));
		}
	}

	/** By an earlier import, or because it lies there. */
	private Optional<String> known(Path file, long length, String name, String to) throws IOException {
		Path there = target.file(to);
		boolean liesThere = Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS) && Files.size(there) == length;
		if (!liesThere && !ledger.knowsLength(length)) {
			return Optional.empty();
		}
		String hash = hash(file, name);
		return liesThere && hash.equals(hash(there, name)) ? Optional.of(hash)
				: ledger.broughtIn(hash).map(_ -> hash);
	}

	private String hash(Path file, String name) throws IOException {
		MessageDigest digest;
		try {
			digest = MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
		try (InputStream in = new DigestInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), digest)) {
			byte[] portion = new byte[HEAD];
			for (long read = 0, some = 0; some >= 0; read += some) {
				pulse.beat(name, read);
				some = in.read(portion);
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private void note(Judged judged, long octets, String name, String to, String reason) throws IOException {
		counts = counts.with(judged, octets);
		items.write(judged + "\t" + octets + "\t" + name + "\t" + to + "\t" + reason.replaceAll("\\s+", " ") + "\n");
	}

}
