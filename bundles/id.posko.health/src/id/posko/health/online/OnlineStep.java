package id.posko.health.online;

import java.time.Duration;
import java.util.Locale;

import id.posko.health.Cause;
import id.posko.kit.Words;

/** The checks of the SOP "Pengiriman data perekaman biometrik online", in its order. */
public enum OnlineStep {
	/** Server to modem. */
	MODEM,
	/** AFIS server to the data centre. */
	DATA_CENTRE,
	/** Client PC to AFIS server. */
	AFIS_SERVER,
	/** The SOP's text names the AFIS server's address here, a copy of step 3; the NID server is meant. */
	NID_SERVER,
	/** "No. of Records sent after Restart" of the NID Scheduler grows. */
	COUNTER;

	/** The SOP gives each check 30 seconds. */
	public static final Duration STANDARD = Duration.ofSeconds(30);

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
