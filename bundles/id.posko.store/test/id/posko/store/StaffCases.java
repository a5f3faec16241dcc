package id.posko.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import id.posko.kit.RegionCode;
import id.posko.staff.Account;
import id.posko.staff.Accounts;
import id.posko.staff.Accounts.Kept;
import id.posko.staff.Journal.Last;
import id.posko.staff.Journal.Mark;
import id.posko.staff.Post;
import id.posko.staff.Role;

/** What the tables of people must do on every database. */
interface StaffCases {

	Instant FAILED = Instant.parse("2026-03-02T01:00:00.123456Z");

	Database database();

	@Test
	default void accountsComeBackAsTheyWere() throws IOException {
		Accounts accounts = new AccountRows(database());
		assertEquals(List.of(), accounts.all());
		List<Post> posts = Arrays.stream(Role.values()).map(role -> new Post(role,
				role.ordinal() % 2 == 0 ? Optional.empty() : Optional.of(new RegionCode("35.03.0" + role.ordinal() % 10)))).toList();
		Kept kabid = new Kept(new Account("kabid", "Hj. Siti, S.H.; 'É' 😀", posts, true), "$argon2id$x", 0, Optional.empty());
		Kept adb = new Kept(new Account("adb", "A", List.of(), false), "$argon2id$" + "y".repeat(90), Integer.MAX_VALUE,
				Optional.of(FAILED));
		accounts.put(kabid);
		accounts.put(adb);
		assertEquals(List.of(adb, kabid), accounts.all());
		assertEquals(List.of("35.03.01"), accounts.all().get(1).account().posts().subList(1, 2).stream()
				.map(post -> post.scope().orElseThrow().text()).toList(), "as it was written");
	}

	@Test
	default void anAccountIsPutInThePlaceOfItself() throws IOException {
		Accounts accounts = new AccountRows(database());
		accounts.put(new Kept(new Account("adb", "A", List.of(new Post(Role.ADB, Optional.empty()),
				new Post(Role.TEKNISI, Optional.empty())), true), "h1", 3, Optional.of(FAILED)));
		Kept now = new Kept(new Account("adb", "B", List.of(new Post(Role.AUDITOR, Optional.empty())), false), "h2", 0,
				Optional.empty());
		accounts.put(now);
		assertEquals(List.of(now), accounts.all());
	}

	@Test
	default void theJournalsMarkIsTheLastOne() throws IOException {
		Mark mark = new JournalMarkRows(database());
		assertEquals(Last.NONE, mark.last());
		for (long number : new long[] { 1, 2, 123_456_789_012L, 3 }) {
			Last last = new Last(number, "%064x".formatted(number));
			mark.mark(last);
			assertEquals(last, new JournalMarkRows(database()).last());
		}
	}
}
