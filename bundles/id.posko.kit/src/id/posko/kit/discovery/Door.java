package id.posko.kit.discovery;

/** A port, and what may be spoken there. */
public record Door(int port, Service service) {

	/** What is asked behind it, all without a login. */
	public enum Service {
		/** Only whether it takes a connection. */
		TCP, SSH, RTSP, NUT, APCUPSD,
		/** By UDP. */
		SNMP
	}
}
