package id.posko.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import id.posko.kit.DataFolder.Opening;

/**
 * In a small file system of its own: writes until it is full, frees space, writes again. Says what it finds. Arguments:
 * the folder of the file system, and "open" if it is to be full before the data folder is opened.
 */
final class FullMain {

	private FullMain() {
	}

	public static void main(String[] arguments) throws IOException {
		Path storage = Path.of(arguments[0]);
		Path ballast = storage.resolve("ballast");
		boolean fullFromTheStart = arguments.length > 1;
		Files.write(ballast, new byte[8 << 20]);
		if (fullFromTheStart) {
			fill(storage.resolve("more"));
			IO.println(new HeldFolder(storage.resolve("office"), Migrations.ours()).open());
			Files.delete(storage.resolve("more"));
		}
		HeldFolder folder = new HeldFolder(storage.resolve("office"), Migrations.ours());
		IO.println(folder.open() instanceof Opening.Open ? "open" : "not open");
		InventoryRows inventory = new InventoryRows(folder.database());
		int safe = 0;
		try {
			for (int i = 1; i < 10_000; i++) {
				inventory.write(Offices.offices(i, i, 300, "x".repeat(900)));
				safe = i;
			}
		} catch (UncheckedIOException e) {
			IO.println(e.getCause().getMessage());
		}
		Files.delete(ballast);
		IO.println("lost " + (safe - inventory.fleet().sites().size()));
		inventory.write(Offices.offices(safe + 1, safe + 1, 3, ""));
		folder.close();
		folder.open();
		IO.println("added " + (new InventoryRows(folder.database()).fleet().sites().size() - safe));
		folder.close();
	}

	private static void fill(Path file) throws IOException {
		try (var out = Files.newOutputStream(file)) {
			for (int i = 0; i < 1 << 20; i++) {
				out.write(new byte[4096]);
			}
		} catch (IOException e) {
			IO.println("full");
		}
	}
}
