package id.posko.ui.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalDouble;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

import id.posko.ui.Face;
import id.posko.ui.Ink;
import id.posko.ui.Look;
import id.posko.ui.Mark;
import id.posko.ui.Tone;

/**
 * A measured value over time. Where a point has no value, or nobody measured, the
 * line has a gap; a band stands at the foot of the
 * chart, as dark as the share that was lost; marks stand at their moment. UI thread only.
 */
public final class TimeChart {

	/** @param value empty if nothing was measured then; {@code lost} 0 to 1 */
	public record Point(Instant at, OptionalDouble value, double lost) {
	}

	/** Something that happened at a moment. */
	public record Event(Instant at, Mark mark) {
	}

	private static final int BAND = 6;
	private static final int MARK = 12;
	/** An empty title leaves room for the upper half of the topmost number. */
	private static final String NO_TITLE = " ";
	/** Room for one time at the axis, and its height. */
	private static final int TIME_WIDTH = 64;
	private static final int TIME_HEIGHT = 22;

	private final Composite whole;
	private final StackLayout stack = new StackLayout();
	private final Look look;
	private final String unit;
	private final Composite measured;
	private final Chart chart;
	private final Canvas times;
	private final Composite nothing;
	private final DateTimeFormatter ofDay;
	private final DateTimeFormatter ofHour;
	private final IAxis time;
	private final IAxis value;
	private Course course = Course.of(List.of(), Duration.ZERO);
	private List<List<Point>> runs = List.of();
	private boolean isCounted;
	private List<Event> events = List.of();

	/** @param unit what the values are in, at the axis: {@code ms} */
	public TimeChart(Composite parent, Look look, String name, String unit) {
		this.look = look;
		this.unit = unit;
		whole = Look.named(new Composite(parent, SWT.NONE), name);
		whole.setLayout(stack);
		ofDay = DateTimeFormatter.ofPattern(look.say("chart.day"), look.locale());
		ofHour = DateTimeFormatter.ofPattern(look.say("chart.hour"), look.locale());
		nothing = new Composite(whole, SWT.NONE);
		nothing.setLayout(new GridLayout());
		Label empty = new Label(nothing, SWT.CENTER);
		empty.setText(look.say("chart.empty"));
		empty.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
		look.paint(nothing, Tone.MUTED, Tone.SURFACE);
		look.paint(empty, Tone.MUTED, Tone.SURFACE);
		measured = new Composite(whole, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = layout.marginHeight = layout.verticalSpacing = 0;
		measured.setLayout(layout);
		chart = new Chart(measured, SWT.DOUBLE_BUFFERED);
		Look.spoken(chart, this::told);
		chart.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		times = Look.named(new Canvas(measured, SWT.DOUBLE_BUFFERED), name + ".times");
		GridData timesData = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
		timesData.heightHint = TIME_HEIGHT;
		times.setLayoutData(timesData);
		Look.spoken(times, this::told);
		times.addListener(SWT.Paint, event -> paintTimes(event.gc));
		chart.getTitle().setText(NO_TITLE);
		chart.getTitle().setFont(look.font(Face.SMALL));
		chart.getLegend().setVisible(false);
		time = chart.getAxisSet().getXAxis(0);
		value = chart.getAxisSet().getYAxis(0);
		time.getTitle().setVisible(false);
		value.getTitle().setVisible(false);
		time.getTick().setVisible(false);
		value.getTick().setTickMarkStepHint(34);
		DecimalFormat number = new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(look.locale()));
		number.setPositiveSuffix(" " + unit);
		value.getTick().setFormat(number);
		time.getGrid().setStyle(LineStyle.NONE);
		value.getGrid().setStyle(LineStyle.SOLID);
		chart.getPlotArea().addCustomPaintListener(new Bands());
		chart.getPlotArea().addCustomPaintListener(new Marks());
		look.paint(whole, Tone.TEXT, Tone.SURFACE);
		look.paint(measured, Tone.TEXT, Tone.SURFACE);
		look.paint(times, Tone.MUTED, Tone.SURFACE);
		look.follow(chart, this::recolor);
		stack.topControl = nothing;
	}

	public Composite control() {
		return whole;
	}

	private void recolor() {
		chart.setBackground(look.color(Tone.SURFACE));
		chart.getPlotArea().setBackground(look.color(Tone.SURFACE));
		Font small = look.font(Face.SMALL);
		for (IAxis axis : chart.getAxisSet().getAxes()) {
			axis.getTick().setForeground(look.color(Tone.MUTED));
			axis.getTick().setFont(small);
			axis.getGrid().setForeground(look.color(Tone.LINE));
		}
		draw();
	}

	/** Shows these points, oldest first, over the given time. */
	public void show(List<Point> points, List<Event> newEvents, Instant from, Instant to) {
		course = Course.of(points, Duration.between(from, to));
		runs = course.runs();
		isCounted = false;
		show(newEvents, from, to);
	}

	/**
	 * Shows numbers that somebody counts and somebody else looks at now and then: each holds until it is seen to be
	 * another, and nothing joins one run to the next.
	 *
	 * @param counted runs of points with a value, oldest first
	 */
	public void showCounted(List<List<Point>> counted, List<Event> newEvents, Instant from, Instant to) {
		course = Course.of(counted.stream().flatMap(List::stream).toList(), Duration.between(from, to));
		runs = List.copyOf(counted);
		isCounted = true;
		show(newEvents, from, to);
	}

