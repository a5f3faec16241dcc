package id.posko.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

class WidthsTest {

	private static final Column<String> WORDS = Column.text("words", "", 100, s -> s);
	private static final Column<String> NUMBER = Column.number("number", "", 50, _ -> OptionalDouble.empty(), s -> s);
	private static final Column<String> LAST = Column.text("last", "", 300, s -> s);

	private static List<Integer> in(int place, int wordsWidth) {
		return Widths.fitting(List.of(new Columns.Shown<>(WORDS, wordsWidth, true), new Columns.Shown<>(NUMBER, 50, true),
				new Columns.Shown<>(LAST, 300, true)), place);
	}

	@Test
	void aNarrowPlaceIsTakenFromTheLastColumnDownToItsLeast() {
		assertEquals(List.of(100, 50, 200), in(350, 100));
		assertEquals(List.of(100, 50, 140), in(250, 100));
	}

	@Test
	void aWidePlaceGoesToTheWordsFirst() {
		assertEquals(List.of(130, 50, 300), in(480, 100));
		assertEquals(List.of(160, 50, 790), in(1000, 100));
	}

	@Test
	void whatAPersonChoseStays() {
		assertEquals(List.of(70, 50, 880), in(1000, 70));
	}

	@Test
	void nothingIsKnownOfThePlaceAtFirst() {
		assertEquals(List.of(100, 50, 300), in(0, 100));
	}
}
