package id.posko.procedure.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.posko.procedure.Means;
import id.posko.procedure.Procedure;
import id.posko.procedure.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README tells how each step of the twenty SOPs is done. */
class ReadmeTest {

	@Test
	void everyStepStandsInTheReadmeAsItIsDone() throws IOException {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("targetplatform"))) {
			folder = folder.getParent();
		}
		List<Procedure> sops = new Library().shipped();
		List<String> written = Pattern.compile("(?m)^\\| `([a-z]+-[a-z-]+)` \\| \\d.*$")
				.matcher(Files.readString(folder.resolve("README.md"))).results().map(row -> row.group()).toList();
		assertEquals(String.join("\n", sops.stream().map(ReadmeTest::row).toList()), String.join("\n", written));
	}

	private static String row(Procedure sop) {
		List<String> cells = new ArrayList<>();
		List<Step> steps = sop.steps();
		for (int i = 0; i < steps.size();) {
			int last = i;
			while (last + 1 < steps.size() && how(steps.get(last + 1)).equals(how(steps.get(i)))) {
				last++;
			}
			String end = last == i ? "" : (last == i + 1 ? ", " : "–") + steps.get(last).number();
			cells.add(steps.get(i).number() + end + " " + how(steps.get(i)));
			i = last + 1;
		}
		return "| `" + sop.id() + "` | " + String.join(" · ", cells) + " |";
	}

	private static String how(Step step) {
		return switch (step.means()) {
			case Means.ByHand _ -> "by hand";
			case Means.Action action when action.id().equals(Means.APPROVE) -> "approval";
			case Means.Action action -> action.asksOnly() ? "form" : "`" + action.id() + "`";
		};
	}
}
