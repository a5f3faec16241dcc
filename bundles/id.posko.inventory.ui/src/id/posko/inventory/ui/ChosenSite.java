package id.posko.inventory.ui;

import id.posko.kit.RegionCode;

/** The office that is selected in this slice's list; in the application's context. */
public record ChosenSite(RegionCode code) {
}
