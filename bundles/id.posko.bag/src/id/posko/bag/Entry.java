package id.posko.bag;

/** All that is known of one name in a bag. */
final class Entry {

	final String name;
	/** What manifests state, in the order of their algorithms; null where none does. */
	final byte[][] listed;
	boolean isFound;
	/** What the file is; null if it was not read. */
	byte[][] hashes;
	/** From where it is to be fetched, and the line of fetch.txt that says so; null if none does. */
	String address;
	long line;

	Entry(String name, int algorithms) {
		this.name = name;
		listed = new byte[algorithms][];
	}

	boolean isListed() {
		for (byte[] hash : listed) {
			if (hash != null) {
				return true;
			}
		}
		return false;
	}
}
