package id.posko.notice;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import id.posko.kit.DeviceKind;
import id.posko.kit.Notices.Message;
import id.posko.kit.RegionCode;

/** What tests tell, and how it is set up. */
final class Samples {

	static final Instant MORNING = Instant.parse("2026-03-02T02:00:00Z");

	private Samples() {
	}

	static Message modem(int office, String event, Instant at) {
		return message(office, DeviceKind.MODEM, event, at, "Modem Kecamatan " + office + " – " + event + ".");
	}

	static Message afis(int office, String event, Instant at) {
		return message(office, DeviceKind.AFIS_SERVER, event, at, "Peladen AFIS Kecamatan " + office + " – " + event + ".");
	}

	static Message message(int office, DeviceKind kind, String event, Instant at, String sentence) {
		RegionCode code = new RegionCode("35.60.%02d".formatted(office));
		return new Message(code + "/" + kind, event, kind, kind.name(), "Kecamatan " + office, code, sentence, at, 9);
	}

	static Dispatch dispatch(Message... messages) {
		return new Dispatch(UUID.randomUUID().toString(), Dispatch.Kind.NEWS, List.of(messages), List.of(), Omission.NONE,
				false, MORNING);
	}

	/** Of {@code key=value}s, which must be right. */
	static Setup setup(Path folder, String... settings) {
		SetupReader.Read read = new SetupReader(Written.of(settings(settings)), folder).read();
		if (!read.flaws().isEmpty()) {
			throw new AssertionError(read.flaws());
		}
		return read.setup();
	}

	static Map<String, String> settings(String... settings) {
		Map<String, String> all = new HashMap<>();
		Arrays.stream(settings).map(s -> s.split("=", 2)).forEach(s -> all.put(s[0], s[1]));
		return all;
	}
}
