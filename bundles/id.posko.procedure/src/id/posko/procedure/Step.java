package id.posko.procedure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One row of an SOP's table. The first texts are the SOP's own, word for word, slips included.
 *
 * @param remark the column "Keterangan"
 * @param who one or several, any of whom may take it
 * @param condition when the step applies; "" if always. One that does not apply is passed over with a reason
 * @param next the step that follows if that is not the next row; 0 ends the run
 * @param returnsTo the step that works again when this one gives its matter back
 * @param appoints the headings of the teams whose members this step names
 * @param approval what the one who takes the step confirms by his own password
 * @param receipts a step that hands something out: to whom, each with a receipt; an empty list is filled in the run
 * @param notes what the one who typed in the SOP found in it
 * @param inferred what was concluded from the wording
 */
public record Step(int number, String activity, List<SubStep> parts, String requirement, StandardTime time,
		String output, String remark, List<Who> who, String condition, OptionalInt next, OptionalInt returnsTo,
		List<Who.Team> appoints, Optional<Approval> approval, Optional<List<String>> receipts, Means means,
		List<String> notes, Set<Aspect> inferred) {

	public Step {
		parts = List.copyOf(parts);
		who = List.copyOf(who);
		appoints = List.copyOf(appoints);
		receipts = receipts.map(List::copyOf);
		notes = List.copyOf(notes);
		inferred = Set.copyOf(inferred);
	}
}
