package id.posko.procedure.ui;

import java.util.Map;
import java.util.stream.Collectors;

import id.posko.procedure.run.Run;

/** What a run is about, in one line. */
final class Matter {

	private Matter() {
	}

	static String said(Run run) {
		return run.matter().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue)
				.collect(Collectors.joining("; ")).replace('\n', ' ');
	}
}
