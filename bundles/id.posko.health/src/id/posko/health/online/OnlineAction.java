package id.posko.health.online;

import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Cause;
import id.posko.health.State;
import id.posko.kit.Inventory;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.procedure.desk.Answers;
import id.posko.procedure.desk.Deed;
import id.posko.procedure.desk.StepAction;
import id.posko.procedure.desk.Task;
import id.posko.staff.Permission;

/** A check of the SOP of sending online, asked for the run's office: the step's target says which. */
@Component
public final class OnlineAction implements StepAction {

	private final Inventory inventory;
	private final OnlineSop sop;

	@Activate
	public OnlineAction(@Reference Inventory inventory, @Reference OnlineSop sop) {
		this.inventory = inventory;
		this.sop = sop;
	}

	@Override
	public String id() {
		return "health.online";
	}

	@Override
	public Optional<Permission> needs() {
		return Optional.of(Permission.CHECK);
	}

	@Override
	public Deed act(Task task, Answers answers, Consumer<String> progress) throws InterruptedException {
		Optional<Site> site = task.place().flatMap(inventory.fleet()::site);
		Optional<OnlineStep> step = OnlineStep.ofTarget(task.means().target());
		if (site.isEmpty() || step.isEmpty()) {
			return new Deed.NotYet(Words.of(Cause.class, Words.INDONESIAN).say(site.isEmpty() ? "act.no_site" : "act.no_target",
					task.means().target()));
		}
		StepResult result = sop.ask(site.get(), step.get(), way -> progress.accept(way.sentence(Words.INDONESIAN)));
		return new Deed.Found(id(), result.state() == State.UP, result.sentence(Words.INDONESIAN));
	}
}
