package id.posko.staff;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The journal for those who may look at it. */
@Component(service = Audit.class)
public final class Audit {

	private final Journal journal;
	private final Acts acts;

	@Activate
	public Audit(@Reference Journal journal, @Reference Acts acts) {
		this.journal = journal;
		this.acts = acts;
	}

	/**
	 * Which entries are looked for.
	 *
	 * @param from and {@code to}, which is not in it any more
	 * @param who an account's name, or empty for all
	 * @param text that stands in the act, the object or the purpose, in capitals or not
	 */
	public record Wanted(Optional<Instant> from, Optional<Instant> to, String who, String text) {

		public static final Wanted ALL = new Wanted(Optional.empty(), Optional.empty(), "", "");

		boolean fits(Entry entry) {
			return from.filter(entry.at()::isBefore).isEmpty() && to.filter(end -> !entry.at().isBefore(end)).isEmpty()
					&& (who.isEmpty() || who.equals(entry.who())) && (has(entry.act()) || has(entry.object()) || has(entry.purpose()));
		}

		private boolean has(String where) {
			return where.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
		}
	}

	/** Whether it is the one that was written; that it was asked is written too. */
	public JournalCheck verify(Actor by) throws IOException {
		acts.permit(by, Permission.JOURNAL, Optional.empty(), "");
		JournalCheck check = journal.check();
		acts.done(by, "journal verified", "", "", check.flaws().size());
		return check;
	}

	/** The oldest first. */
	public List<Entry> entries(Actor by, Wanted wanted) throws IOException {
		acts.permit(by, Permission.JOURNAL, Optional.empty(), "");
		return read(wanted);
	}

	/** To be written to a file. @param object the file's name */
	public List<Entry> export(Actor by, Wanted wanted, String object, String purpose) throws IOException {
		acts.permit(by, Permission.JOURNAL, Optional.empty(), object);
		List<Entry> entries = read(wanted);
		acts.done(by, "journal exported", object, purpose, entries.size());
		return entries;
	}

	private List<Entry> read(Wanted wanted) throws IOException {
		List<Entry> entries = new ArrayList<>();
		journal.read(entry -> {
			if (wanted.fits(entry)) {
				entries.add(entry);
			}
		});
		return entries;
	}
}
