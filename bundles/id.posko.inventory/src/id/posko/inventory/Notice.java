package id.posko.inventory;

import id.posko.report.Remark;
import java.util.List;

/** What the reader of an import plan should know although nothing is wrong: a key of this room's texts. */
public record Notice(String key, List<String> arguments) {

	static Notice of(Remark remark) {
		return new Notice("notice." + remark.code().name(), List.of(String.join(", ", remark.arguments())));
	}

	static Notice unknownColumn(String letters, String heading) {
		return new Notice("notice.UNKNOWN_COLUMN", List.of(letters, heading));
	}
}
