package id.posko.health.ui.map;

import java.util.List;

/** Areas in the plane, of whatever unit. */
public record RegionMap(List<Region> regions) {
}
