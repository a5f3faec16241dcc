package id.posko.bench.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;

import id.posko.health.DeviceHealth;
import id.posko.health.Spoken;
import id.posko.kit.Fleet;

/** What the board's table holds, read from the widget. UI thread only. */
final class ShownBoard {

	private static final int STATE = 0;
	private static final int DEVICE = 1;
	private static final int SITE = 2;
	private static final int LATENCY = 5;
	private static final int LOSS = 6;
	private static final int CAUSE = 8;

	private record Words(String latency, String loss, String cause) {
	}

	private final ILayer cells;
	private final Fleet fleet;
	private String wrong = "";

	ShownBoard(NatTable table, Fleet fleet) {
		cells = ((ViewportLayer) ((CompositeLayer) table.getLayer()).getChildLayerByRegionName(GridRegion.BODY))
				.getScrollableLayer();
		this.fleet = fleet;
	}

	/** Whether every device stands there once, as it is, those in one state together. */
	boolean shows(List<DeviceHealth> healths) {
		Locale locale = Locale.getDefault();
		Spoken spoken = new Spoken(locale);
		Map<String, DeviceHealth> byName = HashMap.newHashMap(healths.size());
		healths.forEach(health -> byName.put(
				fleet.siteOf(health.device()).name() + "/" + health.device().name(), health));
		Map<String, String> words = new HashMap<>();
		List<String> order = new ArrayList<>();
		int rows = cells.getRowCount();
		for (int row = 0; row < rows; row++) {
			DeviceHealth health = byName.remove(text(SITE, row) + "/" + text(DEVICE, row));
			if (health == null) {
				return isNot("row " + row + " stands for no device or one that had a row");
			}
			Words expected = new Words(health.roundTrip().map(spoken::duration).orElse(""),
					health.lossPercent().isPresent() ? health.lossPercent().getAsInt() + " %" : "",
					health.verdict().cause().sentence(locale));
			Words there = new Words(text(LATENCY, row), text(LOSS, row), text(CAUSE, row));
			if (!expected.equals(there)) {
				return isNot(there + " instead of " + expected);
			}
			String state = text(STATE, row).replace(" …", "");
			String word = words.putIfAbsent(health.state().name(), state);
			if (word != null && !word.equals(state)) {
				return isNot(state + " for " + health.state());
			}
			if (order.isEmpty() || !order.getLast().equals(state)) {
				order.add(state);
			}
		}
		Set<String> once = new HashSet<>(order);
		if (!byName.isEmpty() || once.size() != order.size() || once.size() != words.size()) {
			return isNot(byName.size() + " devices without a row, states in the order " + order);
		}
		wrong = "";
		return true;
	}

	private boolean isNot(String what) {
		wrong = what;
		return false;
	}

	/** What was not right when asked last. */
	String wrong() {
		return wrong;
	}

	private String text(int column, int row) {
		return (String) cells.getDataValueByPosition(column, row);
	}
}
