package id.posko.probe.ups;

/**
 * A value that stands where a row looks.
 *
 * @param line number of the phase; 0: of the whole UPS
 * @param source the whole OID, or the name of the variable
 * @param raw the value as the device wrote it
 */
record Found(Row row, int line, String source, String raw) {
}
