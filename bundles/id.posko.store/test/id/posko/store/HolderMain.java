package id.posko.store;

import java.nio.file.Path;

/** Opens the folder, says what came of it, and stays until its input ends. */
final class HolderMain {

	private HolderMain() {
	}

	public static void main(String[] arguments) throws Exception {
		HeldFolder folder = new HeldFolder(Path.of(arguments[0]), Migrations.ours());
		IO.println(folder.open().getClass().getSimpleName());
		System.in.read();
		folder.close();
	}
}
