package id.posko.health.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.model.application.MApplication;

import id.posko.health.DeviceHealth;
import id.posko.health.ui.map.MapFile;
import id.posko.health.ui.map.MapReading;
import id.posko.health.ui.map.RegionMap;
import id.posko.kit.DataFolder;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.Words;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.UiThread;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** Puts the data folder's map into the application's context: when the folder is open, and when the fleet changed. */
public final class MapKeeper implements Watching.Viewer {

	/** A file as it was when it was read. */
	private record Known(Path file, FileTime changed, long size) {

		static Optional<Known> of(Path file) {
			try {
				BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
				return Optional.of(new Known(file, is.lastModifiedTime(), is.size()));
			} catch (IOException _) {
				return Optional.empty(); // gone meanwhile
			}
		}
	}

	@Inject
	private Look look;
	@Inject
	private Say say;
	@Inject
	private UiThread ui;
	@Inject
	private MApplication application;

	private Optional<Inventory.Subscription> watched = Optional.empty();
	private Optional<DataFolder> folder = Optional.empty();
	private Optional<Known> known = Optional.empty();

	@Inject
	@org.eclipse.e4.core.di.annotations.Optional
	void follow(Watching watching, DataFolder newFolder) {
		end();
		folder = Optional.ofNullable(newFolder);
		if (watching != null && folder.isPresent()) {
			watched = Optional.of(watching.watch(this));
		}
	}

	@Override
	public void all(Fleet fleet, List<DeviceHealth> healths) {
		folder.ifPresent(where -> Thread.ofVirtual().name("map").start(() -> look(new MapFile(where.path()))));
	}

	private synchronized void look(MapFile map) {
		Optional<Known> there = map.file().flatMap(Known::of);
		if (there.equals(known)) {
			return;
		}
		known = there;
		Optional<MapReading> read = there.map(file -> MapFile.read(file.file()));
		ui.later(() -> {
			switch (read.orElse(null)) {
				case MapReading.Read(var areas) -> application.getContext().set(RegionMap.class, areas);
				case MapReading.Refused refused -> say.problem(sentence(refused, there.get().file(), look));
				case null -> application.getContext().remove(RegionMap.class);
			}
		});
	}

	static String sentence(MapReading.Refused refused, Path file, Look look) {
		Words words = Words.of(MapKeeper.class, look.locale());
		return words.say("map.refused", file.getFileName(),
				words.say("map.fault." + refused.fault(), refused.arguments().toArray()));
	}

	@PreDestroy
	void end() {
		watched.ifPresent(Inventory.Subscription::close);
		watched = Optional.empty();
	}
}
