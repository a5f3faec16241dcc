package id.posko.transfer.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one backup is made. In command, files and log {@code {stamp}} stands for the time at which a run began.
 *
 * @param name of its file in the data folder's {@code backup}, without ending
 * @param tool whose exit codes and last lines count, as {@link Tools} names it
 * @param device where it runs, over SSH: {@code CODE/NAME}; empty: on this machine
 * @param command program and arguments; no shell reads them
 * @param environment besides what the machine gives
 * @param secret what the command is told besides
 * @param files an absolute path of those that it makes, in the last name of which {@code *} and {@code ?} stand for any
 * @param log an absolute path of its log; without it what it prints is its log
 * @param folder of this machine to which the files of a device are fetched
 * @param limit after which it is ended
 */
public record Definition(String name, Kind kind, String tool, Optional<String> device, List<String> command,
		Map<String, String> environment, Optional<SecretUse> secret, String files, Optional<String> log,
		Optional<Path> folder, Duration limit, Optional<Schedule> schedule, Retention retention, Optional<Drill> drill) {

	/** Stands for the time at which a run began, in the office's time: {@code 20260302_190000}. */
	static final String STAMP = "{stamp}";
	/** In a drill's command: the dump's files, their names alone, with commas between them. */
	static final String FILE = "{file}";
	/** In a drill's command: the same with their folders. */
	static final String PATH = "{path}";

	public Definition {
		command = List.copyOf(command);
		environment = Map.copyOf(environment);
	}

	/**
	 * A password that the command needs.
	 *
	 * @param name in {@link id.posko.kit.Secrets}
	 * @param variable of the environment that holds it; empty: it is the first line of standard input
	 */
	public record SecretUse(String name, Optional<String> variable) {
	}

	/** A command that restores a dump, or reads all of it, where the dump was made. */
	public record Drill(String tool, List<String> command) {

		public Drill {
			command = List.copyOf(command);
		}
	}
}
