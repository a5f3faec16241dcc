package id.posko.procedure.file;

/** What a file of an SOP can do wrong, apart from what {@code report} finds in a workbook. Arguments beside each. */
public enum Rule {
	/** There is no such file. */
	NO_FILE,
	/** The file cannot be read or written: {the system's message}. */
	IO,
	/** The file is longer than may be read: {the most allowed, in KB}. */
	TOO_BIG,
	/** The file is no text in UTF-8. */
	NOT_UTF8,
	/** The file holds nothing. */
	EMPTY_FILE,
	/** Not YAML: {what the reader of YAML says}. */
	SYNTAX,
	/** An anchor: {its name}. */
	ANCHOR,
	/** An alias: {its name}. */
	ALIAS,
	/** A tag: {the tag}. */
	TAG,
	/** A second document in the same file. */
	SECOND_DOCUMENT,
	/** Nested too deep: {the deepest allowed}. */
	TOO_DEEP,
	/** Too many values: {the most allowed}. */
	TOO_MANY,
	/** A key that is no text. */
	KEY_NOT_TEXT,
	/** {the key, the line of the first}. */
	KEY_TWICE,
	/** {the key, the nearest that is known}. */
	UNKNOWN_KEY,
	/** {the key}. */
	MISSING,
	/** {the name}: cannot be used as a name here. */
	RESERVED,
	/** {the key}: a text is expected. */
	NOT_TEXT,
	/** {the key}: a list is expected. */
	NOT_LIST,
	/** {the key}: keys with values are expected. */
	NOT_KEYS,
	/** {the key, its length, the longest allowed}. */
	TOO_LONG,
	/** {the key, the character: U+0007}. */
	CONTROL,
	/** {the key, the text}: no whole number from 1 to 999. */
	NOT_A_NUMBER,
	/** {the text}. */
	NOT_A_TIME,
	/** {the text}. */
	NOT_AN_ID,
	/** {the key, the text, the words that are allowed}. */
	NOT_ONE_OF,
	/** {the step, the line of the first}. */
	NUMBER_TWICE,
	/** {the step, the one before it}. */
	NUMBER_FALLS,
	/** {the key, the step that is not there}. */
	NO_STEP,
	/** {the key, the heading}: no such column of Pelaksana. */
	NO_EXECUTOR,
	/** {the heading}: not a team. */
	NOT_A_TEAM,
	/** {the heading}: must be one of jabatan, tim, luar. */
	NOT_ONE_WHO,
	/** There are no steps. */
	NO_STEPS,
	/** More steps than may be: {the most allowed}. */
	TOO_MANY_STEPS,
	/** Neither an action nor a note why it is done by hand. */
	NO_MEANS,
	/** Both an action and a note why it is done by hand. */
	TWO_MEANS,
	/** {the key, the key without which it means nothing}. */
	NEEDS,
	/** The shared head sheet is not there: {its name}. */
	NO_HEAD,
	/** The shared head sheet is wrong: {its name, the first sentence about it}. */
	BAD_HEAD,
	/** {the aspect}: marked as inferred, but not there. */
	NOTHING_INFERRED,
	/** It can be read, but not followed to its end: {the finding}. */
	FLAW,
	/** One of the SOPs that come along has its id: {the id}. */
	TAKEN,
	/** A file of the office's own SOPs is named for another: {the name it should have}. */
	OTHER_NAME,

	/** A sheet's row is not understood: {what stands there}. */
	UNKNOWN_ROW,
	/** {what stands there}: to the right of the table or of a label's value. */
	STRAY,
	/** {the heading, the letters of the first}. */
	COLUMN_TWICE,
	/** {the heading}. */
	NO_COLUMN,
	/** The sheet has no table of steps. */
	NO_TABLE,
	/** A file is written only as .xlsx or .csv: {its name}. */
	NOT_A_FORMAT
}
