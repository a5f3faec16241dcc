package id.posko.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import org.jdbi.v3.core.Jdbi;

class TablesOnPostgresTest implements InventoryCases, HistoryCases, OnlineCases, StaffCases, TicketCases, RunCases,
		RepairCases, MediaCases, ArrivalCases, BackupCases {

	private static PostgresServer server;
	private Database database;

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		Optional<Path> programs = PostgresServer.programs();
		assumeTrue(programs.isPresent(), "no PostgreSQL in /usr/lib/postgresql (Debian: postgresql)");
		server = PostgresServer.start(programs.get());
	}

	@AfterAll
	static void stop() throws IOException, InterruptedException {
		if (server != null) {
			server.stop();
		}
	}

	@BeforeEach
	void makeTables() {
		Jdbi.create(server.source()).useHandle(handle -> {
			handle.execute("drop schema public cascade");
			handle.execute("create schema public");
		});
		Migrations.ours().apply(server.source(), 0);
		database = new Database(server.source(), "");
	}

	@AfterEach
	void close() {
		database.close();
	}

	@Override
	public Database database() {
		return database;
	}
}
