package id.posko.report.label;

/** A label to stick on a device or a kit's case: what is read by eye, and the code that opens its page. */
public record Label(String device, String office, DeviceCode code) {
}
