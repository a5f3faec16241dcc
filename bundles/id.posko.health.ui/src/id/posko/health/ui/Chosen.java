package id.posko.health.ui;

import java.util.List;

import id.posko.kit.Device;

/** The devices that are selected on the board; in the application's context. */
public record Chosen(List<Device> devices) {

	static final Chosen NONE = new Chosen(List.of());
}
