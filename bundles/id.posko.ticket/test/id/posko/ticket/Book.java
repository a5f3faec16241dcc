package id.posko.ticket;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import id.posko.kit.DeviceKey;
import id.posko.kit.OfficeCalendar;
import id.posko.kit.RegionCode;
import id.posko.memory.People;
import id.posko.memory.UsualHours;
import id.posko.staff.Acts;
import id.posko.staff.Actor;
import id.posko.staff.DayKey;
import id.posko.staff.Entry;
import id.posko.staff.Journal;
import id.posko.staff.Post;
import id.posko.staff.Role;

/** An office whose tickets lie in memory; its desk and its journal are real ones. */
final class Book extends People implements Tickets {

	static final OfficeCalendar OFFICE = OfficeCalendar.standard();
	static final RegionCode PANGGUL = new RegionCode("35.03.01");
	static final Actor ADB = actor("adb", Role.ADB, Optional.empty());
	static final Actor TECHNICIAN = actor("teknisi", Role.TEKNISI, Optional.empty());
	static final Actor OPERATOR = actor("operator", Role.OPERATOR_BIOMETRIK, Optional.of(PANGGUL));
	static final Actor AUDITOR = actor("auditor", Role.AUDITOR, Optional.empty());

	final TicketDesk desk;
	Instant now = at("2026-11-02T08:00");
	private final TreeMap<Long, Ticket> kept = new TreeMap<>();
	private final Journal journal;

	Book(Path folder) throws IOException {
		journal = new Journal(folder, this, new DayKey(this), () -> now, OFFICE.zone());
		desk = new TicketDesk(this, new UsualHours(), new Acts(journal), () -> now);
	}

	static Actor actor(String name, Role role, Optional<RegionCode> scope) {
		return new Actor(name, name, List.of(new Post(role, scope)), "komputer-1");
	}

	static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(OFFICE.zone()).toInstant();
	}

	static Draft draft(String site, String device) {
		RegionCode code = new RegionCode(site);
		return new Draft(Kind.JARKOMDAT, code, Optional.of(new DeviceKey(code, device)), device + " putus", "", List.of());
	}

	List<String> acts() throws IOException {
		List<String> all = new ArrayList<>();
		journal.read(entry -> all.add(said(entry)));
		all.removeIf(line -> line.contains(" day "));
		return all;
	}

	private static String said(Entry entry) {
		return entry.who() + " " + entry.act() + " " + entry.object();
	}

	@Override
	public synchronized Ticket open(Draft draft, String by, Instant at, Sla sla) {
		Ticket ticket = new Ticket(kept.size() + 1L, draft, by, at, sla, List.of());
		kept.put(ticket.number(), ticket);
		return ticket;
	}

	@Override
	public synchronized Optional<Ticket> find(long number) {
		return Optional.ofNullable(kept.get(number));
	}

	@Override
	public synchronized List<Ticket> open() {
		return kept.values().stream().filter(ticket -> !ticket.status().isOver()).toList();
	}

	@Override
	public synchronized List<Ticket> page(long before, int most) {
		return kept.headMap(before, false).descendingMap().values().stream().limit(most).toList();
	}

	@Override
	public synchronized List<Ticket> of(DeviceKey device) {
		return kept.descendingMap().values().stream()
				.filter(ticket -> ticket.draft().cause().filter(device::equals).isPresent()).toList();
	}

	@Override
	public synchronized boolean add(Ticket moved) {
		if (kept.get(moved.number()).version() != moved.version() - 1) {
			return false;
		}
		kept.put(moved.number(), moved);
		return true;
	}
}
