package id.posko.health;

import java.util.Optional;

import id.posko.kit.DeviceKey;

/** A device's acknowledgement is another one now, or has ended. */
public record Acknowledged(DeviceKey device, Optional<Acknowledgement> now) {
}
