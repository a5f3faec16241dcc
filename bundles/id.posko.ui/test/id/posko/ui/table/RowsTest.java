package id.posko.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

class RowsTest {

	record Stock(int id, String shelf, String name, int amount) {
	}

	private final Column<Stock> shelf = Column.text("shelf", "Shelf", 100, Stock::shelf);
	private final Column<Stock> name = Column.text("name", "Name", 100, Stock::name);
	private final Column<Stock> amount = Column.number("amount", "Amount", 100, s -> OptionalDouble.of(s.amount()),
			s -> String.valueOf(s.amount()));
	private final Rows<Integer, Stock> rows = new Rows<>(Stock::id, List.of(shelf, name, amount));
	private final Arrangement<Stock> plain = Arrangement.none();

	private List<String> shown(Arrangement<Stock> by) {
		return rows.arrange(by).lines().stream().map(line -> switch (line) {
		case Line.Entry<Integer, Stock> entry -> entry.row.name() + entry.row.amount();
		case Line.Group<Integer, Stock> group -> (group.isOpen() ? "v " : "> ") + group.name() + " " + group.count();
		}).toList();
	}

	private void fill() {
		rows.put(List.of(new Stock(1, "B", "paper", 5), new Stock(2, "A", "ink", 9), new Stock(3, "B", "Cable", 1)));
	}

	@Test
	void unsortedRowsStayInTheOrderTheyCameIn() {
		fill();
		assertEquals(List.of("paper5", "ink9", "Cable1"), shown(plain));
		rows.put(List.of(new Stock(1, "B", "paper", 6)));
		assertEquals(List.of("paper6", "ink9", "Cable1"), shown(plain));
	}

	@Test
	void sortsBothWaysAndPutsAChangedRowInItsNewPlace() {
		fill();
		assertEquals(List.of("Cable1", "ink9", "paper5"), shown(plain.sorted(name, false)));
		assertEquals(List.of("ink9", "paper5", "Cable1"), shown(plain.sorted(amount, true)));
		rows.put(List.of(new Stock(3, "B", "Cable", 7)));
		assertEquals(List.of("ink9", "Cable7", "paper5"), shown(plain.sorted(amount, true)));
	}

	@Test
	void everyTypedWordMustOccurSomewhereInTheRow() {
		fill();
		assertEquals(List.of("Cable1"), shown(plain.searching(" cABle  b ")));
		assertEquals(List.of(), shown(plain.searching("cable a9")));
		rows.put(List.of(new Stock(2, "A", "cable a9", 2)));
		assertEquals(List.of("cable a92"), shown(plain.searching("cable a9")));
		assertEquals(3, rows.arrange(plain.searching("nothing")).total());
	}

	@Test
	void aRowThatNoLongerMatchesLeavesAndComesBack() {
		fill();
		Arrangement<Stock> many = plain.narrowed(s -> s.amount() > 4);
		assertEquals(List.of("paper5", "ink9"), shown(many));
		rows.put(List.of(new Stock(1, "B", "paper", 4)));
		assertEquals(List.of("ink9"), shown(many));
		rows.put(List.of(new Stock(1, "B", "paper", 8)));
		assertEquals(List.of("paper8", "ink9"), shown(many));
	}

	@Test
	void groupsHaveHeadsWithCountsAndCanBeClosed() {
		fill();
		Arrangement<Stock> byShelf = plain.sorted(name, false).grouped(Optional.of(shelf));
		assertEquals(List.of("v A 1", "ink9", "v B 2", "Cable1", "paper5"), shown(byShelf));
		assertEquals(List.of("v A 1", "ink9", "> B 2"), shown(byShelf.closed(Set.of("B"))));
		rows.remove(List.of(2));
		assertEquals(List.of("v B 2", "Cable1", "paper5"), shown(byShelf));
	}

	@Test
	void insideAGroupThePersonsOrderHoldsWhateverOrderTheGroupsHave() {
		fill();
		Column<Stock> byKey = shelf.orderedBy(Comparator.comparing(Stock::shelf).reversed().thenComparing(Stock::id));
		Arrangement<Stock> arrangement = plain.sorted(amount, false).grouped(Optional.of(byKey));
		assertEquals(List.of("v B 2", "Cable1", "paper5", "v A 1", "ink9"), shown(arrangement));
		assertEquals(List.of("v B 2", "paper5", "Cable1", "v A 1", "ink9"), shown(arrangement.sorted(amount, true)));
	}

	@Test
	void replacingLeavesOnlyTheGivenRows() {
		fill();
		rows.arrange(plain);
		rows.put(List.of(new Stock(8, "Z", "lost", 0)));
		rows.replace(List.of(new Stock(2, "A", "ink", 9), new Stock(4, "C", "lamp", 2)));
		assertEquals(List.of("ink9", "lamp2"), shown(plain));
	}

	@Test
	void equalRowsAreNoNews() {
		fill();
		Line<Integer, Stock> before = rows.arrange(plain).lines().getFirst();
		assertFalse(rows.hasNews());
		rows.put(List.of(new Stock(1, "B", "paper", 5)));
		assertTrue(rows.hasNews());
		assertSame(before, rows.arrange(plain).lines().getFirst());
	}

	@Test
	void thousandsOfRandomChangesEndAsIfAllHadBeenSortedAtOnce() {
		Random random = new Random(20260117);
		Map<Integer, Stock> expected = new HashMap<>();
		Arrangement<Stock> by = plain.sorted(amount, false).searching("a");
		for (int round = 0; round < 200; round++) {
			for (int i = 0; i < 30; i++) {
				int id = random.nextInt(400);
				if (random.nextInt(4) == 0) {
					rows.remove(List.of(id));
					expected.remove(id);
				} else {
					Stock stock = new Stock(id, "S", random.nextBoolean() ? "a" + id : "b" + id,
							random.nextInt(1_000_000));
					rows.put(List.of(stock));
					expected.put(id, stock);
				}
			}
			List<String> wanted = new ArrayList<>(expected.values().stream().filter(s -> s.name().startsWith("a"))
					.sorted(Comparator.comparingInt(Stock::amount)).map(s -> s.name() + s.amount()).toList());
			assertEquals(wanted, shown(by));
		}
	}
}
