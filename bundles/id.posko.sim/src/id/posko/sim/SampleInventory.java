package id.posko.sim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.inventory.Edit;
import id.posko.inventory.Registry;
import id.posko.kit.DataFolder.OpenFolder;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;

/**
 * Puts the sample kabupaten, with its map, into the demo's data folder once, when its devices answer; what was changed there since
 * stays.
 */
@Component(service = SampleInventory.class, immediate = true, enabled = false)
public final class SampleInventory {

	/** An invented one; the areas have the codes of the sample's offices. */
	private static final String MAP = "map.geojson";

	@Activate
	public SampleInventory(@Reference Inventory inventory, @Reference Registry registry, @Reference UpsPorts upses,
			@Reference SshMachines machines, @Reference CameraPorts cameras, @Reference DatabasePort database,
			@Reference OpenFolder folder) throws IOException {
		if (inventory.fleet().devices().isEmpty()) {
			Fleet sample = Kabupaten.fleet();
			try (InputStream map = SampleInventory.class.getResourceAsStream(MAP)) {
				Files.copy(map, folder.path().resolve(MAP), StandardCopyOption.REPLACE_EXISTING);
			}
			registry.write(Edit.put(sample.sites().stream().toList(), sample.devices().stream().toList()));
		}
	}
}
