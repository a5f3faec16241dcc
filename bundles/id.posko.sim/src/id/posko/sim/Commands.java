package id.posko.sim;

/** What a simulated machine answers to the commands that the console runs there. */
@FunctionalInterface
interface Commands {

	record Said(String text, int exit) {

		Said(String text) {
			this(text, 0);
		}
	}

	/** @param input the standard input: the script, if the command is a shell */
	Said run(String command, String input);
}
