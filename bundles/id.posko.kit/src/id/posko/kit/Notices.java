package id.posko.kit;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import id.posko.kit.Inventory.Subscription;

/** Tells people who do not look at the window, by the ways that the office has set up. Any thread. */
public interface Notices {

	/**
	 * What people should know.
	 *
	 * @param cause its stable id: what begins, goes on and ends under one cause is told as one matter
	 * @param event what happened, for machines: {@code down}, {@code back}, …
	 * @param at when it happened
	 * @param behind devices that it cuts off
	 */
	record Message(String cause, String event, DeviceKind kind, String device, String site, RegionCode siteCode,
			String sentence, Instant at, int behind) {
	}

	/** What is wrong with a setting. @param line where it stands in the file, from 1; 0 if it stands in none */
	record Fault(String key, int line, String sentence) {
	}

	/** How the example went by one way. @param way {@code mail}, {@code webhook} */
	record Trial(String way, String target, boolean isSent, String sentence) {
	}

	/**
	 * One way to people.
	 *
	 * @param waiting messages that are not sent yet
	 * @param omitted messages that could not be kept or were refused for good; the next one to be sent tells how many
	 * @param trouble what is wrong with the way since its last message
	 */
	record WayStatus(String way, String target, int waiting, long omitted, Optional<Instant> sent,
			Optional<String> trouble, Optional<Instant> next) {
	}

	/** Sends from now on what waits and what is told. */
	void start();

	/** Takes the message and returns at once. */
	void tell(Message message);

	/** What is set up, by key, as it is written. */
	Map<String, String> settings();

	/** What is wrong with the settings that are kept. */
	List<Fault> faults(Locale locale);

	/** What would be wrong with these. */
	List<Fault> check(Map<String, String> settings, Locale locale);

	/** Takes these from now on; they must be right. */
	void keep(Map<String, String> settings) throws IOException;

	/** Sends an example by each way of these settings, past all that waits; blocks for at most two minutes. */
	List<Trial> tryOut(Map<String, String> settings, Locale locale) throws InterruptedException;

	List<WayStatus> status(Locale locale);

	/** Hears, once, when something goes wrong with a way; any thread. */
	Subscription onTrouble(Consumer<String> listener);
}
