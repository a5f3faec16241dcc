package id.posko.report.form;

/** A line of a form's head: what it is, and its value. */
public record Fact(String label, String text) {
}
