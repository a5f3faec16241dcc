package id.posko.inventory.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import id.posko.kit.RegionCode;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.kit.discovery.OfficeNetworks;
import id.posko.kit.discovery.Range;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;

/** Where to look for devices, and how far that is. UI thread. */
final class SearchBar {

	private static final String OF = "  ";

	private final Composite whole;
	private final Look look;
	private final Words words;
	private final Combo range;
	private final Text community;
	private final PushButton thorough;
	private final Composite act;
	private final PushButton start;
	private final PushButton stop;
	private final Label said;
	private Tone tone = Tone.MUTED;
	private String proposed = "";

	SearchBar(Composite parent, Look look, Runnable search, Runnable end) {
		this.look = look;
		words = Words.of(SearchBar.class, look.locale());
		whole = new Composite(parent, SWT.NONE);
		GridLayout layout = new GridLayout(6, false);
		layout.marginWidth = 10;
		layout.marginHeight = 8;
		layout.horizontalSpacing = 8;
		whole.setLayout(layout);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		label("discover.range");
		range = Look.named(new Combo(whole, SWT.DROP_DOWN), "discover.range");
		range.setVisibleItemCount(15);
		sized(range, 190);
		((GridData) range.getLayoutData()).grabExcessHorizontalSpace = true;
		((GridData) range.getLayoutData()).horizontalAlignment = SWT.FILL;
		label("discover.community");
		community = Look.named(new Text(whole, SWT.BORDER | SWT.SINGLE), "discover.community");
		community.setToolTipText(words.say("discover.community.tip"));
		sized(community, 90);
		thorough = Look.named(new PushButton(whole, look, PushButton.Weight.NORMAL, null, words.say("discover.thorough"),
				this::turn), "discover.thorough");
		thorough.setToolTipText(words.say("discover.thorough.tip"));
		act = new Composite(whole, SWT.NONE);
		act.setLayout(new StackLayout());
		look.paint(act, Tone.TEXT, Tone.SURFACE);
		start = Look.named(new PushButton(act, look, PushButton.Weight.MAIN, Glyph.SEARCH, words.say("discover.start"), search),
				"discover.start");
		stop = Look.named(new PushButton(act, look, PushButton.Weight.NORMAL, Glyph.STOP, words.say("discover.stop"), end),
				"discover.stop");
		top(start);
		said = Look.named(new Label(whole, SWT.WRAP), "discover.said");
		said.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 6, 1));
		look.follow(said, this::paintSaid);
		tell(words.say("discover.hint"));
		range.addListener(SWT.DefaultSelection, _ -> search.run());
		community.addListener(SWT.DefaultSelection, _ -> search.run());
	}

	private void label(String key) {
		Label label = new Label(whole, SWT.NONE);
		label.setText(words.say(key));
		look.paint(label, Tone.MUTED, Tone.SURFACE);
	}

	private void sized(Control control, int width) {
		GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
		data.widthHint = width;
		control.setLayoutData(data);
		look.paint(control, Tone.TEXT, Tone.SURFACE);
	}

	private void turn() {
		thorough.setOn(!thorough.isOn());
	}

	Composite control() {
		return whole;
	}

	/** The networks of the offices; the first of the preferred office stands in the field unless a person wrote there. */
	void propose(OfficeNetworks offices, Optional<RegionCode> preferred) {
		String typed = range.getText();
		boolean isTheirs = !typed.isEmpty() && !typed.equals(proposed);
		Map<Range, Site> networks = offices.networks();
		List<String> lines = new ArrayList<>();
		networks.forEach((network, site) -> lines.add(network + OF + site.name()));
		String first = networks.entrySet().stream().filter(e -> preferred.filter(e.getValue().code()::equals).isPresent())
				.map(e -> e.getKey() + OF + e.getValue().name()).findFirst()
				.orElse(lines.isEmpty() ? "" : lines.getFirst());
		if (!lines.equals(List.of(range.getItems()))) {
			range.setItems(lines.toArray(String[]::new));
		}
		proposed = first;
		range.setText(isTheirs ? typed : first);
		if (community.getText().isEmpty()) {
			community.setText(offices.community());
		}
	}

	/** Without the name of the office. */
	String range() {
		return range.getText().strip().split("\\s+", 2)[0];
	}

	String community() {
		return community.getText().strip();
	}

	boolean isThorough() {
		return thorough.isOn();
	}

	void complain(String sentence) {
		say(sentence, Tone.BAD);
		range.setFocus();
	}

	void tell(String sentence) {
		say(sentence, Tone.MUTED);
	}

	void begin(String sentence) {
		tell(sentence);
		working(true);
	}

	void end(String sentence) {
		say(sentence, Tone.TEXT);
		working(false);
	}

	private void working(boolean isWorking) {
		top(isWorking ? stop : start);
		range.setEnabled(!isWorking);
		community.setEnabled(!isWorking);
	}

	private void top(PushButton button) {
		((StackLayout) act.getLayout()).topControl = button;
		act.layout();
	}

	private void say(String sentence, Tone newTone) {
		tone = newTone;
		paintSaid();
		said.setText(sentence.replace("&", "&&"));
		whole.getParent().layout(true, true);
	}

	private void paintSaid() {
		said.setForeground(look.color(tone));
		said.setBackground(look.color(Tone.SURFACE));
	}

	void focus() {
		range.setFocus();
	}
}
