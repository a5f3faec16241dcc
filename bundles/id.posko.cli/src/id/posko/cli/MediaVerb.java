package id.posko.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.transfer.media.Identity;
import id.posko.transfer.media.MediaTold;
import id.posko.transfer.media.Medium;
import id.posko.transfer.media.Passport;
import id.posko.transfer.media.Passports;
import id.posko.transfer.media.Passports.Outcome;
import id.posko.transfer.media.Volumes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posko media list|passport|hand|history}: flash disks and external disks, and what is known of each. */
@Component(service = Verb.class, property = Verb.NAME + "=media")
public final class MediaVerb implements Verb {

	private final Volumes volumes;
	private final Passports passports;

	@Activate
	public MediaVerb(@Reference Volumes volumes, @Reference Passports passports) {
		this.volumes = volumes;
		this.passports = passports;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new Media(call);
	}

	@Command(name = "media")
	final class Media implements Callable<Integer> {

		private final Call call;
		private final MediaTold told;

		@Spec
		private CommandSpec spec;

		private Media(Call call) {
			this.call = call;
			told = new MediaTold(call.locale(), ZoneId.systemDefault());
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		/** Ends not well if a medium should be used no longer. */
		@Command(name = "list")
		int list(@Option(names = "--all", descriptionKey = "media.all") boolean all,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException, InterruptedException {
			switch (volumes.find()) {
			case Volumes.Found.Unlisted(String reason) -> {
				call.say("media.unlisted", reason);
				return Call.FAILED;
			}
			case Volumes.Found.Listed listed -> {
				List<Medium> media = all ? listed.media() : listed.removable();
				int worst = Call.WELL;
				for (Medium medium : media) {
					worst = Math.max(worst, tell(medium, passports.identify(medium), json));
				}
				if (media.isEmpty() && !json) {
					call.say("media.none");
				}
				return worst;
			}
			}
		}

		private int tell(Medium medium, Identity identity, boolean json) throws IOException {
			if (identity instanceof Identity.Known(Passport passport)) {
				passports.seen(call.by(), passport);
			}
			Optional<Passport> own = identity instanceof Identity.Known(Passport passport) ? Optional.of(passport)
					: Optional.empty();
			call.out().println(json
					? new JsonLine().put("path", medium.root()).put("volume", medium.volume()).put("label", medium.label())
							.put("fileSystem", medium.fileSystem()).put("bytes", medium.size())
							.put("removable", medium.isRemovable()).put("readOnly", medium.isReadOnly())
							.put("identity", identity.getClass().getSimpleName().toLowerCase(Locale.ROOT))
							.put("passport", own.map(Passport::token))
							.put("holder", own.flatMap(Passport::holder).map(Passport.Entry::holder))
							.put("worn", own.map(passport -> passport.wear().isWorn()))
					: told.title(medium) + "\n  " + told.sentence(identity));
			return own.map(Passport::wear).filter(wear -> wear.isWorn()).isPresent() ? Call.NOT_WELL : Call.WELL;
		}

		@Command(name = "passport")
		int passport(@Parameters(paramLabel = "PATH", descriptionKey = "media.path") Path path)
				throws IOException, InterruptedException {
			Optional<Medium> medium = at(path);
			return medium.isEmpty() ? Call.WRONG_USE : told(passports.issue(call.by(), medium.get()));
		}

		@Command(name = "hand")
		int hand(@Parameters(paramLabel = "PATH", descriptionKey = "media.path") Path path,
				@Parameters(paramLabel = "NAME", descriptionKey = "media.holder") String holder)
				throws IOException, InterruptedException {
			if (holder.isBlank() || holder.length() > Passports.LONGEST_NAME) {
				call.say("media.nobody", Passports.LONGEST_NAME);
				return Call.WRONG_USE;
			}
			Optional<Medium> medium = at(path);
			return medium.isEmpty() ? Call.WRONG_USE : told(passports.hand(call.by(), medium.get(), holder.strip()));
		}

		/** Of a passport, by the first digits of its number. */
		@Command(name = "history")
		int history(@Parameters(paramLabel = "PASSPORT", arity = "0..1", descriptionKey = "media.number") String number)
				throws IOException {
			List<Passport> found = passports.all().stream()
					.filter(passport -> number == null || passport.token().startsWith(number.toLowerCase(Locale.ROOT))).toList();
			if (found.isEmpty()) {
				call.say(number == null ? "media.no_passports" : "media.no_passport", number == null ? "" : number);
				return number == null ? Call.WELL : Call.WRONG_USE;
			}
			for (Passport passport : found) {
				call.out().println(passport.label() + "  " + told.sentence(passport));
				if (number != null) {
					passport.history().forEach(entry -> call.out().println("  " + told.line(entry)));
				}
			}
			return Call.WELL;
		}

		private int told(Outcome outcome) {
			return switch (outcome) {
			case Outcome.Went(Passport passport) -> {
				call.out().println(told.sentence(passport));
				yield Call.WELL;
			}
			case Outcome.Refused(Identity identity) -> {
				call.err().println(told.sentence(identity));
				yield Call.WRONG_USE;
			}
			};
		}

		/** The medium that this place lies on; the system's own volume is none. */
		private Optional<Medium> at(Path place) throws IOException, InterruptedException {
			Path path = call.resolve(place);
			switch (volumes.find()) {
			case Volumes.Found.Unlisted(String reason) -> call.say("media.unlisted", reason);
			case Volumes.Found.Listed listed -> {
				try {
					Optional<Medium> medium = listed.of(path).filter(found -> found.root().getNameCount() > 0 || found.isRemovable());
					if (medium.isEmpty()) {
						call.say("media.not_there", path);
					}
					return medium;
				} catch (NoSuchFileException _) {
					call.say("media.not_there", path);
				}
			}
			}
			return Optional.empty();
		}
	}
}
