package id.posko.notice;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import id.posko.kit.Address;
import id.posko.kit.DeviceKind;
import id.posko.notice.Setup.Security;

/** Makes a setup of what is written, and finds what is wrong with that. */
final class SetupReader {

	static final List<String> KEYS = List.of("mail.host", "mail.port", "mail.security", "mail.plain", "mail.user",
			"mail.secret", "mail.from", "mail.to", "webhook.url", "webhook.plain", "webhook.key", "webhook.token", "tls.ca",
			"quiet.from", "quiet.until", "urgent", "gather.seconds", "desktop");

	/** RFC 5321, without quoted and international names. */
	private static final Pattern MAIL_ADDRESS = Pattern
			.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
	private static final int LONGEST_ADDRESS = 254;
	private static final int MOST_RECEIVERS = 50;
	private static final int LONGEST_GATHER = 600;
	private static final int LONGEST_VALUE = 2_000;

	private final Written written;
	private final Path folder;
	private final List<Flaw> flaws = new ArrayList<>();

	/** @param folder where the file of certificates is looked for */
	SetupReader(Written written, Path folder) {
		this.written = written;
		this.folder = folder;
	}

	/** @param setup what is right of it */
	record Read(Setup setup, List<Flaw> flaws) {
	}

	Read read() {
		flaws.addAll(written.flaws());
		written.values().keySet().stream().filter(key -> !KEYS.contains(key))
				.forEach(key -> flaw(key, "unknown"));
		Optional<Setup.Mail> mail = mail();
		Optional<Setup.Webhook> webhook = webhook();
		Optional<Quiet> quiet = quiet();
		Set<DeviceKind> urgent = value("urgent", SetupReader::kinds)
				.orElse(EnumSet.of(DeviceKind.DATA_CENTRE, DeviceKind.AFIS_SERVER));
		Duration gather = Duration.ofSeconds(value("gather.seconds", text -> number(text, 0, LONGEST_GATHER)).orElse(30));
		value("desktop", text -> word(text, "on", "off"));
		Optional<Path> ca = value("tls.ca", this::file);
		return new Read(new Setup(mail, webhook, quiet, urgent, gather, ca), List.copyOf(flaws));
	}

	private Optional<Setup.Mail> mail() {
		Optional<Address> host = value("mail.host", text -> Address.tryParse(text).filter(a -> a.port().isEmpty()));
		Security security = value("mail.security", SetupReader::security).orElse(Security.STARTTLS);
		Optional<Integer> port = value("mail.port", text -> number(text, 1, 65_535));
		Optional<String> user = value("mail.user", SetupReader::line);
		Optional<String> secret = value("mail.secret", SetupReader::line);
		Optional<String> from = value("mail.from", SetupReader::mailAddress);
		Optional<List<String>> to = value("mail.to", SetupReader::receivers);
		boolean plain = value("mail.plain", text -> word(text, "allowed")).isPresent();
		if (written("mail.host").isEmpty()) {
			List.of("mail.from", "mail.to", "mail.user").stream().filter(key -> written(key).isPresent())
					.forEach(key -> flaw(key, "needs", "mail.host"));
			return Optional.empty();
		}
		List.of("mail.from", "mail.to").stream().filter(key -> written(key).isEmpty())
				.forEach(key -> flaw("mail.host", "needs", key));
		if (written("mail.user").isPresent() != written("mail.secret").isPresent()) {
			flaw(written("mail.user").isPresent() ? "mail.user" : "mail.secret", "needs",
					written("mail.user").isPresent() ? "mail.secret" : "mail.user");
		}
		if (security == Security.NONE && user.isPresent()) {
			flaw("mail.security", "open_password");
		} else if (security == Security.NONE && host.isPresent() && !plain && !isHere(host.get().host())) {
			flaw("mail.security", "open", "mail.plain");
		}
		if (host.isEmpty() || from.isEmpty() || to.isEmpty()) {
			return Optional.empty();
		}
		int usual = switch (security) {
		case STARTTLS -> 587;
		case TLS -> 465;
		case NONE -> 25;
		};
		return Optional.of(new Setup.Mail(host.get().host(), port.orElse(usual), security, user, secret, from.get(), to.get()));
	}

	private Optional<Setup.Webhook> webhook() {
		Optional<URI> url = value("webhook.url", SetupReader::url);
		Optional<String> key = value("webhook.key", SetupReader::line);
		Optional<String> token = value("webhook.token", SetupReader::line);
		boolean plain = value("webhook.plain", text -> word(text, "allowed")).isPresent();
		if (url.isEmpty()) {
			List.of("webhook.key", "webhook.token").stream()
					.filter(each -> written(each).isPresent() && written("webhook.url").isEmpty())
					.forEach(each -> flaw(each, "needs", "webhook.url"));
			return Optional.empty();
		}
		if (url.get().getScheme().equalsIgnoreCase("http") && !isHere(url.get().getHost())) {
			if (token.isPresent()) {
				flaw("webhook.url", "open_password");
			} else if (!plain) {
				flaw("webhook.url", "open", "webhook.plain");
			}
		}
		return Optional.of(new Setup.Webhook(url.get().toString(), key, token));
	}

