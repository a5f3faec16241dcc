package id.posko.health.online;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import id.posko.health.Cause;
import id.posko.kit.Words;

/** The checks of the SOP "Pengiriman data perekaman biometrik online", in its order. */
public enum OnlineStep {
	/** Server to modem. */
	MODEM("modem"),
	/** AFIS server to the data centre. */
	DATA_CENTRE("pusat data"),
	/** Client PC to AFIS server. */
	AFIS_SERVER("server AFIS"),
	/** The SOP's text names the AFIS server's address here, a copy of step 3; the NID server is meant. */
	NID_SERVER("server NID"),
	/** "No. of Records sent after Restart" of the NID Scheduler grows. */
	COUNTER("NID Scheduler");

	/** The SOP gives each check 30 seconds. */
	public static final Duration STANDARD = Duration.ofSeconds(30);

	private final String target;

	OnlineStep(String target) {
		this.target = target;
	}

	/** The one whose target an SOP's step ("sasaran") names; empty if it is none of these. */
	public static Optional<OnlineStep> ofTarget(String target) {
		return Arrays.stream(values()).filter(step -> step.target.equals(target)).findFirst();
	}

	/** From 1 to 5. */
	public int number() {
		return ordinal() + 1;
	}

	/** What the SOP calls it. */
	public String name(Locale locale) {
		return Words.of(Cause.class, locale).say("online.name." + name());
	}

	/** The step of that number. */
	public static OnlineStep of(int number) {
		return values()[number - 1];
	}
}
