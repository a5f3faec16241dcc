package id.posko.memory;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

import id.posko.kit.Secrets;

/** Secrets in memory. */
public class Pocket implements Secrets {

	private final Map<String, String> kept = new ConcurrentSkipListMap<>();

	public final Pocket with(String name, String secret) {
		kept.put(name, secret);
		return this;
	}

	/** As they are at any time. */
	public final Map<String, String> kept() {
		return Collections.unmodifiableMap(kept);
	}

	@Override
	public final Optional<char[]> secret(String name) {
		return Optional.ofNullable(kept.get(name)).map(String::toCharArray);
	}

	@Override
	public final void keep(String name, char[] secret) {
		kept.put(name, new String(secret));
	}

	@Override
	public final void forget(String name) {
		kept.remove(name);
	}

	@Override
	public final List<String> names() {
		return List.copyOf(kept.keySet());
	}

	@Override
	public final String place() {
		return "memory";
	}
}
