package id.posko.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import id.posko.kit.Inventory.Subscription;
import id.posko.kit.Notices;

/** Tells nobody anything. */
final class Untold implements Notices {

	@Override
	public void start() {
	}

	@Override
	public void tell(Message message) {
	}

	@Override
	public Map<String, String> settings() {
		return Map.of();
	}

	@Override
	public List<Fault> faults(Locale locale) {
		return List.of();
	}

	@Override
	public List<Fault> check(Map<String, String> settings, Locale locale) {
		return List.of();
	}

	@Override
	public void keep(Map<String, String> settings) {
	}

	@Override
	public List<Trial> tryOut(Map<String, String> settings, Locale locale) {
		return List.of();
	}

	@Override
	public List<WayStatus> status(Locale locale) {
		return List.of();
	}

	@Override
	public Subscription onTrouble(Consumer<String> listener) {
		return () -> {
		};
	}
}
