package id.posko.bag;

import java.util.Optional;
import java.util.stream.Stream;

/** A version of BagIt: the drafts 0.93 to 0.97, and RFC 8493, which is 1.0. */
public enum Version {

	V0_93("0.93"), V0_94("0.94"), V0_95("0.95"), V0_96("0.96"), V0_97("0.97"), V1_0("1.0");

	private final String number;

	Version(String number) {
		this.number = number;
	}

	static Optional<Version> of(String number) {
		return Stream.of(values()).filter(version -> version.number.equals(number)).findFirst();
	}

	/** As bagit.txt says it: 1.0 */
	public String number() {
		return number;
	}

	/** Whether bags of it are made, not only judged. */
	public boolean isWritten() {
		return compareTo(V0_97) >= 0;
	}

	/** Since RFC 8493 every payload manifest lists every file, once, and %, CR and LF in names are encoded. */
	boolean isStrict() {
		return this == V1_0;
	}

	/** The name of the file about the bag itself. */
	String infoFile() {
		return compareTo(V0_95) <= 0 ? "package-info.txt" : "bag-info.txt";
	}
}
