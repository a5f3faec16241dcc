package id.posko.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.cli.Prompt.Question;
import id.posko.kit.RegionCode;
import id.posko.staff.Account;
import id.posko.staff.Change;
import id.posko.staff.Post;
import id.posko.staff.Role;
import id.posko.staff.Staff;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code posko staff list|add|change|retire|password}: who may sign in, and as what. */
@Component(service = Verb.class, property = Verb.NAME + "=staff")
public final class StaffVerb implements Verb {

	private final Staff staff;

	@Activate
	public StaffVerb(@Reference Staff staff) {
		this.staff = staff;
	}

	@Override
	public Callable<Integer> on(Call call) {
		return new People(call);
	}

	/** {@code ADB} or {@code OPERATOR_BIOMETRIK@35.60.03} */
	static final class PostForm implements ITypeConverter<Post> {

		@Override
		public Post convert(String text) {
			String[] parts = text.split("@", 2);
			Optional<Role> role = Arrays.stream(Role.values())
					.filter(each -> each.name().equals(parts[0].toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_')))
					.findFirst();
			if (role.isEmpty() || parts.length > 1 && !RegionCode.isWellFormed(parts[1])) {
				throw new TypeConversionException(text);
			}
			return new Post(role.get(), parts.length > 1 ? Optional.of(new RegionCode(parts[1])) : Optional.empty());
		}
	}

	@Command(name = "staff")
	final class People implements Callable<Integer> {

		private final Call call;

		@Spec
		private CommandSpec spec;

		private People(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "list")
		int list(@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			List<Account> all = staff.all();
			if (all.isEmpty()) {
				call.say("staff.none");
			}
			all.forEach(account -> tell(account, json));
			return Call.WELL;
		}

		@Command(name = "add")
		int add(@Parameters(paramLabel = "ACCOUNT", descriptionKey = "staff.account") String name,
				@Option(names = "--name", paramLabel = "NAME", required = true, descriptionKey = "staff.name") String fullName,
				@Option(names = "--role", paramLabel = "ROLE[@CODE]", required = true, descriptionKey = "staff.role",
						converter = PostForm.class) List<Post> posts,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException, InterruptedException {
			Account account = new Account(name, fullName.strip(), posts, true);
			return withPassword(name, password -> staff.add(call.by(), account, password), json);
		}

		@Command(name = "change")
		int change(@Parameters(paramLabel = "ACCOUNT", descriptionKey = "staff.account") String name,
				@Option(names = "--name", paramLabel = "NAME", descriptionKey = "staff.name") String fullName,
				@Option(names = "--role", paramLabel = "ROLE[@CODE]", descriptionKey = "staff.role",
						converter = PostForm.class) List<Post> posts,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			Optional<Account> old = account(name);
			return ended(name, old.isEmpty() ? Change.UNKNOWN
					: staff.change(call.by(), new Account(name, fullName == null ? old.get().fullName() : fullName.strip(),
							posts == null ? old.get().posts() : posts, true)), json);
		}

		@Command(name = "retire")
		int retire(@Parameters(paramLabel = "ACCOUNT", descriptionKey = "staff.account") String name,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException {
			Optional<Account> old = account(name);
			return ended(name, old.isEmpty() ? Change.UNKNOWN
					: staff.change(call.by(), new Account(name, old.get().fullName(), old.get().posts(), false)), json);
		}

		@Command(name = "password")
		int password(@Parameters(paramLabel = "ACCOUNT", arity = "0..1", descriptionKey = "staff.whose") String name,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws IOException, InterruptedException {
			if (name != null && !name.equals(call.by().name())) {
				return withPassword(name, password -> staff.renew(call.by(), name, password), json);
			}
			Optional<char[]> old = call.prompt().ask(Question.PASSWORD, call.by().name());
			if (old.isEmpty()) {
				return Call.WRONG_USE;
			}
			try {
				return withPassword(call.by().name(), password -> staff.changeOwn(call.by(), old.get(), password), json);
			} finally {
				Arrays.fill(old.get(), '\0');
			}
		}

		private interface WithPassword {
			Change apply(char[] password) throws IOException;
		}

		private int withPassword(String name, WithPassword act, boolean json) throws IOException, InterruptedException {
			Optional<char[]> password = call.prompt().ask(Question.NEW_PASSWORD, name);
			if (password.isEmpty()) {
				return Call.WRONG_USE;
			}
			try {
				return ended(name, act.apply(password.get()), json);
			} finally {
				Arrays.fill(password.get(), '\0');
			}
		}

		private int ended(String name, Change change, boolean json) throws IOException {
			call.say("staff.change." + change, name);
			if (change == Change.DONE) {
				account(name).ifPresent(account -> tell(account, json));
			}
			return change == Change.DONE ? Call.WELL : Call.WRONG_USE;
		}

		private Optional<Account> account(String name) throws IOException {
			return staff.all().stream().filter(account -> account.name().equals(name)).findFirst();
		}

		private void tell(Account account, boolean json) {
			call.out().println(json ? json(account) : "%-20s %-32s %s".formatted(account.name(), account.fullName(),
					account.active() ? titles(account) : call.words().say("staff.retired")));
		}

		private String titles(Account account) {
			return account.posts().stream().map(post -> post.role().title(call.locale())
					+ post.scope().map(place -> " " + place).orElse("")).collect(Collectors.joining(", "));
		}

		private static JsonLine json(Account account) {
			return new JsonLine().put("account", account.name()).put("name", account.fullName())
					.put("active", account.active()).put("posts", account.posts().stream().map(post -> new JsonLine()
							.put("role", post.role().name()).put("region", post.scope())).toList());
		}
	}
}
