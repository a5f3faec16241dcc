package id.posko.transfer.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import id.posko.staff.Actor;
import id.posko.transfer.media.Identity;
import id.posko.transfer.media.Medium;
import id.posko.transfer.media.Passport;
import id.posko.transfer.media.Passports;
import id.posko.transfer.media.Volumes;

/** The media that are plugged in, and those that are known by their passports alone. */
record MediaFeed(Volumes volumes, Passports passports) {

	sealed interface Seen {

		/** Those that are plugged in first. */
		record Read(List<MediumLine> lines) implements Seen {
		}

		record Unread(String reason) implements Seen {
		}
	}

	/** Blocks; not for the UI thread. @param by for whom it is kept that they are plugged in here; empty: for nobody */
	Seen look(Optional<Actor> by) throws InterruptedException {
		try {
			return switch (volumes.find()) {
			case Volumes.Found.Unlisted(String reason) -> new Seen.Unread(reason);
			case Volumes.Found.Listed listed -> new Seen.Read(lines(listed.removable(), by));
			};
		} catch (IOException | UncheckedIOException e) {
			return new Seen.Unread(String.valueOf(e.getMessage()));
		}
	}

	private List<MediumLine> lines(List<Medium> media, Optional<Actor> by) throws IOException, InterruptedException {
		List<MediumLine> lines = new ArrayList<>();
		Set<String> here = new HashSet<>();
		for (Medium medium : media) {
			Identity identity = passports.identify(medium);
			if (identity instanceof Identity.Known(Passport passport)) {
				here.add(passport.token());
				identity = by.isPresent() ? new Identity.Known(passports.seen(by.get(), passport)) : identity;
			}
			lines.add(new MediumLine(Optional.of(medium), identity));
		}
		passports.all().stream().filter(passport -> !here.contains(passport.token()))
				.forEach(passport -> lines.add(new MediumLine(Optional.empty(), new Identity.Known(passport))));
		return lines;
	}
}
