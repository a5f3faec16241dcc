package id.posko.staff;

import java.time.Instant;

/**
 * What somebody did.
 *
 * @param number from 1, without gaps
 * @param who account; {@code where} the machine he sat at
 * @param act what, in few words of the code; {@code object} to what
 * @param purpose why: a reason, a letter's number; may be empty
 * @param count of rows or things concerned
 * @param hash SHA-256 over the hash before and this line, in hexadecimal
 */
public record Entry(long number, Instant at, String who, String where, String act, String object, String purpose,
		long count, String hash) {
}
