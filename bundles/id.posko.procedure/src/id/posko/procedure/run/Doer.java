package id.posko.procedure.run;

import java.util.Set;

/** Who acts in a run: an account, and the roles he holds, by the names that the SOPs give them. */
public record Doer(String account, Set<String> roles) {

	public Doer {
		roles = Set.copyOf(roles);
	}
}
