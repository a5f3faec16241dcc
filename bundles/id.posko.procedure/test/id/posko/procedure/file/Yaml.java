package id.posko.procedure.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;

/** SOPs in YAML for tests. */
final class Yaml {

	static final String HEAD = """
			instansi: DINAS KABUPATEN CONTOH
			nomor: 1/SOP/2026
			tanggal pembuatan: 2 Januari 2026
			tanggal efektif: 5/1/2026
			dasar hukum: [UU 24/2013]
			kualifikasi pelaksana: [SMA]
			keterkaitan: [SOP Surat Masuk]
			peralatan: [Komputer]
			peringatan: [Jangan terlambat]
			pencatatan: [Buku register]
			""";

	/** Line 7 is the first step's number. */
	static final String SMALL = """
			kode: contoh
			judul: SOP CONTOH
			lembar muka: bersama
			pelaksana:
			  ADB: {jabatan: ADB}
			langkah:
			  - no: 1
			    kegiatan: Memeriksa
			    pelaksana: ADB
			    waktu: 5 menit
			    tindakan: health.check
			  - no: 2
			    kegiatan: Melaporkan
			    pelaksana: [ADB]
			    waktu: tentatif
			    kembali ke: 1
			    manual: Disampaikan lisan.
			""";

	private Yaml() {
	}

	static Parsed read(String text) {
		return read(text.getBytes(StandardCharsets.UTF_8), HEAD);
	}

	static Parsed read(byte[] bytes, String head) {
		return ProcedureFiles.readYaml(() -> bytes, name -> {
			if (!name.equals("bersama" + ProcedureFiles.HEAD_ENDING)) {
				throw new NoSuchFileException(name);
			}
			return head.getBytes(StandardCharsets.UTF_8);
		});
	}
}
