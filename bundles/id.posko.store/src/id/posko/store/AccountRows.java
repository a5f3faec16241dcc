package id.posko.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.RegionCode;
import id.posko.staff.Account;
import id.posko.staff.Accounts;
import id.posko.staff.Post;
import id.posko.staff.Role;

/** Accounts with their posts. */
@Component
public final class AccountRows implements Accounts {

	private static final String SELECT = """
			select account_name, full_name, password_hash, failures, failed_at, is_active from account order by account_name""";
	private static final String SELECT_POSTS = """
			select role_code, region from account_post where account_name = ? order by post_no""";
	private static final String UPDATE = """
			update account set full_name = ?, password_hash = ?, failures = ?, is_active = ?, failed_at = ?
			where account_name = ?""";
	private static final String INSERT = """
			insert into account (full_name, password_hash, failures, is_active, failed_at, account_name)
			values (?, ?, ?, ?, ?, ?)""";
	private static final String DELETE_POSTS = "delete from account_post where account_name = ?";
	private static final String INSERT_POST = """
			insert into account_post (account_name, post_no, role_code, region) values (?, ?, ?, ?)""";

	private final Database database;

	@Activate
	public AccountRows(@Reference Database database) {
		this.database = database;
	}

	@Override
	public List<Kept> all() throws IOException {
		try {
			return database.read(handle -> handle.createQuery(SELECT).map((row, _) -> kept(handle, row)).list());
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static Kept kept(Handle handle, ResultSet row) throws SQLException {
		String name = row.getString("account_name");
		List<Post> posts = handle.createQuery(SELECT_POSTS).bind(0, name).map((post, _) -> new Post(
				Role.valueOf(post.getString("role_code")), Optional.ofNullable(post.getString("region")).map(RegionCode::new)))
				.list();
		return new Kept(new Account(name, Columns.text(row, "full_name"), posts, row.getInt("is_active") == 1),
				row.getString("password_hash"), row.getInt("failures"), Optional.ofNullable(Columns.instant(row, "failed_at")));
	}

	@Override
	public void put(Kept kept) throws IOException {
		try {
			database.write(handle -> {
				if (bind(handle.createUpdate(UPDATE), kept).execute() == 0) {
					bind(handle.createUpdate(INSERT), kept).execute();
				}
				Account account = kept.account();
				handle.execute(DELETE_POSTS, account.name());
				Batch.execute(handle, INSERT_POST, IntStream.range(0, account.posts().size()).boxed().toList(), (row, i) -> {
					Post post = account.posts().get(i);
					row.bind(0, account.name()).bind(1, i).bind(2, post.role().name())
							.bind(3, post.scope().map(RegionCode::text).orElse(null));
				});
				return null;
			});
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static <S extends SqlStatement<S>> S bind(S statement, Kept kept) {
		statement.bind(0, kept.account().fullName()).bind(1, kept.passwordHash()).bind(2, kept.failures())
				.bind(3, kept.account().active() ? 1 : 0);
		return Columns.bind(statement, 4, kept.lastFailure().orElse(null)).bind(5, kept.account().name());
	}
}
