package id.posko.transfer.media;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A mounted volume as the system names it.
 *
 * @param volume
 *            its number as upper-case hexadecimal digits ({@code 1A2B3C4D} of FAT, a UUID without hyphens of others);
 *            empty where the system does not tell it
 * @param label
 *            may be empty
 * @param fileSystem
 *            {@code vfat}, {@code exFAT}, {@code NTFS} …; may be empty
 * @param size
 *            of the volume, in bytes
 * @param root
 *            where it is mounted
 * @param isRemovable
 *            it can be pulled: a flash disk, a memory card, an external disk
 * @param model
 *            of the drive; may be empty
 */
public record Medium(String volume, String label, String fileSystem, long size, Path root, boolean isRemovable,
		boolean isReadOnly, String model) {

	public Medium {
		volume = number(volume);
	}

	/** A volume's number in the one form that is kept, whichever system wrote it. */
	static String number(String text) {
		return text.replace("-", "").toUpperCase(Locale.ROOT);
	}

	/** Its label, else its drive's model, else where it is mounted. */
	public String name() {
		return !label.isBlank() ? label : !model.isBlank() ? model : root.toString();
	}
}
