package id.posko.bench.window;

/** The life cycle of the empty window: nothing happens besides. */
public final class NothingElse {
}
