package id.posko.health;

/** What one question to one device brought back, before it is weighed against what came before. */
public sealed interface Answer {

	Cause cause();

	Evidence evidence();

	/** The device answered as asked; the cause says what is known beyond that. */
	record Answered(Cause cause, Evidence evidence) implements Answer {

		public Answered(Evidence evidence) {
			this(Cause.ANSWERED, evidence);
		}
	}

	/** The device answered, but is not as it should be. */
	record Impaired(Cause cause, Evidence evidence) implements Answer {
	}

	/** The device did not answer, or another host says that it can not be reached. */
	record Failed(Cause cause, Evidence evidence) implements Answer {
	}

	/** The question could not be asked: this says nothing about the device. */
	record Broken(Cause cause, Evidence evidence) implements Answer {
	}
}
