package id.posko.staff;

import java.util.Optional;

import id.posko.kit.RegionCode;

/** A role that somebody holds. @param scope the place it is held for; empty for the whole office */
public record Post(Role role, Optional<RegionCode> scope) {

	boolean covers(Optional<RegionCode> where) {
		return scope.isEmpty() || where.filter(place -> scope.get().contains(place)).isPresent();
	}
}
