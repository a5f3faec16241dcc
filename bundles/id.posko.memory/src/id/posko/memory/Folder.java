package id.posko.memory;

import java.nio.file.Path;

import id.posko.kit.DataFolder;

/** A data folder that is always open. */
public record Folder(Path path) implements DataFolder {

	@Override
	public Opening open() {
		return new Opening.Open(path);
	}
}
