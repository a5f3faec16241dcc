package id.posko.health.online;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.Site;
import id.posko.staff.Actor;
import id.posko.staff.Acts;
import id.posko.staff.Permission;

/** Where people run the SOP of sending online; others than may do it get {@link id.posko.staff.NotPermitted}. */
@Component(service = OnlineRuns.class)
public final class OnlineRuns {

	private final OnlineSop sop;
	private final OnlineResults results;
	private final Acts acts;

	@Activate
	public OnlineRuns(@Reference OnlineSop sop, @Reference OnlineResults results, @Reference Acts acts) {
		this.sop = sop;
		this.results = results;
		this.acts = acts;
	}

	/** Runs its five checks; what came of them is not kept yet. @param found as in {@link OnlineSop#run} */
	public OnlineResult run(Actor by, Site site, Consumer<StepResult> found) throws InterruptedException {
		acts.permit(by, Permission.CHECK, Optional.of(site.code()), site.code().text());
		acts.done(by, "sending checked", site.code().text(), "", 1);
		return sop.run(site, found);
	}

	/** Keeps what came of a run. */
	public void keep(OnlineResult result) throws IOException {
		results.keep(result);
	}
}
