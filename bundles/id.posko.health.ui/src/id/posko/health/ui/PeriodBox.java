package id.posko.health.ui;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import id.posko.health.Period;
import id.posko.health.Period.Named;
import id.posko.kit.Words;
import id.posko.ui.Look;
import id.posko.ui.Tone;

/** Which days: one of the named periods, or a first and a last day as a person writes them. */
final class PeriodBox {

	private static final int DATE_WIDTH = 128;

	private final Composite whole;
	private final Look look;
	private final Dates dates;
	private final InstantSource clock;
	private final Runnable changed;
	private final Combo named;
	private final Text from;
	private final Text to;
	private boolean isFilling;

	/** @param name begins the names by which tests find it: {@code NAME.period}, {@code NAME.from}, {@code NAME.to} */
	PeriodBox(Composite parent, Look look, Words words, String name, Named first, InstantSource clock, Runnable changed) {
		this.look = look;
		this.clock = clock;
		this.changed = changed;
		dates = new Dates(look.locale());
		whole = new Composite(parent, SWT.NONE);
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		RowLayout layout = new RowLayout(SWT.HORIZONTAL);
		layout.center = true;
		layout.spacing = 6;
		layout.wrap = false;
		layout.marginLeft = layout.marginRight = layout.marginTop = layout.marginBottom = 0;
		whole.setLayout(layout);
		named = Look.named(new Combo(whole, SWT.READ_ONLY | SWT.DROP_DOWN), name + ".period");
		for (Named each : Named.values()) {
			named.add(words.say("period." + each));
		}
		named.add(words.say("period.own"));
		look.paint(named, Tone.TEXT, Tone.SURFACE);
		from = date(name + ".from", words.say("period.from"));
		Label between = new Label(whole, SWT.NONE);
		between.setText("–");
		look.paint(between, Tone.MUTED, Tone.SURFACE);
		to = date(name + ".to", words.say("period.to"));
		named.select(first.ordinal());
		named.addListener(SWT.Selection, _ -> choose());
		choose();
	}

	private Text date(String name, String tip) {
		Text text = Look.named(new Text(whole, SWT.BORDER | SWT.SINGLE), name);
		text.setToolTipText(tip);
		text.setLayoutData(new RowData(DATE_WIDTH, SWT.DEFAULT));
		look.paint(text, Tone.TEXT, Tone.SURFACE);
		text.addListener(SWT.Modify, _ -> typed());
		return text;
	}

	Composite control() {
		return whole;
	}

	private void typed() {
		if (!isFilling) {
			named.select(named.getItemCount() - 1);
			changed.run();
		}
	}

	private void choose() {
		int index = named.getSelectionIndex();
		if (index < Named.values().length) {
			Period period = Period.of(Named.values()[index], LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()));
			isFilling = true;
			from.setText(dates.say(period.from()));
			to.setText(dates.say(period.to()));
			isFilling = false;
			changed.run();
		} else {
			from.setFocus();
			from.selectAll();
		}
	}

	/** Empty if what stands there are no two days in their order. */
	Optional<Period> period() {
		Optional<LocalDate> first = dates.read(from.getText());
		Optional<LocalDate> last = dates.read(to.getText());
		return first.isPresent() && last.isPresent() && !first.get().isAfter(last.get())
				? Optional.of(new Period(first.get(), last.get()))
				: Optional.empty();
	}
}
