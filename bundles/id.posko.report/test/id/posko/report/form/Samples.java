package id.posko.report.form;

import id.posko.report.document.Letterhead;
import id.posko.report.document.Signatures.Signature;
import id.posko.report.form.Disposition.Choice;
import id.posko.report.form.Disposition.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Filled forms of an office that does not exist. */
final class Samples {

	private static final Letterhead LETTERHEAD = new Letterhead(Optional.empty(), "PEMERINTAH KABUPATEN CONTOH",
			"DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
			List.of("Jalan Contoh Nomor 1, Contoh 99999, Telepon (0999) 000000", "Pos-el: dukcapil@contoh.example"));

	private Samples() {
	}

	static Signature signature(String first, String position, String name) {
		return new Signature(List.of(first, position), name, List.of("Penata Tingkat I", "NIP 19900101 201501 1 001"));
	}

	static SopSheet sop(int steps) {
		List<SopSheet.Step> rows = new ArrayList<>();
		rows.add(new SopSheet.Step("1", "Mengecek koneksi server ke modem", "ADB", "Alamat IP modem", "30 detik",
				"Koneksi terhubung", "02-01-2026 08.00.00", "02-01-2026 08.00.03", "3 detik", false, 1, ""));
		rows.add(new SopSheet.Step("2", "Melakukan pengecekan alat yang dilaporkan kerusakannya", "ADB", "Data kerusakan alat",
				"5 menit", "Hasil pengecekan alat", "02-01-2026 08.01", "02-01-2026 08.13", "12 menit", true, 1,
				"dikembalikan sekali: data kurang"));
		for (int i = 3; i <= steps; i++) {
			rows.add(new SopSheet.Step(Integer.toString(i), "Menyusun rancangan laporan data kependudukan",
					"Kasi Pengolahan dan Penyajian Data", "Rancangan awal", i == 3 ? "10 hari" : "", "Rancangan laporan",
					"03-01-2026 08.00", "03-01-2026 09.30", i == 3 ? "1 jam 30 menit" : "", false, i == 3 ? steps - 2 : 0, ""));
		}
		return new SopSheet(LETTERHEAD, "SOP PEMELIHARAAN ALAT PEREKAMAN",
				List.of(new Fact("Nomor SOP", "04/SOP/DKPS/SKRT/X/2016"), new Fact("Perkara", "Kecamatan Contoh, UPS server 1"),
						new Fact("Dimulai", "02-01-2026 08.00 oleh budi")), rows,
				List.of(signature("Mengetahui", "Kepala Bidang PIAK", "Siti Contoh"), signature("", "Kepala Seksi SIAK", ""),
						signature("Contoh, 3 Januari 2026", "Administrator Database", "Budi Contoh")));
	}

	static DamageReport damage() {
		return new DamageReport(LETTERHEAD, "400.12/001/2026", "Kepala Dinas Kependudukan dan Pencatatan Sipil",
				"Bersama ini dilaporkan hasil pengecekan alat perekaman Kecamatan Contoh:",
				List.of(new DamageReport.Item("UPS server", "SN-0001", "Mati saat listrik padam", "Baterai lemah, 3 menit",
						"Diganti sementara", "Baterai 12 V 9 Ah (ganti)", "2"),
						new DamageReport.Item("Pemindai jari", "SN-0002", "Tidak merespons", "Kaca tergores", "Tidak dapat diperbaiki",
								"Pemindai jari (tambah)", "1")),
				"Demikian untuk menjadi periksa.", List.of(signature("Contoh, 2 Januari 2026", "Administrator Database", "Budi")));
	}

	static Disposition disposition() {
		return new Disposition(LETTERHEAD, "Camat Contoh", "005/12/2026", "30-12-2025", "02-01-2026", "17", Set.of(Urgency.URGENT),
				"Permintaan pemeliharaan alat perekaman", List.of(new Choice("Sekretaris", false), new Choice("Kabid PIAK", true)),
				List.of(new Choice("Tanggapan dan saran", false), new Choice("Proses lebih lanjut", true)),
				"Tugaskan ADB, laporkan hasilnya.", signature("Contoh, 2 Januari 2026", "Kepala Dinas", "Ani Contoh"));
	}
}
