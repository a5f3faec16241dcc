package id.posko.health.ui;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.swt.widgets.Shell;

import id.posko.health.OfficeReadiness;
import id.posko.health.ui.map.MapFile;
import id.posko.health.ui.map.MapReading;
import id.posko.health.ui.map.RegionMap;
import id.posko.kit.DataFolder;
import id.posko.kit.Site;
import id.posko.kit.Words;
import id.posko.ui.Ask;
import id.posko.ui.Look;
import id.posko.ui.Say;
import id.posko.ui.Work;

/** Takes a file as the map of the kabupaten, if it has an area for at least one of the offices. */
public final class UseMap {

	/** What is to be said of it. */
	private sealed interface Outcome {

		record Used(RegionMap map, int placed) implements Outcome {
		}

		record Refused(String sentence) implements Outcome {
		}
	}

	@CanExecute
	boolean canExecute(Watching watching) {
		return watching.source().isPresent();
	}

	@Execute
	void execute(Shell window, Ask ask, Look look, Say say, Work work, Watching watching, DataFolder folder,
			MApplication application) {
		Words words = Words.of(UseMap.class, look.locale());
		List<Site> offices = OfficeReadiness.of(watching.fleet(), watching::health).stream().map(OfficeReadiness::site)
				.toList();
		ask.fileToOpen(window, words.say("map.choose"), "*.geojson;*.json;*.svg").ifPresent(
				file -> work.start(words.say("map.reading", file.getFileName()), _ -> use(file, folder, offices, look, words),
						outcome -> {
							switch (outcome) {
								case Outcome.Used(var map, var placed) -> {
									application.getContext().set(RegionMap.class, map);
									say.done(words.say("map.used", placed, offices.size()));
								}
								case Outcome.Refused(var sentence) -> say.problem(sentence);
							}
						}, () -> {
						}));
	}

	private static Outcome use(Path file, DataFolder folder, List<Site> offices, Look look, Words words)
			throws InterruptedException {
		return switch (MapFile.read(file)) {
			case MapReading.Refused refused -> new Outcome.Refused(MapKeeper.sentence(refused, file, look));
			case MapReading.Read(var map) -> {
				long placed = map.regions().stream().flatMap(region -> region.office(offices).stream()).distinct().count();
				if (placed == 0) {
					String names = map.regions().stream().flatMap(region -> region.names().stream().limit(1)).limit(3)
							.toList().toString();
					yield new Outcome.Refused(words.say("map.nobody", file.getFileName(), names));
				}
				yield switch (Read.of(() -> {
					new MapFile(folder.path()).keep(file);
					return (int) placed;
				})) {
					case Read.Whole<Integer>(var count) -> new Outcome.Used(map, count);
					case Read.Unreadable<Integer>(var reason) -> new Outcome.Refused(words.say("export.refused",
							folder.path(), reason));
				};
			}
		};
	}
}
