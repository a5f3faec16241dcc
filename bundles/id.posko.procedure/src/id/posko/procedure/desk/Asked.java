package id.posko.procedure.desk;

import id.posko.procedure.Field;

/** What an action asks besides the step's own form. */
public record Asked(Field field, boolean isNeeded) {
}
