package id.posko.sim;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.inventory.Edit;
import id.posko.inventory.Registry;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;

/**
 * Puts the sample kabupaten into the demo's data folder once, when its devices answer; what was changed there since
 * stays.
 */
@Component(service = SampleInventory.class, immediate = true, enabled = false)
public final class SampleInventory {

	@Activate
	public SampleInventory(@Reference Inventory inventory, @Reference Registry registry, @Reference UpsPorts upses,
			@Reference AfisServers servers) {
		if (inventory.fleet().devices().isEmpty()) {
			Fleet sample = Kabupaten.fleet();
			registry.write(Edit.put(sample.sites().stream().toList(), sample.devices().stream().toList()));
		}
	}
}
