package id.posko.procedure.desk;

import id.posko.kit.RegionCode;
import id.posko.procedure.Procedure;
import id.posko.procedure.run.Doer;
import id.posko.staff.Actor;
import id.posko.staff.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the console's roles act under a title of the SOPs: {@code sop/jabatan}, a line for each title. The roles
 * beside each other are as good as each other; a title that is not there is nobody's.
 */
final class Titles {

	private static final Map<String, Set<Role>> ROLES = read();

	private Titles() {
	}

	static Map<String, Set<Role>> all() {
		return ROLES;
	}

	/** The titles that he bears in an office. @param place empty: only what he is for the whole region */
	static Doer doer(Actor actor, Optional<RegionCode> place) {
		return new Doer(actor.name(), ROLES.entrySet().stream()
				.filter(title -> title.getValue().stream().anyMatch(role -> actor.is(role, place))).map(Map.Entry::getKey)
				.collect(Collectors.toSet()));
	}

	private static Map<String, Set<Role>> read() {
		try (BufferedReader in = new BufferedReader(new InputStreamReader(
				Procedure.class.getResourceAsStream("/id/posko/procedure/sop/jabatan"), StandardCharsets.UTF_8))) {
			Map<String, Set<Role>> all = new LinkedHashMap<>();
			in.lines().map(line -> line.split(" = ")).forEach(line -> all.put(line[0],
					Arrays.stream(line[1].split(" ")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet())));
			return all;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
