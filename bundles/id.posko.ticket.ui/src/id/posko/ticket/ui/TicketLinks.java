package id.posko.ticket.ui;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import id.posko.health.Spoken;
import id.posko.kit.DeviceKey;
import id.posko.kit.RegionCode;
import id.posko.kit.Words;
import id.posko.ticket.Link;
import id.posko.ticket.Ticket;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.PushButton;
import id.posko.ui.Tone;

/** What a ticket has to do with, each a button that leads there: devices, their checks, runs, letters, other tickets. */
final class TicketLinks {

	private final Composite row;
	private final Look look;
	private final Words words;
	private final Pages pages;
	private List<Link> shown = List.of();

	TicketLinks(Composite parent, Look look, MApplication application) {
		this.look = look;
		words = Words.of(TicketLinks.class, look.locale());
		pages = new Pages(application);
		row = new Composite(parent, SWT.NONE);
		RowLayout layout = new RowLayout();
		layout.marginLeft = layout.marginTop = layout.marginBottom = 0;
		layout.spacing = 2;
		row.setLayout(layout);
		row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		look.paint(row, Tone.TEXT, Tone.SURFACE);
	}

	/** Says whether they are others now. */
	boolean show(Optional<Ticket> ticket) {
		Stream<Link> cause = ticket.flatMap(of -> of.draft().cause()).stream()
				.map(device -> new Link(Link.Kind.DEVICE, device.toString()));
		List<Link> links = Stream.concat(cause, ticket.map(Ticket::links).orElse(Set.of()).stream()).distinct()
				.sorted(Comparator.comparing(Link::kind).thenComparing(Link::id)).toList();
		if (links.equals(shown)) {
			return false;
		}
		shown = links;
		Stream.of(row.getChildren()).forEach(Control::dispose);
		links.forEach(this::button);
		List<String> checks = links.stream().filter(link -> link.kind() == Link.Kind.CHECK).map(Link::id).toList();
		if (!checks.isEmpty()) {
			checks(ticket.orElseThrow(), checks);
		}
		return true;
	}

	private void button(Link link) {
		switch (link.kind()) {
			case DEVICE -> device(link.id());
			case RUN -> add(Glyph.SIGN, words.say("link.run", link.id()), "run", () -> pages.openRun(link.id()));
			case TICKET -> add(Glyph.WRENCH, words.say("link.ticket", link.id()), "ticket",
					() -> pages.openTicket(Long.parseLong(link.id())));
			case LETTER -> add(Glyph.CARD, words.say("link.letter", link.id()), "letter", () -> {
			});
			case CHECK -> {
				// all of them together
			}
		}
	}

	private void device(String id) {
		int slash = id.indexOf('/');
		if (slash > 0 && RegionCode.isWellFormed(id.substring(0, slash))) {
			DeviceKey key = new DeviceKey(new RegionCode(id.substring(0, slash)), id.substring(slash + 1));
			add(Glyph.SCREEN, key.name(), "device", () -> pages.openDevice(key, "id.posko.health.ui.summary"));
		}
	}

	private void checks(Ticket ticket, List<String> checks) {
		Spoken spoken = new Spoken(look.locale(), ZoneId.systemDefault());
		String names = checks.stream().map(spoken::check).collect(Collectors.joining(", "));
		ticket.draft().cause().ifPresent(key -> add(Glyph.PULSE, words.say("link.checks", names), "checks",
				() -> pages.openDevice(key, "id.posko.health.ui.readings")));
	}

	private void add(Glyph glyph, String word, String name, Runnable act) {
		Look.named(new PushButton(row, look, PushButton.Weight.TOOL, glyph, word, act), "ticket.link." + name);
	}
}
