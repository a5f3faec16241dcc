package id.posko.ssh;

/** What came of asking a machine for something of its files. */
public sealed interface Remote<T> {

	record Got<T>(T value) implements Remote<T> {
	}

	/** There is no such file or folder. */
	record Missing<T>(String path) implements Remote<T> {
	}

	/** The machine refuses, and what it says: no permission, no space, a name that is taken. */
	record Refused<T>(String path, String said) implements Remote<T> {
	}

	/** What arrived is not what was sent: the file was changed meanwhile, or damaged. SHA-256, hexadecimal. */
	record Differs<T>(String expected, String found) implements Remote<T> {
	}

	/** The machine can not be entered, or the connection broke. */
	record Failed<T>(Outcome why) implements Remote<T> {
	}

	/** Of something else that has not come to pass either. */
	@SuppressWarnings("unchecked")
	default <S> Remote<S> instead() {
		if (this instanceof Got) {
			throw new IllegalStateException("it came to pass");
		}
		return (Remote<S>) this;
	}
}
