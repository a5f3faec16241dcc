package id.posko.health.ui;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import id.posko.health.Availability;
import id.posko.health.BatteryAgeing;
import id.posko.health.DeviceHealth;
import id.posko.health.Spoken;
import id.posko.kit.Device;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Words;
import id.posko.ui.Look;
import id.posko.ui.Tone;
import id.posko.ui.chart.TimeChart;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The selected device: what it is, how it answers, how it answered, and when that changed. */
public final class SummaryPart {

	private static final Duration PAST_EVERY = Duration.ofSeconds(5);
	private static final int FACTS_WIDTH = 310;
	private static final int TURNS_WIDTH = 230;

	private final InstantSource clock = InstantSource.system();

	@Inject
	private Look look;
	@Inject
	private Watching watching;

	private Words words;
	private Composite whole;
	private Composite hint;
	private Composite page;
	private Facts facts;
	private TimeChart chart;
	private Label shares;
	private Turns turns;
	private Redraw redraw;
	private volatile Optional<DeviceKey> device = Optional.empty();
	private RangeButtons ranges;
	private Optional<BatteryAgeing> ageing = Optional.empty();
	private Instant pastRead = Instant.MIN;

	@PostConstruct
	void build(Composite parent) {
		words = Words.of(SummaryPart.class, look.locale());
		whole = new Composite(parent, SWT.NONE);
		whole.setLayout(new StackLayout());
		buildHint();
		page = new Composite(whole, SWT.NONE);
		look.paint(page, Tone.TEXT, Tone.SURFACE);
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = 16;
		layout.marginHeight = 8;
		layout.horizontalSpacing = 20;
		page.setLayout(layout);
		facts = new Facts(page, look, words);
		GridData factsData = new GridData(SWT.FILL, SWT.FILL, false, true);
		factsData.widthHint = FACTS_WIDTH;
		facts.control().setLayoutData(factsData);
		buildPast(page);
		turns = new Turns(page, look, words);
		GridData turnsData = new GridData(SWT.FILL, SWT.FILL, false, true);
		turnsData.widthHint = TURNS_WIDTH;
		turns.control().setLayoutData(turnsData);
		redraw = new Redraw(whole, watching, this::concerns, this::show);
		redraw.every(this::keepPast);
	}

	private void buildHint() {
		hint = new Composite(whole, SWT.NONE);
		hint.setLayout(new GridLayout());
		look.paint(hint, Tone.MUTED, Tone.SURFACE);
		Label choose = Look.named(new Label(hint, SWT.CENTER), "summary.choose");
		choose.setText(words.say("summary.choose"));
		choose.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
		look.paint(choose, Tone.MUTED, Tone.SURFACE);
	}

	private void buildPast(Composite on) {
		Composite past = new Composite(on, SWT.NONE);
		look.paint(past, Tone.TEXT, Tone.SURFACE);
		past.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		shares = Look.named(new Label(past, SWT.NONE), "summary.shares");
		shares.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		look.paint(shares, Tone.MUTED, Tone.SURFACE);
		ranges = new RangeButtons(past, look, words, "summary", Duration.ofDays(7), Duration.ofHours(1), this::readPast);
		GridLayout layout = new GridLayout(1 + ranges.count(), false);
		layout.marginWidth = layout.marginHeight = 0;
		layout.horizontalSpacing = 4;
		past.setLayout(layout);
		chart = new TimeChart(past, look, "summary.chart", "ms");
		chart.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 1 + ranges.count(), 1));
	}

	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(DeviceKey key) {
		device = Optional.ofNullable(key);
		ageing = Optional.empty();
		pastRead = Instant.MIN;
		if (redraw != null) {
			redraw.anew();
		}
	}

	private boolean concerns(DeviceHealth health) {
		return device.filter(health.device().key()::equals).isPresent();
	}

	private void keepPast() {
		if (whole.isVisible() && Duration.between(pastRead, clock.instant()).compareTo(PAST_EVERY) > 0) {
			readPast();
		}
	}

	private void show() {
		Fleet fleet = watching.fleet();
		Optional<Device> listed = device.flatMap(fleet::device);
		Optional<DeviceHealth> health = listed.map(Device::key).flatMap(watching::health);
		health.ifPresent(is -> facts.show(fleet, listed.orElseThrow(), is, remarks(is), clock.instant()));
		((StackLayout) whole.getLayout()).topControl = health.isPresent() ? page : hint;
		whole.layout();
	}

	private List<String> remarks(DeviceHealth health) {
		Instant now = clock.instant();
		Locale locale = look.locale();
		return Stream.of(
				health.acknowledged().map(known -> known.sentence(locale, now)),
				watching.source().flatMap(source -> source.monitoring().board().powerOrNetwork(health.device().key()))
						.map(why -> why.sentence(locale, now)),
				ageing.flatMap(BatteryAgeing::cause).map(cause -> cause.sentence(locale))).flatMap(Optional::stream).toList();
	}

	/** Reads on a thread of its own; what comes too late for another device is dropped. */
	private void readPast() {
		Optional<DeviceKey> of = device;
		if (of.isEmpty() || watching.source().isEmpty()) {
			return;
		}
		Watching.Source source = watching.source().get();
		Duration asked = ranges.length();
		pastRead = clock.instant();
		Thread.ofVirtual().name("past of " + of.get()).start(() -> {
			try {
				Past past = Past.read(source.history(), of.get(), asked, clock.instant());
				Optional<BatteryAgeing> battery = ageing(source, of.get());
				look.later(facts.control(), () -> {
					if (of.equals(device) && asked.equals(ranges.length())) {
						if (!ageing.equals(battery)) {
							ageing = battery;
							redraw.anew();
						}
						show(past);
					}
				});
			} catch (IOException e) {
				look.later(facts.control(), () -> shares.setText(words.say("past.unreadable", e.getMessage())));
			}
		});
	}

	private static Optional<BatteryAgeing> ageing(Watching.Source source, DeviceKey key) throws IOException {
		Optional<Device> ups = source.inventory().fleet().device(key);
		return ups.isPresent() ? source.monitoring().ageing(ups.get()) : Optional.empty();
	}

	private void show(Past past) {
		chart.show(past.points(), past.events(), past.from(), past.to());
		Availability availability = past.availability();
		shares.setText(past.answeredPercent().isPresent() ? words.say("shares", past.answeredPercent().getAsDouble())
				: "");
		shares.setToolTipText(words.say("shares.all", availability.percent(Availability.Part.UP),
				availability.percent(Availability.Part.DOWN), availability.percent(Availability.Part.UNREACHABLE),
				availability.percent(Availability.Part.MAINTENANCE),
				availability.percent(Availability.Part.NOT_MEASURED)));
		turns.show(past.transitions().reversed(), new Spoken(look.locale()), past.to());
	}

	@Focus
	void focus() {
		whole.setFocus();
	}
}
