package id.posko.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ColumnsTest {

	private final Map<String, String> settings = new HashMap<>();
	private final List<Column<String>> all = List.of(Column.text("a", "A", 100, s -> s),
			Column.text("b", "B", 110, s -> s), Column.<String>text("c", "C", 120, s -> s).hiddenAtFirst());

	private Columns<String> columns() {
		return new Columns<>(all, settings);
	}

	private String shown() {
		return String.join(" ", columns().shown().stream().map(s -> s.column().key() + s.width()).toList());
	}

	@Test
	void whatAPersonArrangedIsThereAgain() {
		assertEquals("a100 b110", shown());
		columns().setWidth(1, 300);
		columns().move(1, 0);
		assertEquals("b300 a100", shown());
		columns().move(0, 2);
		assertEquals("a100 b300", shown());
	}

	/** The chooser shows it before anything is applied. */
	@Test
	void howItWasAtFirstIsToldWithoutGoingBackToIt() {
		columns().move(1, 0);
		assertEquals(List.of("a", "b", "c"), columns().first().stream().map(s -> s.column().key()).toList());
		assertEquals("b110 a100", shown());
		columns().arrange(columns().first());
		assertEquals("a100 b110", shown());
	}

	@Test
	void settingsOfOtherVersionsDoNoHarm() {
		settings.put("columns", "gone:10:true,b:20:true,nonsense");
		assertEquals("b48 a100", shown());
		settings.put("columns", "a:100:false,b:110:false,c:1:false");
		assertEquals("a100 b110", shown());
	}
}
