package id.posko.app;

/** Start and end of the window. */
public final class LifeCycle {
}
