package id.posko.report;

/** Takes the rows that hold something, one by one. */
@FunctionalInterface
interface RowSink {

	/** Whether more rows are wanted. */
	boolean take(Row row) throws Refusal;
}
