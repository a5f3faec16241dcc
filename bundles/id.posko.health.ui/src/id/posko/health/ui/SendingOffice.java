package id.posko.health.ui;

import java.util.Optional;

import id.posko.health.counter.CounterSeries;
import id.posko.health.counter.CounterVerdict;
import id.posko.health.online.OnlineResult;
import id.posko.kit.RegionCode;
import id.posko.kit.Site;

/** How the sending of one office is: its counter's verdict now, and the last run of the SOP. */
record SendingOffice(Site site, CounterSeries counter, CounterVerdict verdict, Optional<OnlineResult> last) {

	RegionCode code() {
		return site.code();
	}
}
