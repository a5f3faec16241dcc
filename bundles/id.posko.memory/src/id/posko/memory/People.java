package id.posko.memory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import id.posko.staff.Accounts;
import id.posko.staff.Journal;

/** What an office's staff and journal need, in memory: the accounts, the journal's mark, and secrets for its key. */
public class People extends Pocket implements Accounts, Journal.Mark {

	private final Map<String, Kept> accounts = new TreeMap<>();
	private Journal.Last last = Journal.Last.NONE;

	@Override
	public final List<Kept> all() {
		return List.copyOf(accounts.values());
	}

	@Override
	public final void put(Kept one) {
		accounts.put(one.account().name(), one);
	}

	@Override
	public final Journal.Last last() {
		return last;
	}

	@Override
	public final void mark(Journal.Last is) {
		last = is;
	}
}