	private Optional<Quiet> quiet() {
		Optional<LocalTime> from = value("quiet.from", SetupReader::time);
		Optional<LocalTime> until = value("quiet.until", SetupReader::time);
		boolean begins = from.isPresent();
		if (begins ? written("quiet.until").isEmpty() : until.isPresent() && written("quiet.from").isEmpty()) {
			flaw(begins ? "quiet.from" : "quiet.until", "needs", begins ? "quiet.until" : "quiet.from");
		} else if (from.isPresent() && from.equals(until)) {
			flaw("quiet.until", "same", "quiet.from");
			return Optional.empty();
		}
		return from.isPresent() && until.isPresent()
				? Optional.of(new Quiet(from.get(), until.get(), ZoneId.systemDefault())) : Optional.empty();
	}

	private Optional<String> written(String key) {
		return Optional.ofNullable(written.values().get(key)).filter(text -> !text.isBlank());
	}

	/** Empty if it is not written or wrong, which is noted. */
	private <T> Optional<T> value(String key, Function<String, Optional<T>> meaning) {
		Optional<String> text = written(key);
		Optional<T> value = text.filter(t -> t.length() <= LONGEST_VALUE).flatMap(meaning);
		if (text.isPresent() && value.isEmpty()) {
			flaw(key, "wrong", Trouble.plain(text.get()));
		}
		return value;
	}

	private void flaw(String key, String code, String... arguments) {
		flaws.add(new Flaw(Trouble.plain(key), written.lines().getOrDefault(key, 0), code, List.of(arguments)));
	}

	/** Whether it surely is this machine. */
	private static boolean isHere(String host) {
		String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
		return bare.equalsIgnoreCase("localhost")
				|| Address.tryParse(bare).flatMap(Address::literal).filter(InetAddress::isLoopbackAddress).isPresent();
	}

	private static Optional<Integer> number(String text, int least, int most) {
		return Optional.of(text).filter(t -> t.matches("[0-9]{1,6}")).map(Integer::valueOf)
				.filter(n -> n >= least && n <= most);
	}

	private static Optional<String> word(String text, String... words) {
		return Arrays.stream(words).filter(text::equalsIgnoreCase).findFirst();
	}

	private static Optional<Security> security(String text) {
		return Arrays.stream(Security.values()).filter(s -> s.name().equalsIgnoreCase(text)).findFirst();
	}

	private static Optional<String> line(String text) {
		return Optional.of(text).filter(t -> t.length() <= 200 && t.chars().noneMatch(Character::isISOControl));
	}

	private static Optional<String> mailAddress(String text) {
		return Optional.of(text).filter(t -> t.length() <= LONGEST_ADDRESS && MAIL_ADDRESS.matcher(t).matches());
	}

	private static Optional<List<String>> receivers(String text) {
		List<String> all = Arrays.stream(text.split("[,;]")).map(String::strip).distinct().toList();
		return Optional.of(all).filter(
				list -> list.size() <= MOST_RECEIVERS && list.stream().allMatch(one -> mailAddress(one).isPresent()));
	}

	private static Optional<URI> url(String text) {
		try {
			URI url = new URI(text).parseServerAuthority();
			boolean right = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null
					&& url.getScheme() != null && url.getScheme().toLowerCase(Locale.ROOT).matches("https?");
			return right && url.getPort() <= 65_535 && url.getPort() != 0 ? Optional.of(url) : Optional.empty();
		} catch (URISyntaxException _) {
			return Optional.empty();
		}
	}

	private static Optional<LocalTime> time(String text) {
		try {
			return Optional.of(LocalTime.parse(text.replace('.', ':'))).filter(t -> t.getSecond() == 0 && t.getNano() == 0);
		} catch (DateTimeParseException _) {
			return Optional.empty();
		}
	}

	/** {@code none}, or kinds of devices. */
	private static Optional<Set<DeviceKind>> kinds(String text) {
		Set<DeviceKind> kinds = EnumSet.noneOf(DeviceKind.class);
		if (text.equalsIgnoreCase("none")) {
			return Optional.of(kinds);
		}
		for (String name : text.split("[,;]")) {
			Optional<DeviceKind> kind = Arrays.stream(DeviceKind.values())
					.filter(k -> k.name().equalsIgnoreCase(name.strip())).findFirst();
			if (kind.isEmpty()) {
				return Optional.empty();
			}
			kinds.add(kind.get());
		}
		return Optional.of(kinds);
	}

	private Optional<Path> file(String text) {
		return line(text).filter(name -> name.indexOf('\0') < 0).flatMap(name -> {
			try {
				return Optional.of(folder.resolve(name));
			} catch (java.nio.file.InvalidPathException _) {
				return Optional.empty();
			}
		});
	}
}
