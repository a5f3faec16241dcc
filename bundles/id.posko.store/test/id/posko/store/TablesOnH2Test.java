package id.posko.store;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class TablesOnH2Test implements InventoryCases, HistoryCases, OnlineCases, StaffCases, TicketCases, RunCases,
		RepairCases, MediaCases, ArrivalCases, BackupCases {

	@TempDir
	Path temp;
	private HeldFolder folder;

	@BeforeEach
	void open() {
		folder = new HeldFolder(temp, Migrations.ours());
		folder.open();
	}

	@AfterEach
	void close() throws IOException {
		folder.close();
	}

	@Override
	public Database database() {
		return folder.database();
	}
}
