package id.posko.inventory;

import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Changes the inventory: by lists and by hand, every change whole or not at all, one at a time. Any thread may call;
 * the calls block on files and the database. The inventory is written through here alone.
 */
@Component(service = Lists.class)
public final class Lists {

	private final Inventory inventory;
	private final Registry registry;
	private final DeviceList files = new DeviceList();
	private final Lock writing = new ReentrantLock();

	@Activate
	public Lists(@Reference Inventory inventory, @Reference Registry registry) {
		this.inventory = inventory;
		this.registry = registry;
	}

	/** A dry run: what importing the file would do now. */
	public ImportPlan plan(Path file) {
		return files.plan(file, inventory.fleet());
	}

	/** The same for rows that stand in no file. */
	public ImportPlan plan(List<Entry> entries) {
		return files.plan(entries, inventory.fleet());
	}

	/** Applies a plan without wrong rows to the fleet it was made against. */
	public Outcome apply(ImportPlan plan) {
		if (!plan.isApplicable()) {
			return new Outcome.Refused(plan.errors());
		}
		writing.lock();
		try {
			Fleet before = inventory.fleet();
			return isSame(before, plan.base()) ? write(before, plan.edit()) : new Outcome.Stale();
		} finally {
			writing.unlock();
		}
	}

	public Outcome apply(Change change) {
		writing.lock();
		try {
			Fleet before = inventory.fleet();
			ChangeJudge judge = new ChangeJudge(before);
			return judge.judge(change).map(edit -> write(before, edit))
					.orElseGet(() -> new Outcome.Refused(judge.problems()));
		} finally {
			writing.unlock();
		}
	}

	/** What is wrong with a change, without making it: for a form while it is filled in. */
	public List<Problem> check(Change change) {
		ChangeJudge judge = new ChangeJudge(inventory.fleet());
		judge.judge(change);
		return judge.problems();
	}

	/** Takes a change back; undoing the outcome of that makes it again. */
	public Outcome undo(Outcome.Done done) {
		writing.lock();
		try {
			Fleet before = inventory.fleet();
			return isSame(before, done.after()) ? write(before, done.undo()) : new Outcome.Stale();
		} finally {
			writing.unlock();
		}
	}

	/** Writes a fleet as a list that imports again unchanged; the file's name says whether XLSX or CSV. */
	public Export export(Path file, Fleet fleet) {
		return files.write(file, fleet);
	}

	/** Writes a table as it was shown, one device a row, that is no list to import. */
	public Export export(Path file, String name, List<String> titles, List<List<String>> rows) {
		return files.write(file, name, titles, rows);
	}

	private Outcome write(Fleet before, Edit edit) {
		if (!edit.isEmpty()) {
			registry.write(edit);
		}
		return new Outcome.Done(edit, edit.inverse(before), before, inventory.fleet());
	}

	private static boolean isSame(Fleet one, Fleet other) {
		return one == other || List.copyOf(one.sites()).equals(List.copyOf(other.sites()))
				&& List.copyOf(one.devices()).equals(List.copyOf(other.devices()));
	}
}
