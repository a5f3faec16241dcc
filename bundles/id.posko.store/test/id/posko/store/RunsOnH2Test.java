package id.posko.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class RunsOnH2Test implements RunCases {

	/** Whatever other rooms' steps there are. */
	static final Migrations STEPS = new Migrations(
			IntStream.rangeClosed(1, 8).mapToObj(Migrations::text).flatMap(Optional::stream).toList());

	@TempDir
	Path temp;
	private HeldFolder folder;

	@Override
	public Database runTables() {
		folder = new HeldFolder(temp, STEPS);
		folder.open();
		return folder.database();
	}

	@AfterEach
	void close() throws IOException {
		folder.close();
	}
}
