package id.posko.inventory;

import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.RegionCode;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.Permission;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Changes the inventory: by lists and by hand, every change whole or not at all, one at a time. Any thread may call;
 * the calls block on files and the database. The inventory is written through here alone, by those who may change it at
 * every place that the change is about; others get {@link id.posko.staff.NotPermitted}.
 */
@Component(service = Lists.class)
public final class Lists {

	private static final int MOST_NAMED = 10;

	private final Inventory inventory;
	private final Registry registry;
	private final Acts acts;
	private final DeviceList files = new DeviceList();
	private final Lock writing = new ReentrantLock();

	@Activate
	public Lists(@Reference Inventory inventory, @Reference Registry registry, @Reference Acts acts) {
		this.inventory = inventory;
		this.registry = registry;
		this.acts = acts;
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
	public Outcome apply(Actor by, ImportPlan plan) {
		if (!plan.isApplicable()) {
			return new Outcome.Refused(plan.errors());
		}
		writing.lock();
		try {
			Fleet before = inventory.fleet();
			return isSame(before, plan.base()) ? write(by, "inventory imported", before, plan.edit()) : new Outcome.Stale();
		} finally {
			writing.unlock();
		}
	}

	public Outcome apply(Actor by, Change change) {
		writing.lock();
		try {
			Fleet before = inventory.fleet();
			ChangeJudge judge = new ChangeJudge(before);
			return judge.judge(change).map(edit -> write(by, "inventory changed", before, edit))
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
	public Outcome undo(Actor by, Outcome.Done done) {
		writing.lock();
		try {
			Fleet before = inventory.fleet();
			return isSame(before, done.after()) ? write(by, "inventory change undone", before, done.undo()) : new Outcome.Stale();
		} finally {
			writing.unlock();
		}
	}

	/** Writes a fleet as a list that imports again unchanged; the file's name says whether XLSX or CSV. */
	public Export export(Actor by, Path file, Fleet fleet) {
		exporting(by, file, fleet.devices().size());
		return files.write(file, fleet);
	}

	/** Writes a table as it was shown, one device a row, that is no list to import. */
	public Export export(Actor by, Path file, String name, List<String> titles, List<List<String>> rows) {
		exporting(by, file, rows.size());
		return files.write(file, name, titles, rows);
	}

	private void exporting(Actor by, Path file, int rows) {
		acts.permit(by, Permission.EXPORT, List.of(), file.toString());
		acts.done(by, "inventory exported", file.toString(), "", rows);
	}

	private Outcome write(Actor by, String act, Fleet before, Edit edit) {
		Set<RegionCode> places = edit.places();
		String object = places.stream().map(RegionCode::text).limit(MOST_NAMED).collect(Collectors.joining(", "))
				+ (places.size() > MOST_NAMED ? " …" : "");
		acts.permit(by, Permission.INVENTORY, places, object);
		if (!edit.isEmpty()) {
			acts.done(by, act, object, "", edit.size());
			registry.write(edit);
		}
		return new Outcome.Done(edit, edit.inverse(before), before, inventory.fleet());
	}

	private static boolean isSame(Fleet one, Fleet other) {
		return one == other || List.copyOf(one.sites()).equals(List.copyOf(other.sites()))
				&& List.copyOf(one.devices()).equals(List.copyOf(other.devices()));
	}
}
