package id.posko.probe.camera;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

import id.posko.health.Cause;
import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;
import id.posko.kit.Secrets;

/**
 * How a camera of the inventory is asked, by its settings:
 *
 * <pre>
 * camera.rtsp      port of RTSP; without it the address' port, else 554
 * camera.path      path of the stream, such as /Streaming/Channels/102; without it /
 * camera.snapshot  path of a JPEG file over HTTP; the picture is taken from there
 * camera.http      port of HTTP, without it 80; if it is the address' port, or there is neither camera.rtsp nor a port
 *                  in the address, a camera with a snapshot is not asked over RTSP
 * camera.user      user, for Basic and Digest
 * camera.secret    name of the secret that holds the password
 * </pre>
 */
record CameraSettings(OptionalInt rtsp, String path, int http, Optional<String> snapshot, Optional<Login> login) {

	/** What the settings came to. */
	sealed interface Choice {

		record Chosen(CameraSettings settings) implements Choice {
		}

		record Wrong(Cause cause) implements Choice {
		}
	}

	/** @throws IOException if the secrets can not be read */
	static Choice of(Device device, Optional<Secrets> secrets) throws IOException {
		Access access = device.access();
		Address address = device.address().orElseThrow();
		for (String name : new String[] {"camera.rtsp", "camera.http"}) {
			if (access.get(name).isPresent() && port(access, name).isEmpty()) {
				return wrong(name, access.get(name).get());
			}
		}
		for (String name : new String[] {"camera.path", "camera.snapshot"}) {
			if (!access.get(name).orElse("/").matches("/[!-~]{0,500}")) {
				return wrong(name, access.get(name).get());
			}
		}
		Optional<String> snapshot = access.get("camera.snapshot");
		int http = port(access, "camera.http").orElse(Snapshot.PORT);
		OptionalInt rtsp = port(access, "camera.rtsp");
		if (rtsp.isEmpty() && (snapshot.isEmpty() || address.port().isPresent() && address.port().getAsInt() != http)) {
			rtsp = OptionalInt.of(address.port().orElse(Rtsp.PORT));
		}
		Optional<String> user = access.get("camera.user");
		Optional<String> secret = access.get("camera.secret");
		if (user.isPresent() != secret.isPresent()) {
			return wrong(user.isPresent() ? "camera.secret" : "camera.user", "");
		}
		Optional<Login> login = Optional.empty();
		if (secret.isPresent()) {
			Optional<char[]> password = secrets.isPresent() ? secrets.get().secret(secret.get()) : Optional.empty();
			if (password.isEmpty()) {
				return new Choice.Wrong(Cause.of("secret_missing", secret.get()));
			}
			login = Optional.of(Login.of(user.get(), password.get()));
		}
		return new Choice.Chosen(new CameraSettings(rtsp, access.get("camera.path").orElse("/"), http, snapshot, login));
	}

	private static OptionalInt port(Access access, String name) {
		return access.get(name).filter(p -> p.matches("\\d{1,5}")).map(Integer::parseInt)
				.filter(p -> p > 0 && p < 65_536).map(OptionalInt::of).orElse(OptionalInt.empty());
	}

	private static Choice wrong(String setting, String value) {
		return new Choice.Wrong(Cause.of("setting_wrong", setting, value));
	}
}
