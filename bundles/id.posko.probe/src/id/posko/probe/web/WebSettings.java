package id.posko.probe.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import id.posko.health.Cause;
import id.posko.kit.Access;
import id.posko.kit.Address;
import id.posko.kit.Device;

/**
 * How a website of the inventory is asked, by its settings:
 *
 * <pre>
 * web.scheme             https or http; without it http where the address has port 80 or 8080, else https
 * web.path               path of the page with its query; without it /
 * web.text               what the page must hold, as it stands in its source
 * web.limit.first        seconds until its first answer from which on it is slow
 * web.limit.total        seconds until the whole page is there from which on it is slow
 * web.limit.certificate  days that its certificate must still hold
 * </pre>
 */
record WebSettings(URI page, Optional<String> text, WebLimits limits) {

	private static final int LONGEST_TEXT = 200;
	private static final Pattern PATH = Pattern.compile("/[!-~&&[^#]]{0,500}");
	private static final Pattern NUMBER = Pattern.compile("\\d{1,4}([.,]\\d{1,3})?");

	/** What the settings came to. */
	sealed interface Choice {

		record Chosen(WebSettings settings) implements Choice {
		}

		record Wrong(Cause cause) implements Choice {
		}
	}

	/** An expected outcome of reading one setting. */
	private static final class Bad extends Exception {

		private static final long serialVersionUID = 1;

		private final transient Cause cause;

		Bad(String setting, String value) {
			super(setting, null, false, false);
			cause = Cause.of("setting_wrong", setting, value);
		}
	}

	/** @param device with an address */
	static Choice of(Device device) {
		Access access = device.access();
		try {
			Optional<String> text = access.get("web.text");
			if (text.filter(t -> t.length() > LONGEST_TEXT).isPresent()) {
				throw new Bad("web.text", text.get().substring(0, LONGEST_TEXT));
			}
			WebLimits limits = WebLimits.of(limit(access, "web.limit.first"), limit(access, "web.limit.total"),
					limit(access, "web.limit.certificate"));
			return new Choice.Chosen(new WebSettings(page(device.address().orElseThrow(), access), text, limits));
		} catch (Bad e) {
			return new Choice.Wrong(e.cause);
		}
	}

	private static URI page(Address address, Access access) throws Bad {
		int port = address.port().orElse(0);
		String scheme = access.get("web.scheme").orElse(port == 80 || port == 8080 ? "http" : "https");
		if (!scheme.equals("https") && !scheme.equals("http")) {
			throw new Bad("web.scheme", scheme);
		}
		String path = access.get("web.path").orElse("/");
		if (!PATH.matcher(path).matches()) {
			throw new Bad("web.path", path);
		}
		String shown = scheme + "://" + (port == 0 ? bracketed(address) : address) + path;
		try {
			URI page = new URI(shown);
			if (page.getHost() == null) {
				throw new Bad("web.path", shown);
			}
			return page;
		} catch (URISyntaxException _) {
			throw new Bad("web.path", path);
		}
	}

	private static String bracketed(Address address) {
		return new Address(address.host(), OptionalInt.of(1)).toString().replaceFirst(":1$", "");
	}

	private static Optional<Double> limit(Access access, String name) throws Bad {
		Optional<String> value = access.get(name);
		if (value.isEmpty()) {
			return Optional.empty();
		}
		double number = NUMBER.matcher(value.get()).matches() ? Double.parseDouble(value.get().replace(',', '.')) : 0;
		if (number <= 0) {
			throw new Bad(name, value.get());
		}
		return Optional.of(number);
	}
}
