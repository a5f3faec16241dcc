package id.posko.ticket.repair;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;
import id.posko.procedure.file.MoveText;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.NotPermitted;
import id.posko.staff.Permission;

/**
 * Where parts are asked for and moved on: what may be done is asked here, and what is done is journalled before it is
 * kept. Any thread; blocks until it is kept.
 */
@Component(service = PartDesk.class)
public final class PartDesk {

	private static final int LONGEST_NOTE = 500;

	private final NeededParts parts;
	private final Acts acts;
	private final InstantSource clock;

	@Activate
	public PartDesk(@Reference NeededParts parts, @Reference Acts acts) {
		this(parts, acts, InstantSource.system());
	}

	public PartDesk(NeededParts parts, Acts acts, InstantSource clock) {
		this.parts = parts;
		this.acts = acts;
		this.clock = clock;
	}

	/**
	 * Asks for a run's parts: those and no others. What the run asked for before and is not among them any more is
	 * cancelled, unless it is procured already; what is among them stays as it is.
	 *
	 * @param device of the run, which all the parts are for
	 * @throws NotPermitted if he may not, at that office
	 */
	public synchronized PartOutcome ask(Actor by, DeviceKey device, String run, List<PartDraft> drafts)
			throws IOException {
		Optional<RegionCode> site = Optional.of(device.site());
		acts.permit(by, Permission.TICKET, site, device.toString());
		for (PartDraft draft : drafts) {
			if (!draft.device().equals(device) || !draft.run().equals(run)) {
				throw new IllegalArgumentException(draft.toString());
			}
			Optional<PartOutcome> wrong = wrong(draft);
			if (wrong.isPresent()) {
				return wrong.get();
			}
		}
		List<PartDraft> left = new ArrayList<>(drafts);
		List<PartNeeded> all = new ArrayList<>();
		for (PartNeeded part : run.isEmpty() ? List.<PartNeeded>of() : parts.ofRun(run)) {
			if (part.status() == PartStatus.CANCELLED) {
				continue;
			}
			if (left.remove(part.draft())) {
				all.add(part);
			} else if (part.status() == PartStatus.ASKED) {
				keep(by, part, PartStatus.CANCELLED, "");
			}
		}
		for (PartDraft draft : left) {
			acts.done(by, "part asked", device + " " + draft.part(), run, draft.quantity());
			all.add(parts.ask(draft, by.name(), clock.instant()));
		}
		return new PartOutcome.Went(all);
	}

	private static Optional<PartOutcome> wrong(PartDraft draft) {
		if (draft.quantity() < 1 || draft.quantity() > PartDraft.MOST) {
			return Optional.of(new PartOutcome.Refused(PartOutcome.Why.BAD_QUANTITY, PartDraft.MOST + ""));
		}
		return wrong(draft.part(), PartDraft.LONGEST_PART, true)
				.or(() -> wrong(draft.reason(), PartDraft.LONGEST_REASON, false));
	}

	private static Optional<PartOutcome> wrong(String text, int longest, boolean isNeeded) {
		if (isNeeded && text.isBlank()) {
			return Optional.of(new PartOutcome.Refused(PartOutcome.Why.NO_TEXT, ""));
		}
		return MoveText.isText(text) && text.codePointCount(0, text.length()) <= longest ? Optional.empty()
				: Optional.of(new PartOutcome.Refused(PartOutcome.Why.BAD_TEXT, longest + ""));
	}

	/**
	 * Moves a part on.
	 *
	 * @param seen the version that was looked at: if somebody has moved it since, nothing is done
	 * @param note needed where it is not needed any more; else as one likes
	 * @throws NotPermitted if he may not, at that office
	 */
	public PartOutcome move(Actor by, long number, int seen, PartStatus to, String note) throws IOException {
		Optional<PartNeeded> found = parts.find(number);
		if (found.isEmpty()) {
			return new PartOutcome.Refused(PartOutcome.Why.UNKNOWN, number + "");
		}
		PartNeeded part = found.get();
		acts.permit(by, Permission.TICKET, Optional.of(part.draft().device().site()), "part " + number);
		if (part.version() != seen) {
			return new PartOutcome.Overtaken(part);
		}
		if (!part.status().next().contains(to)) {
			return new PartOutcome.Refused(PartOutcome.Why.NOT_NOW, part.status().name());
		}
		Optional<PartOutcome> wrong = wrong(note, LONGEST_NOTE, to == PartStatus.CANCELLED);
		return wrong.isPresent() ? wrong.get() : keep(by, part, to, note.strip());
	}

	private PartOutcome keep(Actor by, PartNeeded part, PartStatus to, String note) throws IOException {
		String object = "part " + part.number();
		PartNeeded moved = part.moved(clock.instant(), by.name(), to, note);
		acts.done(by, "part " + to.name().toLowerCase(Locale.ROOT), object, note, part.draft().quantity());
		if (parts.add(moved)) {
			return new PartOutcome.Went(List.of(moved));
		}
		acts.done(by, "overtaken", object, "", 0);
		return new PartOutcome.Overtaken(parts.find(part.number()).orElseThrow());
	}

	public Optional<PartNeeded> find(long number) throws IOException {
		return parts.find(number);
	}

	/** @param all also those that are fitted or cancelled */
	public List<PartNeeded> list(boolean all) throws IOException {
		return all ? parts.all() : parts.open();
	}

	public List<PartNeeded> ofRun(String run) throws IOException {
		return parts.ofRun(run);
	}

	/**
	 * The list to be written to a file, which leaves the console.
	 *
	 * @param object the file's name
	 * @throws NotPermitted if he may not, at all those offices
	 */
	public List<PartNeeded> export(Actor by, boolean all, String object) throws IOException {
		List<PartNeeded> list = list(all);
		acts.permit(by, Permission.EXPORT, list.stream().map(part -> part.draft().device().site()).distinct().toList(),
				object);
		acts.done(by, "parts exported", object, "", list.size());
		return list;
	}
}
