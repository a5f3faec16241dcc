package id.posko.ticket;

/** Why a move is not made; the argument is told beside each. */
public enum Refusal {
	/** No ticket of that number: {the number}. */
	UNKNOWN,
	/** It stands elsewhere: {the status}. */
	NOT_NOW,
	/** It is somebody else's: {who}. */
	NOT_YOURS,
	/** A reason, note, title or account is missing. */
	NO_TEXT,
	/** It holds characters that are none of a text. */
	BAD_TEXT,
	/** Longer than it may be: {how many characters}. */
	TOO_LONG,
	/** A line's ticket waits under the helpdesk's number. */
	NO_NUMBER,
	/** It can not go on in that one: it is over, of another kind, itself, or there is none: {the number}. */
	NOT_THERE,
	/** It went on in another one: {the number}. */
	MERGED
}
