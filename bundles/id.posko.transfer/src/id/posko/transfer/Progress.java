package id.posko.transfer;

/**
 * How far a long work is.
 *
 * @param files
 *            files that are through
 * @param ofFiles
 *            all files
 * @param bytes
 *            bytes that are through, also of the file at hand
 * @param ofBytes
 *            all bytes
 * @param at
 *            the file at hand, below the folder of the work with {@code /} between its names; may be empty
 */
public record Progress(long files, long ofFiles, long bytes, long ofBytes, String at) {
}
