package id.posko.bag;

/**
 * How far a long work on a bag is: files and octets of the payload, with the whole as it was counted before,
 * or as Payload-Oxum states it, which may be wrong.
 */
public record Progress(long files, long octets, long allFiles, long allOctets) {
}
