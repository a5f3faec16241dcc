package id.posko.transfer.copy;

import java.util.ArrayList;
import java.util.List;

/** What a run counts; one thread counts, any may ask. */
final class Tally {

	private static final int MOST = 1_000;

	private final Plan plan;
	private final List<String> restarted = new ArrayList<>();
	private final List<Flaw> flaws = new ArrayList<>();
	private long flawCount;
	private long copied;
	private long stored;
	private long readBack;
	private long sourceRead;

	Tally(Plan plan) {
		this.plan = plan;
	}

	synchronized void files(CopyJournal journal) {
		readBack = journal.count(State.READ_BACK);
		stored = readBack + journal.count(State.STORED);
		copied = stored + journal.count(State.COPIED);
	}

	synchronized void read(long octets) {
		sourceRead += octets;
	}

	synchronized void restarted(String file) {
		if (restarted.size() < MOST) {
			restarted.add(file);
		}
	}

	synchronized void flaw(Flaw flaw) {
		flawCount++;
		if (flaws.size() < MOST) {
			flaws.add(flaw);
		}
	}

	synchronized Totals totals() {
		return new Totals(plan.files(), plan.octets(), copied, stored, readBack, sourceRead, restarted);
	}

	/** When all is through. */
	synchronized Outcome end(Way way) {
		return flawCount == 0 ? new Outcome.Done(totals(), way) : new Outcome.Flawed(totals(), way, flaws, flawCount);
	}
}
