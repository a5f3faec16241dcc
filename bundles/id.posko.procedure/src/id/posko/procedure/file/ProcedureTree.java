package id.posko.procedure.file;

import id.posko.procedure.Approval;
import id.posko.procedure.Aspect;
import id.posko.procedure.Field;
import id.posko.procedure.Head;
import id.posko.procedure.Means;
import id.posko.procedure.Procedure;
import id.posko.procedure.Step;
import id.posko.procedure.Subject;
import id.posko.procedure.SubStep;
import id.posko.procedure.Who;
import java.util.List;

/** What a file has to say for {@link ProcedureReader} to make the same SOP of it again. */
final class ProcedureTree {

	private ProcedureTree() {
	}

	static Tree.Keys of(Procedure procedure) {
		Branch tree = new Branch();
		tree.put("kode", procedure.id());
		tree.put("judul", procedure.title());
		tree.put("judul tabel", procedure.tableTitle());
		tree.put("lembar muka", of(procedure.head()));
		tree.put("perihal", procedure.subjects().stream().map(Subject::word).toList());
		Branch executors = new Branch();
		procedure.executors().forEach(who -> executors.put(who.heading(), of(who)));
		tree.put("pelaksana", executors.keys());
		tree.put("catatan", procedure.notes());
		tree.put("langkah", Branch.of(procedure.steps().stream().map(ProcedureTree::of).toList()));
		return tree.keys();
	}

	private static Tree.Keys of(Head head) {
		Branch tree = new Branch();
		tree.put("instansi", head.office());
		tree.put("bidang", head.division());
		tree.put("nomor", head.number());
		tree.put("tanggal pembuatan", head.made());
		tree.put("tanggal revisi", head.revised());
		tree.put("tanggal pengesahan", head.endorsed());
		tree.put("tanggal efektif", head.effective());
		tree.put("disahkan oleh", head.endorsedBy());
		tree.put("dasar hukum", head.legalBasis());
		tree.put("kualifikasi pelaksana", head.qualifications());
		tree.put("keterkaitan", head.related());
		tree.put("peralatan", head.equipment());
		tree.put("peringatan", head.warnings());
		tree.put("pencatatan", head.records());
		tree.put("catatan", head.notes());
		return tree.keys();
	}

	private static Tree of(Who who) {
		Branch tree = new Branch();
		tree.put(switch (who) {
			case Who.Officer _ -> "jabatan";
			case Who.Team _ -> "tim";
			case Who.Outside _ -> "luar";
		}, who.name());
		return tree.keys();
	}

	private static Tree of(Step step) {
		Branch tree = new Branch();
		tree.put("no", step.number() + "");
		tree.put("kegiatan", step.activity());
		if (!step.parts().isEmpty()) {
			Branch parts = new Branch();
			for (SubStep part : step.parts()) {
				parts.put(part.label(), part.text());
			}
			tree.put("rincian", parts.keys());
		}
		tree.put("pelaksana", step.who().stream().map(Who::heading).toList());
		tree.put("kelengkapan", step.requirement());
		tree.put("waktu", step.time().written());
		tree.put("output", step.output());
		tree.put("keterangan", step.remark());
		tree.put("bila", step.condition());
		step.next().ifPresent(next -> tree.put("lanjut ke", next == 0 ? StepReader.END : next + ""));
		step.returnsTo().ifPresent(target -> tree.put("kembali ke", target + ""));
		tree.put("menetapkan", step.appoints().stream().map(Who::heading).toList());
		tree.put("persetujuan", step.approval().map(Approval::word).orElse(""));
		step.receipts().ifPresent(receipts -> tree.put("penerima", Branch.items(receipts)));
		switch (step.means()) {
			case Means.ByHand(String reason) -> tree.put("manual", reason);
			case Means.Action(String id, String target, List<Field> fields) -> {
				tree.put("tindakan", id);
				tree.put("sasaran", target);
				Branch form = new Branch();
				fields.forEach(field -> form.put(field.name(), field.written()));
				if (!fields.isEmpty()) {
					tree.put("isian", form.keys());
				}
			}
		}
		tree.put("catatan", step.notes());
		tree.put("disimpulkan", step.inferred().stream().sorted().map(Aspect::word).toList());
		return tree.keys();
	}
}
