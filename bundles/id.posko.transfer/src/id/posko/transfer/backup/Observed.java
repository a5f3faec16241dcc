package id.posko.transfer.backup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of one run of a command.
 *
 * @param hindrance why it did not come to its end; then {@code exit} means nothing
 * @param exit its exit code; -1 if a signal ended it
 * @param lastLine the last line of its log that is not blank; empty if there is none
 * @param files those that it made
 */
record Observed(Optional<Reason> hindrance, int exit, Optional<String> lastLine, Duration took, List<Made> files) {

	Observed {
		files = List.copyOf(files);
	}

	/**
	 * A file that the command's pattern names.
	 *
	 * @param isNew whether the run has made or changed it
	 * @param head its first bytes, one letter a byte
	 */
	record Made(String name, long bytes, boolean isNew, String head) {
	}

	long bytes() {
		return files.stream().filter(Made::isNew).mapToLong(Made::bytes).sum();
	}
}
