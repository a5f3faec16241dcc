package id.posko.staff;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import id.posko.kit.Secrets;

/** An office whose accounts and secrets lie in memory; its journal is a real one. */
final class Office implements Accounts, Journal.Mark, Secrets {

	static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
	static final char[] GOOD = "rahasia-besar-1".toCharArray();

	Instant now = Instant.parse("2026-11-21T01:00:00Z");
	final Path folder;
	private final Map<String, Kept> kept = new TreeMap<>();
	private final Map<String, char[]> secrets = new TreeMap<>();
	private Journal.Last last = Journal.Last.NONE;

	Office(Path folder) {
		this.folder = folder;
	}

	Journal journal() {
		return new Journal(folder, this, new DayKey(this), () -> now, WIB);
	}

	List<Entry> entries() throws IOException {
		List<Entry> all = new ArrayList<>();
		journal().read(all::add);
		return all;
	}

	static Account account(String name, Role... roles) {
		return new Account(name, "Nama " + name,
				List.of(roles).stream().map(role -> new Post(role, Optional.empty())).toList(), true);
	}

	@Override
	public List<Kept> all() {
		return List.copyOf(kept.values());
	}

	@Override
	public void put(Kept one) {
		kept.put(one.account().name(), one);
	}

	@Override
	public Journal.Last last() {
		return last;
	}

	@Override
	public void mark(Journal.Last is) {
		last = is;
	}

	@Override
	public Optional<char[]> secret(String name) {
		return Optional.ofNullable(secrets.get(name)).map(char[]::clone);
	}

	@Override
	public void keep(String name, char[] secret) {
		secrets.put(name, secret);
	}

	@Override
	public void forget(String name) {
		secrets.remove(name);
	}

	@Override
	public List<String> names() {
		return List.copyOf(secrets.keySet());
	}

	@Override
	public String place() {
		return "memory";
	}
}
