package id.posko.report;

import java.util.List;

/** What the reader of a table should know although nothing is wrong. */
public record Remark(Code code, List<String> arguments) {

	public enum Code {
		/** The text is not UTF-8 and was read as windows-1252. */
		WINDOWS_1252,
		/** Other visible sheets hold data too and were not read: their names. */
		OTHER_SHEETS,
		/** Hidden sheets were skipped: their names. */
		HIDDEN_SHEETS
	}
}
