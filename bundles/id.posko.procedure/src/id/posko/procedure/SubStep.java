package id.posko.procedure;

/** A part of a step, as the SOP labels and words it: "a", "Membuka command prompt …". */
public record SubStep(String label, String text) {
}
