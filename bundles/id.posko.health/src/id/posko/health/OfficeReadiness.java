package id.posko.health;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import id.posko.health.KitReadiness.Light;
import id.posko.kit.DeviceKey;
import id.posko.kit.Fleet;
import id.posko.kit.Site;
import id.posko.kit.Words;

/** One light for an office: that of its worst kit, but partly ready as long as another kit can record. */
public record OfficeReadiness(Site site, List<KitReadiness> kits) {

	/** Of each office that records, by region code. */
	public static List<OfficeReadiness> of(Fleet fleet, Function<DeviceKey, Optional<DeviceHealth>> healths) {
		return fleet.sites().stream().map(site -> new OfficeReadiness(site, KitReadiness.of(fleet, site, healths)))
				.filter(office -> !office.kits.isEmpty()).toList();
	}

	public Light light() {
		Light worst = worst().light();
		boolean records = kits.stream().map(KitReadiness::light)
				.anyMatch(light -> light == Light.READY || light == Light.PARTLY);
		return worst == Light.NOT_READY && records ? Light.PARTLY : worst;
	}

	/** The kit whose reason is told. */
	public KitReadiness worst() {
		return kits.stream().max(Comparator.comparing(KitReadiness::light)
				.thenComparing(KitReadiness::kit, Comparator.reverseOrder())).orElseThrow();
	}

	/** The worst kit's sentence; with its number where there are several. */
	public String sentence(Locale locale) {
		KitReadiness worst = worst();
		boolean isOne = kits.size() == 1 || worst.light() == Light.READY;
		return isOne ? worst.sentence(locale)
				: Words.of(OfficeReadiness.class, locale).say("kit.of", worst.kit(), worst.sentence(locale));
	}
}
