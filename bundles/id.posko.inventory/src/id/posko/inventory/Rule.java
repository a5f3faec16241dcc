package id.posko.inventory;

/** What a list or a form can do wrong, apart from what is wrong with the file itself. Arguments beside each. */
public enum Rule {
	/** A required column is missing from the heading: {its name}. */
	NO_COLUMN,
	/** Two columns have the same meaning: {the name, the letter of the first}. */
	COLUMN_TWICE,
	/** There is no row below the heading. */
	NO_ROWS,
	/** The first sheet is empty, others are not: {their names}. */
	EMPTY_SHEET,
	/** A value that must be given is not. */
	EMPTY,
	/** {its length, the longest allowed}. */
	TOO_LONG,
	/** A control character: {its code, such as U+0007}. */
	CONTROL,
	/** Excel has made a power of ten of a long number: {the text}. */
	SCIENTIFIC,
	/** {the text} is no region code. */
	NOT_A_REGION,
	/** {the text} is no kind of device; {the kinds}. */
	NOT_A_KIND,
	/** {the text} is no kind of office; {the kinds}. */
	NOT_A_SITE_KIND,
	/** {the text} is no kind of line; {the kinds}. */
	NOT_A_LINK,
	/** {the text} is no address. */
	NOT_AN_ADDRESS,
	/** {the text} is neither 1 nor 2. */
	NOT_A_KIT,
	/** {the text} is no list of settings. */
	NOT_AN_ACCESS,
	/** The office is described otherwise in an earlier row: {the row, what stands there, what stands here}. */
	SITE_DIFFERS,
	/** The same device stands in an earlier row: {the row, the device}. */
	ROW_TWICE,
	/** The device is known by the same name in other capitals: {the known name}. */
	OTHER_CASE,
	/** {the office's code} is taken. */
	SITE_EXISTS,
	/** {the device} is taken. */
	DEVICE_EXISTS,
	/** There is no office {code}. */
	NO_SITE,
	/** There is no device {key}. */
	NO_DEVICE,
	/** The parent {text} is no known device. */
	NO_PARENT,
	/** The device stands behind itself: {the way round}. */
	LOOP,
	/** A file is written only as .xlsx or .csv: {its name}. */
	NOT_A_FORMAT
}
