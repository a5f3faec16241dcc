package id.posko.procedure.file;

import id.posko.procedure.Approval;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Move;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A move of a run as a text in YAML, as it is kept. The text reads again as an equal move. */
public final class MoveText {

	private static final int MOST_DIGITS = 18;
	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

	private MoveText() {
	}

	/** Whether a text can stand in a move: not too long, and without signs that no text may hold. */
	public static boolean isText(String text) {
		return text.length() <= Card.LONGEST_TEXT && Texts.firstForbidden(text).isEmpty();
	}

	public static String of(Move move) {
		Branch tree = new Branch();
		tree.put("langkah", move.step() + "");
		switch (move) {
			case Move.Take _ -> tree.put("gerak", "ambil");
			case Move.Keep(_, var evidence, var note) -> work(tree, "simpan", evidence, note);
			case Move.Finish(_, var evidence, var note) -> work(tree, "selesai", evidence, note);
			case Move.GiveBack(_, var reason) -> told(tree, "kembali", "alasan", reason);
			case Move.PassOver(_, var reason) -> told(tree, "lewati", "alasan", reason);
			case Move.Stop(_, var reason) -> told(tree, "henti", "alasan", reason);
			case Move.Receive(_, var receiver) -> told(tree, "terima", "penerima", receiver);
			case Move.Delegate(_, var account, var reason) -> {
				told(tree, "limpahkan", "alasan", reason);
				tree.put("kepada", account);
			}
			case Move.Appoint(_, var team, var accounts) -> {
				told(tree, "tetapkan", "tim", team);
				tree.put("anggota", accounts.stream().sorted().toList());
			}
		}
		return YamlText.of(tree.keys());
	}

	private static void told(Branch tree, String word, String key, String text) {
		tree.put("gerak", word);
		tree.put(key, text);
	}

	private static void work(Branch tree, String word, List<Evidence> evidence, String note) {
		told(tree, word, "catatan", note);
		if (!evidence.isEmpty()) {
			tree.put("bukti", Branch.of(evidence.stream().map(MoveText::of).toList()));
		}
	}

	private static Tree of(Evidence evidence) {
		Branch tree = new Branch();
		switch (evidence) {
			case Evidence.Attachment(var field, var name, var sha256, var bytes) -> {
				tree.put("berkas", name);
				tree.put("isian", field);
				tree.put("sha256", sha256);
				tree.put("byte", bytes + "");
			}
			case Evidence.Form(Map<String, String> values) -> {
				Branch form = new Branch();
				values.entrySet().stream().sorted(Map.Entry.comparingByKey())
						.forEach(value -> form.put(value.getKey(), value.getValue()));
				tree.put("formulir", form.keys());
			}
			case Evidence.Result(var action, var isWell, var sentence) -> {
				tree.put("hasil", action);
				tree.put("baik", isWell ? "ya" : "tidak");
				tree.put("kalimat", sentence);
			}
			case Evidence.Approved(var approval) -> tree.put("persetujuan", approval.word());
			case Evidence.Letter(var number, var date, var from) -> {
				tree.put("surat", number);
				tree.put("tanggal", date.toString());
				tree.put("dari", from);
			}
		}
		return tree.keys();
	}

	/** Empty if the text is no move: a text in it is too long or holds what no text may hold, or it was spoilt. */
	public static Optional<Move> parse(String text) {
		List<Problem> problems = new ArrayList<>();
		try {
			if (YamlTree.read(text) instanceof Tree.Keys keys) {
				Card card = new Card(keys, problems::add);
				Optional<Move> move = move(card);
				card.close();
				return problems.isEmpty() ? move : Optional.empty();
			}
		} catch (YamlTree.Refusal _) {
			// no move
		}
		return Optional.empty();
	}

	private static Optional<Move> move(Card card) {
		card.requires("langkah");
		int step = card.number("langkah", 1).orElse(0);
		String reason = card.text("alasan");
		String word = card.required("gerak");
		return switch (word) {
			case "ambil" -> Optional.of(new Move.Take(step));
			case "simpan" -> evidence(card).map(evidence -> new Move.Keep(step, evidence, card.text("catatan")));
			case "selesai" -> evidence(card).map(evidence -> new Move.Finish(step, evidence, card.text("catatan")));
			case "kembali" -> Optional.of(new Move.GiveBack(step, reason));
			case "lewati" -> Optional.of(new Move.PassOver(step, reason));
			case "henti" -> Optional.of(new Move.Stop(step, reason));
			case "terima" -> Optional.of(new Move.Receive(step, card.text("penerima")));
			case "limpahkan" -> Optional.of(new Move.Delegate(step, card.text("kepada"), reason));
			case "tetapkan" -> Optional.of(new Move.Appoint(step, card.text("tim"), Set.copyOf(card.lines("anggota"))));
			default -> Optional.empty();
		};
	}

	private static Optional<List<Evidence>> evidence(Card card) {
		List<Evidence> all = new ArrayList<>();
		for (Card each : card.cards("bukti")) {
			Optional<Evidence> evidence = one(each);
			each.close();
			if (evidence.isEmpty()) {
				return Optional.empty();
			}
			all.add(evidence.get());
		}
		return Optional.of(all);
	}

	private static Optional<Evidence> one(Card card) {
		if (card.has("berkas")) {
			String sha256 = card.required("sha256");
			String bytes = card.required("byte");
			return SHA256.matcher(sha256).matches() && bytes.matches("\\d{1," + MOST_DIGITS + "}") ? Optional.of(
					new Evidence.Attachment(card.text("isian"), card.text("berkas"), sha256, Long.parseLong(bytes)))
					: Optional.empty();
		}
		if (card.has("hasil")) {
			boolean isWell = card.required("baik").equals("ya");
			return Optional.of(new Evidence.Result(card.text("hasil"), isWell, card.text("kalimat")));
		}
		if (card.has("persetujuan")) {
			return Approval.of(card.text("persetujuan")).map(Evidence.Approved::new);
		}
		if (card.has("surat")) {
			try {
				return Optional.of(new Evidence.Letter(card.text("surat"), LocalDate.parse(card.required("tanggal")),
						card.text("dari")));
			} catch (DateTimeParseException _) {
				return Optional.empty();
			}
		}
		card.requires("formulir");
		Map<String, String> values = new LinkedHashMap<>();
		card.card("formulir").ifPresent(form -> form.free(_ -> false).keySet()
				.forEach(name -> form.given(name).ifPresent(value -> values.put(name, value.value()))));
		return Optional.of(new Evidence.Form(values));
	}
}
