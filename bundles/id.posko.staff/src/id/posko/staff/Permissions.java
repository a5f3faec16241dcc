package id.posko.staff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The one table of who may what. */
final class Permissions {

	private static final String TABLE = "/OSGI-INF/permissions.csv";
	private static final Map<Role, Set<Permission>> OF = read();

	private Permissions() {
	}

	static Set<Permission> of(Role role) {
		return OF.get(role);
	}

	/** Columns are roles, rows permissions, a cell with an x permits. */
	private static Map<Role, Set<Permission>> read() {
		Map<Role, Set<Permission>> all = new EnumMap<>(Role.class);
		Stream.of(Role.values()).forEach(role -> all.put(role, EnumSet.noneOf(Permission.class)));
		try (BufferedReader in = new BufferedReader(
				new InputStreamReader(Permissions.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
			List<Role> columns = Stream.of(in.readLine().split(",")).skip(1).map(Role::valueOf).toList();
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				String[] cells = line.split(",", -1);
				for (int i = 0; i < columns.size(); i++) {
					if (cells[i + 1].equals("x")) {
						all.get(columns.get(i)).add(Permission.valueOf(cells[0]));
					}
				}
			}
			return all;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
