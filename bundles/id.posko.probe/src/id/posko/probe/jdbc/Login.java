package id.posko.probe.jdbc;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.posko.kit.Access;
import id.posko.kit.Address;

/**
 * How a database is entered, by a device's access: {@code db.url}, {@code db.user} and {@code db.secret} (a name in
 * {@link id.posko.kit.Secrets}; none for a login without a password). Of the URLs only what is named here is taken, for drivers load classes and write files by URL parameters:
 * {@code jdbc:oracle:thin:@//HOST[:1521]/SERVICE}, {@code @HOST[:1521]/SERVICE}, {@code @HOST:1521:SID},
 * {@code jdbc:postgresql://HOST[:5432]/NAME[?sslmode=MODE]}.
 */
record Login(Product product, Address address, String name, boolean isSid, Optional<String> ssl, String user,
		Optional<String> secret) {

	private static final String HOST = "(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)";
	private static final Pattern ORACLE = Pattern
			.compile("jdbc:oracle:thin:@(?://)?" + HOST + "(?::(\\d{1,5}))?([/:])([A-Za-z0-9_.$#-]{1,128})");
	private static final Pattern POSTGRES = Pattern.compile("jdbc:postgresql://" + HOST
			+ "(?::(\\d{1,5}))?(/)([A-Za-z0-9_.$-]{1,63})(?:\\?sslmode=([a-z-]{1,20}))?");

	/** What the access came to. */
	sealed interface Choice {

		record Chosen(Login login) implements Choice {
		}

		record Wrong(String setting, String value) implements Choice {
		}
	}

	static Choice of(Access access) {
		String url = access.get("db.url").orElse("");
		Matcher oracle = ORACLE.matcher(url);
		Matcher postgres = POSTGRES.matcher(url);
		boolean isOracle = oracle.matches();
		Matcher parts = isOracle ? oracle : postgres;
		if (!isOracle && !postgres.matches()) {
			return new Choice.Wrong("db.url", url);
		}
		Product product = isOracle ? Product.ORACLE : Product.POSTGRESQL;
		Optional<Address> host = Address.tryParse(parts.group(1).replaceAll("[\\[\\]]", ""));
		int port = parts.group(2) == null ? product.port() : Integer.parseInt(parts.group(2));
		boolean isSid = parts.group(3).equals(":");
		if (host.isEmpty() || port < 1 || port > 65_535 || isSid && parts.group(2) == null) {
			return new Choice.Wrong("db.url", url);
		}
		Optional<String> user = access.get("db.user");
		if (user.isEmpty()) {
			return new Choice.Wrong("db.user", "");
		}
		return new Choice.Chosen(new Login(product, new Address(host.get().host(), OptionalInt.of(port)), parts.group(4),
				isSid, isOracle ? Optional.empty() : Optional.ofNullable(parts.group(5)), user.get(),
				access.get("db.secret")));
	}
}
