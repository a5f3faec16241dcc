package id.posko.procedure.desk;

import id.posko.kit.RegionCode;
import id.posko.procedure.Means;
import id.posko.procedure.Step;
import id.posko.procedure.Subject;
import id.posko.procedure.Who;
import id.posko.procedure.run.Run;
import id.posko.staff.Actor;
import java.util.Map;
import java.util.Optional;

/** The open step of a run, for whoever does it. */
public record Task(Run run, Step step, Means.Action means, Actor by) {

	/** What the run is about; "" if it was not told. */
	public String about(Subject subject) {
		return run.matter().getOrDefault(subject, "");
	}

	/** Whether somebody outside takes the step: an officer records it. */
	public static boolean isOutside(Step step) {
		return step.who().stream().allMatch(Who.Outside.class::isInstance);
	}

	public Optional<RegionCode> place() {
		return place(run.matter());
	}

	/** The office that a matter is about: the one named, or that of the device {@code CODE/NAME}; else all of them. */
	static Optional<RegionCode> place(Map<Subject, String> matter) {
		String device = matter.getOrDefault(Subject.DEVICE, "");
		return Optional.of(matter.getOrDefault(Subject.SITE, device.substring(0, Math.max(0, device.indexOf('/')))))
				.filter(RegionCode::isWellFormed).map(RegionCode::new);
	}
}
