package id.posko.probe.discovery;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import id.posko.kit.Words;
import id.posko.kit.discovery.Discovered;
import id.posko.kit.discovery.Discovery;
import id.posko.kit.discovery.Discovery.Manners;
import id.posko.kit.discovery.Discovery.Progress;
import id.posko.kit.discovery.Discovery.Wish;
import id.posko.kit.discovery.Door;
import id.posko.kit.discovery.Range;

/** What a sweep tells, by address. */
final class Sweeps implements Discovery.Listener {

	static final Manners QUICK = new Manners(1000, Duration.ofSeconds(2), Duration.ofMinutes(1));

	final Map<String, Discovered> met = new ConcurrentHashMap<>();
	final List<Progress> progress = new CopyOnWriteArrayList<>();

	static Wish wish(String range, String community, Door... more) {
		return new Wish(assertInstanceOf(Range.Reading.Right.class, Range.read(range, false, false)).range(), community,
				Set.of(more), false, QUICK);
	}

	static Wish with(Wish wish, Manners manners) {
		return new Wish(wish.range(), wish.community(), wish.more(), wish.isThorough(), manners);
	}

	@Override
	public void met(Discovered device) {
		met.put(device.host().getHostAddress(), device);
	}

	@Override
	public void progress(Progress now) {
		progress.add(now);
	}

	String guess(String host) {
		return met.get(host).guess().map(g -> g.kind() + " " + g.confidence() + " "
				+ g.evidence().stream().map(s -> s.sentence(Words.INDONESIAN)).toList()).orElse("-");
	}

	List<String> signs(String host) {
		return met.get(host).signs().stream().map(s -> s.sentence(Words.INDONESIAN)).toList();
	}

	@Override
	public String toString() {
		return new TreeMap<>(met).entrySet().stream().map(e -> e.getKey() + " " + guess(e.getKey()) + " " + signs(e.getKey()))
				.collect(Collectors.joining("\n"));
	}
}
