package id.posko.bag;

/** How far a long work on a bag is; files and octets of the payload and tag files, with the whole. */
public record Progress(long files, long octets, long allFiles, long allOctets) {
}
