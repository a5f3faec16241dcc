package id.posko.cli;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.posko.kit.Device;
import id.posko.kit.Fleet;
import id.posko.kit.Site;
import id.posko.procedure.Subject;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run of an SOP is about, as options. */
final class MatterOptions {

	@Option(names = "--site", paramLabel = "CODE", descriptionKey = "sop.site")
	private String site;
	@Option(names = "--device", paramLabel = "NAME", descriptionKey = "sop.device")
	private String device;
	@Option(names = "--ticket", paramLabel = "NUMBER", descriptionKey = "sop.ticket")
	private String ticket;
	@Mixin
	private LetterOptions letter;
	@Option(names = "--subject", paramLabel = "NAME=TEXT", descriptionKey = "sop.subject")
	private Map<String, String> others = Map.of();

	/** Empty if something of it does not exist; then that is said. */
	Optional<Map<Subject, String>> matter(Call call, Fleet fleet) {
		Map<Subject, String> matter = new EnumMap<>(Subject.class);
		for (Map.Entry<String, String> other : others.entrySet()) {
			Optional<Subject> subject = Subject.of(other.getKey());
			if (subject.isEmpty()) {
				call.say("sop.no_subject", other.getKey());
				return Optional.empty();
			}
			matter.put(subject.get(), other.getValue().strip());
		}
		Selection selection = new Selection(call, fleet);
		if (site != null) {
			Optional<Site> found = selection.site(site);
			if (found.isEmpty()) {
				return Optional.empty();
			}
			matter.put(Subject.SITE, found.get().code().text());
		}
		if (device != null) {
			Optional<Device> found = site == null ? selection.device(device)
					: selection.devices(site, device).map(List::getFirst);
			if (found.isEmpty()) {
				return Optional.empty();
			}
			matter.put(Subject.DEVICE, found.get().key().toString());
		}
		if (ticket != null) {
			matter.put(Subject.TICKET, ticket.strip());
		}
		if (letter.isGiven()) {
			Optional<LocalDate> date = letter.date(call);
			if (date.isEmpty()) {
				return Optional.empty();
			}
			matter.put(Subject.LETTER, String.join(", ", letter.number(), date.get().toString(), letter.from()));
		}
		return Optional.of(matter);
	}
}
