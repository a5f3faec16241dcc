package id.posko.procedure.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.posko.procedure.Approval;
import id.posko.procedure.run.Evidence;
import id.posko.procedure.run.Move;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MoveTextTest {

	private static final List<String> TEXTS = List.of("a", "dua baris\nlagi", "\"kutip\" 'satu' \\", "- x", "&a", "*a", "!t", "{}",
			"[]", "ya: tidak", "# x", "😀 ꦗꦮ", "😀".repeat(2000), "null", "1e3", "=1+1", "x".repeat(4000), "@", "%", "a #b", "\u00A0x\u00A0y", "\uFEFFx");

	private static List<Move> moves(String text) {
		List<Evidence> all = List.of(new Evidence.Attachment("Surat", "a.pdf", "ab".repeat(32), 1L << 40),
				new Evidence.Attachment("", text, "00".repeat(32), 0), new Evidence.Form(Map.of("Nomor SK", text, "b", "c")),
				new Evidence.Result("health.online", true, text), new Evidence.Result("x", false, ""),
				new Evidence.Approved(Approval.SIGNATURE), new Evidence.Letter("470/1", LocalDate.of(2026, 3, 2), text));
		return List.of(new Move.Take(1), new Move.Keep(2, all, text), new Move.Finish(999, all, ""),
				new Move.Finish(3, List.of(), text), new Move.GiveBack(4, text), new Move.PassOver(5, text),
				new Move.Delegate(6, "ani", text), new Move.Appoint(7, text.length() > 99 || text.contains("\n") ? "Tim" : text,
						Set.of("ani", "budi")), new Move.Receive(8, text), new Move.Stop(9, text));
	}

	@Test
	void everyMoveReadsAgainAsItself() {
		for (String text : TEXTS) {
			for (Move move : moves(text)) {
				assertEquals(Optional.of(move), MoveText.parse(MoveText.of(move)), MoveText.of(move));
			}
		}
	}

	/** Wherever the reader's buffer ends. */
	@Test
	void aCharacterBeyondTheFirstPlaneStandsAnywhere() {
		for (int before = 0; before < 2; before++) {
			Move move = new Move.GiveBack(1, "x".repeat(before) + "😀".repeat(1999));
			assertEquals(Optional.of(move), MoveText.parse(MoveText.of(move)));
		}
		for (int length = 900; length < 1100; length++) {
			Move move = new Move.GiveBack(1, "x".repeat(length) + "😀");
			assertEquals(Optional.of(move), MoveText.parse(MoveText.of(move)));
		}
	}

	@Test
	void aSpoiltTextIsNoMoveOrAnother() {
		Random random = new Random(7);
		List<Move> all = new ArrayList<>();
		TEXTS.forEach(text -> all.addAll(moves(text)));
		for (int i = 0; i < 3000; i++) {
			StringBuilder text = new StringBuilder(MoveText.of(all.get(random.nextInt(all.size()))));
			for (int j = 0; j <= random.nextInt(3); j++) {
				text.setCharAt(random.nextInt(text.length()), (char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(65536)));
			}
			MoveText.parse(text.toString()).ifPresent(move -> assertEquals(Optional.of(move), MoveText.parse(MoveText.of(move))));
		}
		for (String text : List.of("", "x", "[]", "gerak: ambil", "langkah: 1", "langkah: 0\ngerak: ambil", "langkah: 1\ngerak: apa",
				"langkah: 1\ngerak: ambil\nlain: x", "langkah: 1\ngerak: selesai\nbukti:\n- berkas: a\n  sha256: x\n  byte: 1",
				"langkah: 1\ngerak: selesai\nbukti:\n- surat: a\n  tanggal: kemarin", "langkah: 1\ngerak: selesai\nbukti:\n- {}")) {
			assertEquals(Optional.empty(), MoveText.parse(text), text);
		}
	}
}
