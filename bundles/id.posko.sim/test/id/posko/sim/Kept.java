package id.posko.sim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import id.posko.kit.Secrets;

/** Secrets in memory. */
record Kept(Map<String, String> secrets) implements Secrets {

	Kept() {
		this(new ConcurrentHashMap<>());
	}

	@Override
	public Optional<char[]> secret(String name) {
		return Optional.ofNullable(secrets.get(name)).map(String::toCharArray);
	}

	@Override
	public void keep(String name, char[] secret) {
		secrets.put(name, new String(secret));
	}

	@Override
	public void forget(String name) {
		secrets.remove(name);
	}

	@Override
	public List<String> names() {
		return secrets.keySet().stream().sorted().toList();
	}

	@Override
	public String place() {
		return "memory";
	}
}
