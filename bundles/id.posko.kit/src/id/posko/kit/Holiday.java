package id.posko.kit;

/** Why an office is closed on a working day. */
public record Holiday(Kind kind, String name) {

	public enum Kind {
		/** National (libur nasional), by the joint decree of three ministers (SKB 3 Menteri) of that year. */
		NATIONAL,
		/** Joint leave (cuti bersama), by the same decree. */
		JOINT_LEAVE,
		/** Of this region or office alone. */
		LOCAL
	}
}
