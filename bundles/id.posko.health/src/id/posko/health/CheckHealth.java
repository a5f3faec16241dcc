package id.posko.health;

/** What one check has found out about a device. */
public record CheckHealth(String check, Course course) {
}
