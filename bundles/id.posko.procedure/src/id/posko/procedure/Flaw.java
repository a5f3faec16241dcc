package id.posko.procedure;

/** What can be odd about an SOP. An error keeps it from being started; a notice is only told. Arguments beside each. */
public enum Flaw {
	/** No way through the table leads to the step. */
	UNREACHABLE(true),
	/** {the role}: nobody has it. */
	NO_SUCH_ROLE(true),
	/** {the step}: a return goes to an earlier step. */
	RETURNS_AHEAD(true),
	/** {the step}: after a step comes a later one, else a run never ends. */
	GOES_BACK(true),

	/** The steps have no standard time: their clocks are measured against nothing. */
	NO_TIME(false),
	/** {the time}: one time for all the steps together. */
	SHARED_TIME(false),
	/** {the target}: the steps ask the same target. */
	ONE_TARGET(false),
	/** {the output}: the steps are worded alike and have the same output. */
	TWINS(false),
	/** {what is asked for, the output of the other step}: worded alike, yet not the same. */
	OUTPUT_DIFFERS(false),
	/** {the first number that is missing}. */
	GAP(false),
	/** {the heading}: no step is theirs. */
	IDLE_EXECUTOR(false),
	/** {the team}: no step says who is in it. */
	TEAM_NOT_APPOINTED(false),
	/** {the title, the title of the table}. */
	TITLES_DIFFER(false),
	/** {what stands there, what is meant}. */
	MISSPELT(false),
	/** {the number, the year in it, the date of making}. */
	NUMBER_OF_OTHER_YEAR(false),
	/** {the earlier date in order, the later}: in the wrong order. */
	DATES_FALL(false),
	/** Neither a date of effect nor one of endorsement. */
	NO_EFFECT(false),
	/** {what the head sheet leaves empty}. */
	EMPTY_HEAD(false),
	/** {the text} of the one who typed the SOP in. */
	NOTE(false);

	private final boolean isError;

	Flaw(boolean isError) {
		this.isError = isError;
	}

	public boolean isError() {
		return isError;
	}
}
