package id.posko.health;

import java.time.Instant;

/** What a camera showed. {@code jpeg} is a whole JPEG file (ITU-T T.81), not to be changed. */
public record Picture(byte[] jpeg, Instant taken) implements Finding {
}
