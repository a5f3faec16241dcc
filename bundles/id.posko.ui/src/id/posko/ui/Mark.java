package id.posko.ui;

/** A state for the eye: each has a shape of its own, so that it is told apart without its colour. */
public enum Mark {
	/** Disc with a tick. */
	GOOD(Tone.GOOD),
	/** Triangle with an exclamation mark. */
	WARN(Tone.WARN),
	/** Square with a cross. */
	BAD(Tone.BAD),
	/** Two halves of a ring, apart. */
	CUT(Tone.CUT),
	/** Diamond with a question mark. */
	UNSURE(Tone.UNSURE),
	/** Disc with two bars. */
	PAUSED(Tone.PAUSED),
	/** Empty ring. */
	NONE(Tone.NONE);

	private final Tone tone;

	Mark(Tone tone) {
		this.tone = tone;
	}

	public Tone tone() {
		return tone;
	}
}
