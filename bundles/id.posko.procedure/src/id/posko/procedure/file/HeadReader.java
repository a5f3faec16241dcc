package id.posko.procedure.file;

import id.posko.procedure.Head;

/** Reads a head sheet. */
final class HeadReader {

	private HeadReader() {
	}

	static Head read(Card card) {
		Head head = new Head(card.required("instansi"), card.text("bidang"), card.required("nomor"),
				card.text("tanggal pembuatan"), card.text("tanggal revisi"), card.text("tanggal pengesahan"),
				card.text("tanggal efektif"), card.text("disahkan oleh"), card.lines("dasar hukum"),
				card.lines("kualifikasi pelaksana"), card.lines("keterkaitan"), card.lines("peralatan"),
				card.lines("peringatan"), card.lines("pencatatan"), card.lines("catatan"));
		card.close();
		return head;
	}
}
