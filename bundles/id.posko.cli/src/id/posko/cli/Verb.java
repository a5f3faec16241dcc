package id.posko.cli;

import java.util.concurrent.Callable;

/**
 * One command, named by the service property {@code posko.verb}. A verb that needs the data folder references a
 * service that is only there while the folder is open; that is all it has to say about it.
 */
public interface Verb {

	String NAME = "posko.verb";

	/** Set on one that shows how devices are and changes nothing: it needs no account. */
	String OPEN = "posko.open";

	/** A picocli command that will run once for this call, gives the exit code and ends by interrupt. */
	Callable<Integer> on(Call call);
}
