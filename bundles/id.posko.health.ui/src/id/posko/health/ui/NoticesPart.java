package id.posko.health.ui;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

import id.posko.health.DeviceHealth;
import id.posko.health.Notice;
import id.posko.health.Spoken;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.Words;
import id.posko.ui.Glyph;
import id.posko.ui.Look;
import id.posko.ui.table.Column;
import id.posko.ui.table.EmptyState;
import id.posko.ui.table.LiveTable;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** What a person was told since the window opened. */
public final class NoticesPart implements Watching.Viewer {

	@Inject
	private Look look;
	@Inject
	private MApplication application;
	@Inject
	private MPart part;
	@Inject
	private Watching watching;

	private LiveTable<Notice, Notice> table;

	@PostConstruct
	void build(Composite parent, TableFile file) {
		Words words = Words.of(NoticesPart.class, look.locale());
		Spoken spoken = new Spoken(look.locale());
		InstantSource clock = InstantSource.system();
		parent.setLayout(new FillLayout());
		part.getPersistedState().putIfAbsent("sort", "-at");
		table = new LiveTable<>(parent, look, "notices", notice -> notice, List.of(
				Column.<Notice>text("at", words.say("column.at"), 110, n -> spoken.time(n.at(), clock.instant()))
						.orderedBy(Comparator.comparing(Notice::at)).inQuietTone(),
				Column.mark("what", words.say("column.what"), 142, Watcher::mark, n -> words.say("kind." + n.kind()),
						Comparator.comparing(Notice::kind)),
				Column.text("sentence", words.say("column.sentence"), 500, n -> n.sentence(look.locale()))),
				part.getPersistedState());
		table.setEmptyState(EmptyState.of(Glyph.BELL, words.say("notices.empty")));
		table.onExport(text -> file.keep(words.say("notices.file"), text));
		table.onOpen(notice -> new DevicePage(application).open(notice.device().key()));
		Inventory.Subscription watched = watching.watch(this);
		parent.addListener(SWT.Dispose, _ -> watched.close());
		table.put(watching.notices());
	}

	@Override
	public void all(Fleet fleet, List<DeviceHealth> healths) {
		// notices stay as they were told
	}

	@Override
	public void noticed(List<Notice> notices) {
		table.put(notices);
	}

	@Focus
	void focus() {
		table.table().setFocus();
	}
}
