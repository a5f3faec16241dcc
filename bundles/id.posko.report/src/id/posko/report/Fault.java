package id.posko.report;

import java.util.List;

/** What is wrong with a cell or a file: a code and what the sentence about it needs. The room that shows it says it. */
public record Fault(Code code, List<Object> arguments) {

	public Fault {
		arguments = List.copyOf(arguments);
	}

	public static Fault of(Code code, Object... arguments) {
		return new Fault(code, List.of(arguments));
	}

	/** The arguments of each code stand beside it. */
	public enum Code {
		/** The cell holds a formula: {the formula}. */
		FORMULA,
		/** The cell belongs to merged cells: {their area, such as A1:C3}. */
		MERGED,
		/** The cell shows an error: {the error, such as #N/A}. */
		ERROR_VALUE,
		/** A number of more than 15 digits, of which Excel keeps the first 15: {the number}. */
		ROUNDED,
		/** Excel has made a date of what was typed: {the number of the day}. */
		DATE,
		/** The cell's text is too long: {its length, the longest allowed}, both in characters. */
		LONG_TEXT,

		/** There is no such file. */
		NO_FILE,
		/** A folder, a device: {its name}. */
		NOT_A_FILE,
		/** The file may not be read or written, or the medium failed: {the system's message}. */
		IO,
		/** The file holds nothing. */
		EMPTY,
		/** The file is no table: {what it is: PDF, IMAGE, HTML, RTF, OLE, ODS, DOCX, PPTX, XLSB, ZIP, BINARY}. */
		WRONG_TYPE,
		/** An Excel file of before 2007 (.xls). */
		OLD_EXCEL,
		/** The file asks for a password. */
		ENCRYPTED,
		/** The file is cut short or broken: {what was found, in technical words}. */
		DAMAGED,
		/** The file is, or unpacks to, more than may be read: {the most allowed, in MB}. */
		TOO_BIG,
		/** The file holds declarations that an honest table never has (XML entities, document types). */
		HOSTILE,
		/** Every sheet is hidden. */
		NO_SHEET,
		/** More rows than may be read: {the most allowed}; the place names the first one too many. */
		TOO_MANY_ROWS,
		/** More columns than may be read: {the most allowed}. */
		TOO_MANY_COLUMNS,
		/** A quotation mark is opened at the place and never closed. */
		OPEN_QUOTE,
		/** Reading or writing was stopped. */
		STOPPED,
		/** The folder to write into is not there: {the folder}. */
		NO_FOLDER,
		/** Nothing may be written into the folder: {the folder}. */
		CLOSED_FOLDER
	}
}
