package id.posko.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

import id.posko.kit.Secrets;

/** Secrets in memory. */
public final class Pocket implements Secrets {

	private final Map<String, String> kept = new ConcurrentSkipListMap<>();

	public Pocket with(String name, String secret) {
		kept.put(name, secret);
		return this;
	}

	@Override
	public Optional<char[]> secret(String name) {
		return Optional.ofNullable(kept.get(name)).map(String::toCharArray);
	}

	@Override
	public void keep(String name, char[] secret) {
		kept.put(name, new String(secret));
	}

	@Override
	public void forget(String name) {
		kept.remove(name);
	}

	@Override
	public List<String> names() {
		return List.copyOf(kept.keySet());
	}

	@Override
	public String place() {
		return "memory";
	}
}
