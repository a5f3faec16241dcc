package id.posko.store;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.staff.Journal.Last;
import id.posko.staff.Journal.Mark;

/** What stands last in the journal. */
@Component
public final class JournalMarkRows implements Mark {

	private static final String SELECT = "select entry_no, entry_hash from journal_mark";
	private static final String UPDATE = "update journal_mark set entry_no = ?, entry_hash = ?";
	private static final String INSERT = "insert into journal_mark (entry_no, entry_hash) values (?, ?)";

	private final Database database;

	@Activate
	public JournalMarkRows(@Reference Database database) {
		this.database = database;
	}

	@Override
	public Last last() throws IOException {
		try {
			return database.read(handle -> handle.createQuery(SELECT)
					.map((row, _) -> new Last(row.getLong("entry_no"), row.getString("entry_hash"))).findOne()
					.orElse(Last.NONE));
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	@Override
	public void mark(Last last) throws IOException {
		try {
			database.write(handle -> handle.execute(UPDATE, last.number(), last.hash()) > 0 ? 1
					: handle.execute(INSERT, last.number(), last.hash()));
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}
}
