package id.posko.procedure.desk;

import id.posko.staff.Permission;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Does a step of an SOP. Found by the service registry: the room that owns an act brings a component, and the step
 * names its id. The fields that the step itself names are asked and kept without it. Sentences are in Indonesian, for
 * they stay with the run.
 */
public interface StepAction {

	/** As the steps name it: {@code health.online}. */
	String id();

	/** What it has to be told for this step besides the step's own fields; may read what is kept. */
	default List<Asked> asks(Task task) throws IOException {
		return List.of();
	}

	/** What one has to be allowed besides moving the run. */
	default Optional<Permission> needs() {
		return Optional.empty();
	}

	/**
	 * Blocks the virtual thread that it runs on and ends by interrupt.
	 *
	 * @param progress takes a sentence now and then
	 */
	Deed act(Task task, Answers answers, Consumer<String> progress) throws IOException, InterruptedException;
}
