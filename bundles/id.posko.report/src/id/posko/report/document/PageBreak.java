package id.posko.report.document;

/** What follows begins a new page. */
public record PageBreak() implements Block {
}
