package id.posko.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import id.posko.transfer.media.Passport;
import id.posko.transfer.media.PassportLog;

/** As the tables keep them. */
final class PassportsInMemory implements PassportLog {

	private final Map<String, Passport> passports = new TreeMap<>();

	@Override
	public List<Passport> all() {
		return List.copyOf(passports.values());
	}

	@Override
	public Optional<Passport> find(String token) {
		return Optional.ofNullable(passports.get(token));
	}

	@Override
	public void issue(Passport passport) {
		passports.put(passport.token(), passport);
	}

	@Override
	public boolean add(String token, Passport.Entry entry) {
		return passports.computeIfPresent(token, (_, passport) -> {
			List<Passport.Entry> history = new ArrayList<>(passport.history());
			history.add(entry);
			return new Passport(token, passport.volume(), passport.label(), history);
		}) != null;
	}
}
