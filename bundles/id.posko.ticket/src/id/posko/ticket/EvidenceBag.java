package id.posko.ticket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import id.posko.bag.Algorithm;
import id.posko.bag.BagMaker;
import id.posko.bag.Verdict;
import id.posko.bag.Verification;
import id.posko.health.CheckHealth;
import id.posko.health.DeviceHealth;
import id.posko.health.Evidence;
import id.posko.health.RollUp;
import id.posko.health.Sample;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Labels;
import id.posko.kit.OfficeCalendar;
import id.posko.kit.Words;
import id.posko.report.Format;
import id.posko.report.Table;
import id.posko.report.TableWriter;
import id.posko.report.Writing;

/**
 * Packs what a ticket stands on as a bag (RFC 8493) that can be sent: the ticket's text, its history, the devices of
 * the path, the raw evidence of their checks, their last 24 hours, and files that people add. Its texts are Indonesian;
 * its files have names of ours, so that no device and no file can name a place elsewhere.
 */
public final class EvidenceBag {

	private final Fleet fleet;
	private final Function<DeviceKey, Optional<DeviceHealth>> healths;
	private final Past past;
	private final OfficeCalendar calendar;
	private final Instant now;
	private final Words words = Words.of(EvidenceBag.class, Words.INDONESIAN);
	private final Labels labels = new Labels(Words.INDONESIAN);
	private final Told told;

	/** @param healths what the board says of each device */
	public EvidenceBag(Fleet fleet, Function<DeviceKey, Optional<DeviceHealth>> healths, Past past,
			OfficeCalendar calendar, Instant now) {
		this.fleet = fleet;
		this.healths = healths;
		this.past = past;
		this.calendar = calendar;
		this.now = now;
		told = new Told(Words.INDONESIAN, calendar.zone());
	}

	/**
	 * Blocks until it is on the medium and was read back. What was left unfinished, or was not read back as it was packed,
	 * is taken away again.
	 *
	 * @param out a folder that does not exist or is empty; or a file that does not exist, whose name ends in .zip: then it
	 * is one file with the bag in it, ready to be attached
	 * @param files to add; each keeps its content and as much of its name as every system bears
	 * @param progress gets the name of each file that is written
	 * @throws FileAlreadyExistsException if something lies there
	 */
	public void pack(Ticket ticket, Path out, List<Path> files, Consumer<String> progress) throws IOException {
		if (OneFile.isMeant(out)) {
			OneFile.write(out, "tiket-" + ticket.number(), bag -> fill(ticket, bag, files, progress), progress);
		} else {
			boolean wasThere = Files.exists(out);
			OneFile.orNothing(out, wasThere, () -> fill(ticket, out, files, progress));
		}
	}

	/** What a ticket's history tells of it. */
	String note(Path out, int files) {
		return words.say("bag.packed", out.getFileName().toString(), files);
	}

	private void fill(Ticket ticket, Path bag, List<Path> files, Consumer<String> progress) throws IOException {
		List<Device> path = ticket.draft().cause().flatMap(fleet::device).map(fleet::path).orElse(List.of());
		LastDay day = new LastDay(past, path, now, calendar.zone());
		try (BagMaker maker = new BagMaker(bag, Algorithm.SHA512)) {
			progress.accept(words.say("bag.collecting"));
			maker.say("External-Identifier", ticket.queueNumber().orElse(words.say("bag.number", ticket.number() + "")))
					.say("External-Description", ticket.draft().title())
					.say("Bagging-Date", LocalDate.ofInstant(now, calendar.zone()).toString());
			text(maker, "tiket.txt", ticketText(ticket));
			table(maker, "riwayat", List.of("at", "by", "what"), history(ticket));
			if (!path.isEmpty()) {
				table(maker, "alat", List.of("device", "kind", "site", "code", "line", "address", "serial", "asset", "state"),
						path.stream().map(this::device).toList());
				table(maker, "pemeriksaan", List.of("device", "check", "state", "since", "last", "sentence", "code", "arguments",
						"method", "responder", "round_trip", "found"), path.stream().flatMap(on -> checks(on).stream()).toList());
				table(maker, "24-jam", List.of("device", "check", "at", "state", "round_trip", "lost"),
						day.strips().stream().flatMap(strip -> strip.samples().stream()).map(this::sample).toList());
				table(maker, "24-jam-tiap-jam", List.of("device", "hour", "answers", "lost", "least", "average", "most"),
						day.strips().stream().flatMap(strip -> strip.hours().stream()).map(this::hour).toList());
				text(maker, "24-jam.svg", day.svg("ms"));
			}
			FileName names = new FileName();
			for (Path file : files) {
				progress.accept(file.getFileName().toString());
				try (InputStream in = Files.newInputStream(file)) {
					maker.add("lampiran/" + names.of(file.getFileName().toString()), in);
				}
			}
			maker.finish();
		}
		readBack(bag);
	}

