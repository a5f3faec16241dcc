package id.posko.procedure.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of an SOP's sheet, and the keys they stand for: labels of the head sheet, headings of the table. */
final class SheetColumns {

	/** Where a label's value goes: into the SOP, its head sheet, or its columns of "Pelaksana". */
	enum Section {
		SOP, HEAD, EXECUTORS
	}

	/** {@code several}: each further row is one more item. */
	record Label(String written, Section section, String key, boolean several) {
	}

	private static final List<Label> LABELS = List.of(label("Judul SOP", Section.SOP, "judul"),
			label("Kode", Section.SOP, "kode"), label("Instansi", Section.HEAD, "instansi"),
			label("Bidang", Section.HEAD, "bidang"), label("Nomor SOP", Section.HEAD, "nomor"),
			label("Tanggal Pembuatan", Section.HEAD, "tanggal pembuatan"),
			label("Tanggal Revisi", Section.HEAD, "tanggal revisi"),
			label("Tanggal Pengesahan", Section.HEAD, "tanggal pengesahan"),
			label("Tanggal Efektif", Section.HEAD, "tanggal efektif"),
			label("Disahkan oleh", Section.HEAD, "disahkan oleh"), labels("Dasar Hukum", Section.HEAD, "dasar hukum"),
			labels("Kualifikasi Pelaksana", Section.HEAD, "kualifikasi pelaksana"),
			labels("Keterkaitan", Section.HEAD, "keterkaitan"),
			labels("Peralatan/Perlengkapan", Section.HEAD, "peralatan"),
			labels("Peringatan", Section.HEAD, "peringatan"),
			labels("Pencatatan dan Pendataan", Section.HEAD, "pencatatan"),
			labels("Catatan Lembar Muka", Section.HEAD, "catatan"), labels("Perihal", Section.SOP, "perihal"),
			labels("Catatan", Section.SOP, "catatan"), label("Judul Tabel", Section.SOP, "judul tabel"),
			labels("Pelaksana", Section.EXECUTORS, "pelaksana"));

	/** How offices also write them. */
	private static final Map<String, String> OTHERWISE = Map.of("nama sop", "judul sop", "judul", "judul sop", "nomor",
			"nomor sop", "keterkaitan sop", "keterkaitan", "peralatan", "peralatan/perlengkapan", "pencatatan",
			"pencatatan dan pendataan", "pencatatan & pendataan", "pencatatan dan pendataan", "aktivitas", "kegiatan",
			"uraian prosedur", "kegiatan", "persyaratan", "kelengkapan");

	/** The table's columns before those of the executors, after them, and the console's own. */
	static final List<String> FIRST = List.of("no", "kegiatan");
	static final List<String> STANDARD = List.of("kelengkapan", "waktu", "output", "keterangan");
	static final List<String> OWN = List.of("bila", "lanjut ke", "kembali ke", "menetapkan", "persetujuan", "penerima",
			"tindakan", "sasaran", "isian", "manual", "catatan", "disimpulkan");
	/** Who takes a step by name, where the table has no column for each. */
	static final String WHO = "pelaksana";

	/** Columns whose cells hold one item a line. */
	static final List<String> LISTS = List.of(WHO, "menetapkan", "penerima", "catatan", "disimpulkan");

	private static final Map<String, Label> BY_WORDS = new LinkedHashMap<>();
	private static final List<String> COLUMNS = new ArrayList<>(FIRST);

	static {
		LABELS.forEach(label -> BY_WORDS.put(plain(label.written), label));
		COLUMNS.add(WHO);
		COLUMNS.addAll(STANDARD);
		COLUMNS.addAll(OWN);
	}

	private SheetColumns() {
	}

	private static Label label(String written, Section section, String key) {
		return new Label(written, section, key, false);
	}

	private static Label labels(String written, Section section, String key) {
		return new Label(written, section, key, true);
	}

	static List<Label> labels() {
		return LABELS;
	}

	static List<String> columns() {
		return COLUMNS;
	}

	static Optional<Label> label(String written) {
		return Optional.ofNullable(BY_WORDS.get(plain(written)));
	}

	/** The key of a column of the table, if the heading is one of those that every table can have. */
	static Optional<String> column(String heading) {
		return Optional.of(plain(heading)).filter(COLUMNS::contains);
	}

	static String heading(String key) {
		return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
	}

	/** Without capitals, colons, points and needless blanks, by the usual word. */
	private static String plain(String written) {
		String words = written.replaceAll("[\\s:.]+", " ").strip().toLowerCase(Locale.ROOT);
		return OTHERWISE.getOrDefault(words, words.equals("ket") ? "keterangan" : words);
	}
}
