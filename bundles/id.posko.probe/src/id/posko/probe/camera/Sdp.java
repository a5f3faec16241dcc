package id.posko.probe.camera;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a camera says it can send: session description (RFC 8866) as DESCRIBE brings it.
 *
 * @param control URL of the whole, possibly relative; "*" or empty is the described URL itself
 */
record Sdp(String control, List<Video> videos) {

	/** Payload type 26 is JPEG without any rtpmap (RFC 3551). */
	private static final int JPEG = 26;
	private static final int MOST_LINES = 1000;

	/** One way to get a moving picture; the encoding's name in capitals. */
	record Video(int payload, String encoding, String control) {

		boolean isJpeg() {
			return encoding.equals("JPEG");
		}
	}

	/** The picture that can be examined, else the first one. */
	Optional<Video> video() {
		return videos.stream().filter(Video::isJpeg).findFirst().or(() -> videos.stream().findFirst());
	}

	/** Passes over what is not of its form. */
	static Sdp parse(String text) {
		String control = "";
		List<Video> videos = new ArrayList<>();
		List<Integer> payloads = List.of();
		Map<Integer, String> encodings = new HashMap<>();
		String track = "";
		boolean isSession = true;
		for (String line : text.lines().limit(MOST_LINES).map(String::strip).toList()) {
			if (line.startsWith("m=")) {
				videos.addAll(videos(payloads, encodings, track));
				isSession = false;
				payloads = payloads(line.substring(2).split(" +"));
				encodings.clear();
				track = "";
			} else if (line.startsWith("a=control:")) {
				String url = line.substring("a=control:".length()).strip();
				control = isSession ? url : control;
				track = isSession ? "" : url;
			} else if (line.startsWith("a=rtpmap:")) {
				String[] map = line.substring("a=rtpmap:".length()).strip().split(" +", 2);
				number(map[0]).filter(_ -> map.length == 2).ifPresent(payload -> encodings.put(payload,
						CameraFault.excerpt(map[1].split("/", 2)[0]).toUpperCase(Locale.ROOT)));
			}
		}
		videos.addAll(videos(payloads, encodings, track));
		return new Sdp(control, List.copyOf(videos));
	}

	private static List<Video> videos(List<Integer> payloads, Map<Integer, String> encodings, String track) {
		return payloads.stream().map(payload -> new Video(payload,
				encodings.getOrDefault(payload, payload == JPEG ? "JPEG" : "RTP " + payload), track)).toList();
	}

	private static List<Integer> payloads(String[] media) {
		return !media[0].equals("video") || media.length < 4 ? List.of()
				: Arrays.stream(media).skip(3).map(Sdp::number).flatMap(Optional::stream).limit(16).toList();
	}

	private static Optional<Integer> number(String text) {
		return text.matches("\\d{1,3}") && Integer.parseInt(text) < 128 ? Optional.of(Integer.valueOf(text))
				: Optional.empty();
	}
}
