package id.posko.health;

/** What a check brought back besides its answer. */
public sealed interface Finding permits Reading, Picture {
}