	private static void readBack(Path bag) throws IOException {
		try {
			Verdict verdict = new Verification(bag, 1, _ -> {
			}).of(Verification.Depth.VALID);
			if (!verdict.isValid()) {
				throw new IOException(verdict.flaws().getFirst().sentence(Words.INDONESIAN));
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

	private static void text(BagMaker maker, String name, String text) throws IOException {
		maker.add(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	private void table(BagMaker maker, String name, List<String> columns, List<List<String>> rows) throws IOException {
		Path file = Files.createTempFile("posko", ".csv");
		try {
			List<String> headings = columns.stream().map(column -> words.say("column." + column)).toList();
			if (new TableWriter().write(file, Format.CSV, new Table(name, headings, rows.iterator())) instanceof Writing.Refused(
					var fault, _)) {
				throw new IOException(fault.toString());
			}
			try (InputStream in = Files.newInputStream(file)) {
				maker.add(name + ".csv", in);
			}
		} finally {
			Files.delete(file);
		}
	}

	/** All of a ticket on one page. */
	public String ticketText(Ticket ticket) {
		List<String> lines = new ArrayList<>();
		lines.add(words.say("bag.ticket", ticket.number() + "", told.kind(ticket.draft().kind()),
				told.status(ticket.status())));
		ticket.queueNumber().ifPresent(number -> lines.add(words.say("move.number", number)));
		lines.add(words.say("bag.opened", told.time(ticket.openedAt()), ticket.openedBy()));
		lines.add("");
		lines.add(ticket.draft().text().isBlank() ? ticket.draft().title() : ticket.draft().text());
		lines.add("");
		for (Clock clock : Clock.values()) {
			ClockReading reading = ClockReading.of(ticket, clock, calendar, now);
			if (reading.isRunning() || reading.used().isPositive()) {
				lines.add(told.reading(reading));
			}
		}
		return String.join("\n", lines) + "\n";
	}

	private List<List<String>> history(Ticket ticket) {
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of(time(ticket.openedAt()), ticket.openedBy(), words.say("move.open")));
		ticket.acts().forEach(act -> rows.add(List.of(time(act.at()), act.by(), told.move(act.move()))));
		return rows;
	}

	/** ISO-8601 with the office's offset. */
	private String time(Instant at) {
		return at.truncatedTo(ChronoUnit.MILLIS).atZone(calendar.zone()).toOffsetDateTime().toString();
	}

	private List<String> device(Device device) {
		var site = fleet.siteOf(device);
		return List.of(device.name(), labels.of(device.kind()), site.name(), site.code().text(), labels.of(site.link()),
				device.address().map(Object::toString).orElse(""), device.serial(), device.assetTag(),
				healths.apply(device.key()).map(health -> state(health.state())).orElse(""));
	}

	private static String state(id.posko.health.State state) {
		return Words.of(DeviceHealth.class, Words.INDONESIAN).say("state." + state);
	}

	private List<List<String>> checks(Device device) {
		List<List<String>> rows = new ArrayList<>();
		healths.apply(device.key()).map(DeviceHealth::checks).orElse(List.of())
				.forEach(check -> rows.add(check(device, check)));
		return rows;
	}

	private List<String> check(Device device, CheckHealth check) {
		var course = check.course();
		Evidence evidence = course.evidence();
		return List.of(device.name(), check.check(), state(course.state()),
				course.began().equals(Instant.MIN) ? "" : time(course.began()),
				course.lastAnswer() == null ? "" : time(course.lastAnswer()), course.cause().sentence(Words.INDONESIAN),
				course.cause().code(), String.join(" | ", course.cause().arguments()), evidence.method(),
				evidence.responder().orElse(""), millis(evidence.roundTrip()), found(evidence));
	}

	/** As the device wrote it. */
	private static String found(Evidence evidence) {
		List<String> raw = new ArrayList<>();
		evidence.findings().forEach(finding -> {
			if (finding instanceof id.posko.health.Reading reading) {
				raw.add(reading.quantity() + " = " + reading.raw() + " (" + reading.source() + ")");
			}
		});
		return String.join(" | ", raw);
	}

	private List<String> sample(Sample sample) {
		return List.of(sample.device().name(), sample.check(), time(sample.at()), state(sample.state()),
				millis(sample.roundTrip()), sample.lost() ? "1" : "0");
	}

	private List<String> hour(RollUp hour) {
		return List.of(hour.device().name(), time(hour.hour()), hour.count() + "", hour.lost() + "",
				timed(hour, hour.min()), timed(hour, hour.average()), timed(hour, hour.max()));
	}

	private static String timed(RollUp hour, Duration value) {
		return hour.timed() == 0 ? "" : millis(Optional.of(value));
	}

	/** Milliseconds with a comma, as spreadsheets with Indonesian settings read numbers. */
	private static String millis(Optional<Duration> duration) {
		return duration.map(time -> String.format(Words.INDONESIAN, "%.3f", time.toNanos() / 1e6)).orElse("");
	}
}
