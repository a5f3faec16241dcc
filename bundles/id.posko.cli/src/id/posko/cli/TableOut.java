package id.posko.cli;

import java.nio.file.Path;

import id.posko.inventory.Problem;
import id.posko.inventory.Sentences;
import id.posko.report.Format;
import id.posko.report.StyledTable;
import id.posko.report.Table;
import id.posko.report.TableWriter;
import id.posko.report.Writing;

/** Writes a table to a file that the caller names, XLSX or CSV by its ending, and says what came of it. */
record TableOut(Call call, Path file) {

	/** Whether the file's name says what it is to be; else that is said. */
	boolean isNamed() {
		boolean isKnown = Format.ofName(file).isPresent();
		if (!isKnown) {
			call.say("report.ending", file);
		}
		return isKnown;
	}

	/** @return the exit code */
	int write(Table table) {
		return told(new TableWriter().write(call.resolve(file), Format.ofName(file).orElseThrow(), table));
	}

	/** @return the exit code */
	int write(StyledTable table) {
		return told(new TableWriter().write(call.resolve(file), Format.ofName(file).orElseThrow(), table));
	}

	/** Says what came of it. @return the exit code */
	int told(Writing writing) {
		return switch (writing) {
		case Writing.Written(long rows) -> {
			call.say("report.written", rows, file);
			yield Call.WELL;
		}
		case Writing.Refused(var fault, _) -> {
			call.say("report.refused", file, new Sentences(call.locale()).sentence(Problem.of(fault)));
			yield Call.WRONG_USE;
		}
		};
	}
}