	private void show(List<Event> newEvents, Instant from, Instant to) {
		List<Point> points = course.points();
		events = List.copyOf(newEvents);
		stack.topControl = points.isEmpty() ? nothing : measured;
		whole.layout();
		draw();
		if (!points.isEmpty()) {
			time.setRange(new Range(from.toEpochMilli(), Math.max(from.toEpochMilli() + 1000, to.toEpochMilli())));
			double most = points.stream().mapToDouble(p -> p.value().orElse(0)).max().orElse(0);
			value.setRange(new Range(0, most <= 0 ? 1 : most * 1.15));
			value.getTick().setVisible(most > 0);
			value.getGrid().setVisible(most > 0);
		}
		chart.redraw();
		times.redraw();
	}

	private void draw() {
		chart.suspendUpdate(true);
		for (var series : chart.getSeriesSet().getSeries()) {
			chart.getSeriesSet().deleteSeries(series.getId());
		}
		runs.forEach(this::drawRun);
		chart.suspendUpdate(false);
	}

	private void drawRun(List<Point> run) {
		ILineSeries<?> line = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE,
				"run " + run.getFirst().at().toEpochMilli());
		line.setXSeries(run.stream().mapToDouble(p -> p.at().toEpochMilli()).toArray());
		line.setYSeries(run.stream().mapToDouble(p -> p.value().getAsDouble()).toArray());
		line.setSymbolType(run.size() == 1 ? ILineSeries.PlotSymbolType.CIRCLE : ILineSeries.PlotSymbolType.NONE);
		line.setSymbolSize(2);
		line.setSymbolColor(look.color(Tone.ACCENT));
		line.setLineColor(look.color(Tone.ACCENT));
		line.enableStep(isCounted);
		line.setLineWidth(2);
		line.setAntialias(SWT.ON);
	}

	/** From when to when, and the last value. */
	private String told() {
		List<Point> points = course.points();
		return points.isEmpty() ? look.say("chart.empty")
				: look.say("chart.told", ofDay.format(points.getFirst().at().atZone(ZoneId.systemDefault())),
						ofHour.format(points.getLast().at().atZone(ZoneId.systemDefault())), points.reversed().stream()
								.flatMapToDouble(point -> point.value().stream()).findFirst().orElse(0), unit);
	}

	private List<ZonedDateTime> roundTimes() {
		Range range = time.getRange();
		return RoundTimes.between(Instant.ofEpochMilli((long) range.lower), Instant.ofEpochMilli((long) range.upper),
				ZoneId.systemDefault(), chart.getPlotArea().getSize().x / TIME_WIDTH);
	}

	/** One that does not fit beside the end of the chart is left out. */
	private void paintTimes(GC gc) {
		Ink ink = new Ink(gc, look);
		int left = chart.getPlotArea().getControl().getLocation().x;
		for (ZonedDateTime at : roundTimes()) {
			String text = (RoundTimes.isMidnight(at) ? ofDay : ofHour).format(at);
			int width = ink.extent(text, look.font(Face.SMALL)).x;
			int x = left + xOf(at.toInstant()) - width / 2;
			if (x + width <= times.getClientArea().width) {
				ink.text(text, new Rectangle(x, 0, width, TIME_HEIGHT - 4), look.font(Face.SMALL),
						look.color(Tone.MUTED));
			}
		}
	}

	private int xOf(Instant at) {
		return time.getPixelCoordinate(at.toEpochMilli());
	}

	/** Behind the line: the round times, and where answers were lost. */
	private final class Bands implements ICustomPaintListener {

		@Override
		public boolean drawBehindSeries() {
			return true;
		}

		@Override
		public void paintControl(PaintEvent event) {
			GC gc = event.gc;
			gc.setForeground(look.color(Tone.LINE));
			for (ZonedDateTime at : roundTimes()) {
				gc.drawLine(xOf(at.toInstant()), 0, xOf(at.toInstant()), event.height);
			}
			for (int i = 0; i < course.points().size(); i++) {
				Point point = course.points().get(i);
				if (point.lost() > 0) {
					int left = xOf(point.at());
					int right = xOf(course.end(i));
					gc.setBackground(look.palette().soft(Tone.BAD));
					gc.fillRectangle(left, 0, Math.max(2, right - left), event.height);
					gc.setBackground(look.color(Tone.BAD));
					gc.setAlpha((int) (80 + 175 * point.lost()));
					gc.fillRectangle(left, event.height - BAND, Math.max(2, right - left), BAND);
					gc.setAlpha(255);
				}
			}
		}
	}

	/** Over the line: what happened. */
	private final class Marks implements ICustomPaintListener {

		@Override
		public void paintControl(PaintEvent event) {
			Ink ink = new Ink(event.gc, look);
			for (Event happened : events) {
				int x = xOf(happened.at());
				ink.fill(new Rectangle(x, MARK + 4, 1, event.height), look.palette().soft(Tone.TEXT));
				ink.mark(happened.mark(), x - MARK / 2, 2, MARK);
			}
		}
	}
}
