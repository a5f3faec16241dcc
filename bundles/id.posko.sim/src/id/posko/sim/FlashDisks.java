package id.posko.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.kit.DataFolder;
import id.posko.transfer.media.Medium;
import id.posko.transfer.media.SystemVolumes;
import id.posko.transfer.media.Volumes;

/**
 * Beside the machine's own volumes a flash disk as a kecamatan brings it: a folder {@code media} of the demo's data
 * folder with made-up recordings of random octets. It is pulled by renaming its folder.
 */
@Component(enabled = false, property = "service.ranking:Integer=100")
public final class FlashDisks implements Volumes {

	private static final String LABEL = "MARGODADI";
	private static final int FILES = 24;
	private static final long SIZE = 7_745_000_000L;

	private final Volumes system = new SystemVolumes();
	private final Path root;

	@Activate
	public FlashDisks(@Reference DataFolder folder) throws IOException {
		root = folder.path().toAbsolutePath().resolve("media").resolve(LABEL);
		Path recordings = root.resolve("rekaman");
		if (!Files.isDirectory(root)) {
			Files.createDirectories(recordings);
			Random random = new Random(3503);
			for (int i = 1; i <= FILES; i++) {
				byte[] octets = new byte[100_000 + random.nextInt(200_000)];
				random.nextBytes(octets);
				Files.write(recordings.resolve("rekam-%04d.dat".formatted(i)), octets);
			}
		}
	}

	@Override
	public Found find() throws InterruptedException {
		List<Medium> media = new ArrayList<>(system.find() instanceof Found.Listed(List<Medium> own) ? own : List.of());
		if (Files.isDirectory(root)) {
			media.add(new Medium("3503-0A11", LABEL, "vfat", SIZE, root, true, false, "Flash Disk"));
		}
		return new Found.Listed(media);
	}
}
