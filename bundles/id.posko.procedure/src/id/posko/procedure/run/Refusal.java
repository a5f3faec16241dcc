package id.posko.procedure.run;

/** Why a move is not made; the argument is told beside each. */
public enum Refusal {
	/** The run has ended. */
	OVER,
	/** Another step is open: {its number}. */
	OTHER_STEP,
	/** The step is not his. */
	NOT_YOURS,
	/** Somebody has taken it: {who}. */
	TAKEN,
	/** He has done the work that this step approves: {the step}. */
	OWN_WORK,
	/** A reason has to be given. */
	NO_REASON,
	/** The SOP does not say where a return goes. */
	NO_RETURN,
	/** The step has no condition, so it cannot be passed over. */
	NO_CONDITION,
	/** A field is not filled in: {the field}. */
	NO_FIELD,
	/** Not a number: {the field}. */
	BAD_NUMBER,
	/** Not a day: {the field}. */
	BAD_DATE,
	/** None of those to choose from: {the field and its choices}. */
	BAD_CHOICE,
	/** None of those to choose from, or it does not say what is wrong: {the field and its choices}. */
	BAD_FINDING,
	/** Not the CODE/NAME of a device: {the field}. */
	BAD_DEVICE,
	/** A text where a file is asked: {the field}. */
	BAD_FILE,
	/** The approval is not confirmed: {its word}. */
	NO_APPROVAL,
	/** A step of somebody outside is recorded with the letter, or with what the step's action found. */
	NO_LETTER,
	/** A step that is done by hand needs a note; so does one whose action gave no result. */
	NO_NOTE,
	/** An addressee has not received it: {who; "" if there is none at all}. */
	NO_RECEIPT,
	/** The step names a team, and nobody is named yet: {the team}. */
	NO_TEAM,
	/** The step does not name this team: {the heading}. */
	NOT_ITS_TEAM,
	/** The step does not hand out anything, or not to this addressee: {the addressee}. */
	NOT_AN_ADDRESSEE,
	/** The run has not been told what it is about: {the subject's word}. */
	NO_SUBJECT,
	/** Somebody else moved the run at the same moment: {who}. */
	MEANWHILE,
	/** There is no such run: {its number}. */
	NO_RUN,
	/** No room brings the step's action: {the action}. */
	NO_ACTION,
	/** There is no such account: {the name}. */
	NO_ACCOUNT,
	/** That was not his own password. */
	WRONG_PASSWORD,
	/** A text holds a character that no text may hold, or is too long. */
	BAD_TEXT
}
