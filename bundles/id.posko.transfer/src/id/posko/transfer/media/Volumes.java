package id.posko.transfer.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The mounted volumes of this machine. */
public interface Volumes {

	/** Blocks until the system has answered or was given up; what is mounted itself is not touched. */
	Found find() throws InterruptedException;

	sealed interface Found {

		record Listed(List<Medium> media) implements Found {

			/** Those that can be pulled. */
			public List<Medium> removable() {
				return media.stream().filter(Medium::isRemovable).toList();
			}

			/** The one that this file or folder lies on: of several, the one mounted nearest to it. */
			public Optional<Medium> of(Path place) throws IOException {
				Path real = place.toRealPath();
				return media.stream().filter(medium -> real.startsWith(medium.root()))
						.max(Comparator.comparingInt(medium -> medium.root().getNameCount()));
			}
		}

		/** @param reason what the system said, or that it said nothing in time */
		record Unlisted(String reason) implements Found {
		}
	}
}
