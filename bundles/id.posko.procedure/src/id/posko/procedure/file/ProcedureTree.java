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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a file has to say for {@link ProcedureReader} to make the same SOP of it again. */
final class ProcedureTree {

	private static final Spot NOWHERE = new Spot(0, 0);

	private final Map<String, Tree.Value> values = new LinkedHashMap<>();

	static Tree.Keys of(Procedure procedure) {
		ProcedureTree tree = new ProcedureTree();
		tree.put("kode", procedure.id());
		tree.put("judul", procedure.title());
		tree.put("judul tabel", procedure.tableTitle());
		tree.put("lembar muka", of(procedure.head()));
		tree.put("perihal", procedure.subjects().stream().map(Subject::word).toList());
		ProcedureTree executors = new ProcedureTree();
		procedure.executors().forEach(who -> executors.put(who.heading(), of(who)));
		tree.put("pelaksana", executors.keys());
		tree.put("catatan", procedure.notes());
		tree.put("langkah", new Tree.Items(procedure.steps().stream().map(ProcedureTree::of).toList(), NOWHERE));
		return tree.keys();
	}

	private static Tree.Keys of(Head head) {
		ProcedureTree tree = new ProcedureTree();
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
		ProcedureTree tree = new ProcedureTree();
		tree.put(switch (who) {
			case Who.Officer _ -> "jabatan";
			case Who.Team _ -> "tim";
			case Who.Outside _ -> "luar";
		}, who.name());
		return tree.keys();
	}

	private static Tree of(Step step) {
		ProcedureTree tree = new ProcedureTree();
		tree.put("no", step.number() + "");
		tree.put("kegiatan", step.activity());
		if (!step.parts().isEmpty()) {
			ProcedureTree parts = new ProcedureTree();
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
		step.receipts().ifPresent(receipts -> tree.put("penerima", items(receipts)));
		switch (step.means()) {
			case Means.ByHand(String reason) -> tree.put("manual", reason);
			case Means.Action(String id, String target, List<Field> fields) -> {
				tree.put("tindakan", id);
				tree.put("sasaran", target);
				ProcedureTree form = new ProcedureTree();
				fields.forEach(field -> form.put(field.name(), field.kind().word()));
				if (!fields.isEmpty()) {
					tree.put("isian", form.keys());
				}
			}
		}
		tree.put("catatan", step.notes());
		tree.put("disimpulkan", step.inferred().stream().sorted().map(Aspect::word).toList());
		return tree.keys();
	}

	private static Tree.Items items(List<String> texts) {
		return new Tree.Items(texts.stream().<Tree>map(text -> new Tree.Text(text, NOWHERE)).toList(), NOWHERE);
	}

	private Tree.Keys keys() {
		return new Tree.Keys(values, NOWHERE);
	}

	private void put(String key, Tree tree) {
		values.put(key, new Tree.Value(NOWHERE, tree));
	}

	private void put(String key, String text) {
		if (!text.isEmpty()) {
			put(key, new Tree.Text(text, NOWHERE));
		}
	}

	private void put(String key, List<String> texts) {
		if (!texts.isEmpty()) {
			put(key, items(texts));
		}
	}
}
