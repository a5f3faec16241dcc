package id.posko.transfer.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import id.posko.kit.Words;
import id.posko.transfer.backup.Definition.SecretUse;
import id.posko.transfer.backup.DefinitionText.Fault;
import id.posko.transfer.backup.DefinitionText.Read;

class DefinitionTextTest {

	private static final String FULL = """
			# backup harian SIAK
			kind = SIAK
			tool=expdp
			device=35.03/Server SIAK
			command=expdp "siak@//db 1/siak" directory=DUMP dumpfile=siak_{stamp}_%U.dmp
			env.NLS_LANG=AMERICAN_AMERICA.AL32UTF8
			secret=oracle.siak
			secret.by=input
			files=/u01/dump/siak_{stamp}_*.dmp
			log=/u01/dump/siak_{stamp}.log
			folder=/backup/siak
			limit=90m
			schedule=daily 19:00
			keep.daily=10
			drill.tool=impdp
			drill.command=impdp dumpfile={file} sqlfile=uji.sql
			""";
	private static final String LEAST = "kind=KTP-el\ntool=exp\ncommand=exp\nfiles=/a/*.dmp\n";

	private static Read read(String text) {
		return DefinitionText.read("siak", text, Tools.shipped());
	}

	@Test
	void everythingThatCanBeSaid() {
		Definition is = assertInstanceOf(Read.Right.class, read(FULL), read(FULL).toString()).definition();
		assertEquals(new Definition("siak", Kind.SIAK, "expdp", Optional.of("35.03/Server SIAK"),
				List.of("expdp", "siak@//db 1/siak", "directory=DUMP", "dumpfile=siak_{stamp}_%U.dmp"),
				Map.of("NLS_LANG", "AMERICAN_AMERICA.AL32UTF8"), Optional.of(new SecretUse("oracle.siak", Optional.empty())),
				"/u01/dump/siak_{stamp}_*.dmp", Optional.of("/u01/dump/siak_{stamp}.log"),
				Optional.of(Path.of("/backup/siak")), Duration.ofMinutes(90), Schedule.tryParse("daily 19:00"),
				new Retention(10, 4, 6, 4),
				Optional.of(new Definition.Drill("impdp", List.of("impdp", "dumpfile={file}", "sqlfile=uji.sql")))), is);
	}

	@Test
	void theLeastThatMustBeSaid() {
		Definition is = assertInstanceOf(Read.Right.class, read(LEAST), read(LEAST).toString()).definition();
		assertEquals(Duration.ofHours(4), is.limit());
		assertEquals(Retention.DEFAULT, is.retention());
		assertEquals(Optional.empty(), is.schedule());
	}

	private static void assertFault(String lines, Fault... faults) {
		assertEquals(List.of(faults), assertInstanceOf(Read.Wrong.class, read(lines), lines).faults());
	}

	@Test
	void eachFaultIsNamedWithItsLine() {
		assertFault(LEAST + "limt=3h", new Fault(5, "key", "limt"));
		assertFault(LEAST + "rubbish", new Fault(5, "key", "rubbish"));
		assertFault(LEAST + "limit=", new Fault(5, "no_value", "limit"));
		assertFault(LEAST + "kind=SIAK", new Fault(5, "twice", "kind"));
		assertFault(LEAST + "limit=3d", new Fault(5, "limit", "3d"));
		assertFault(LEAST + "limit=49h", new Fault(5, "limit", "49h"));
		assertFault(LEAST + "limit=0m", new Fault(5, "limit", "0m"));
		assertFault(LEAST + "schedule=hourly", new Fault(5, "schedule", "hourly"));
		assertFault(LEAST + "keep.daily=-1", new Fault(5, "count", "-1"));
		assertFault(LEAST + "env.A B=1", new Fault(5, "variable", "A B"));
		assertFault(LEAST + "secret.by=input", new Fault(0, "missing", "secret"));
		assertFault(LEAST + "folder=/x", new Fault(5, "folder_here", ""));
		assertFault(LEAST + "device=a/b", new Fault(0, "missing", "folder"));
		assertFault(LEAST + "drill.tool=impdp", new Fault(0, "missing", "drill.command"));
		assertFault(LEAST + "log=relative.log", new Fault(5, "path", "relative.log"));
		assertFault(LEAST + "log=/a\tb", new Fault(5, "control", ""));
		assertFault(LEAST.replace("KTP-el", "KTP"), new Fault(1, "kind", "KTP"));
		assertFault(LEAST.replace("tool=exp", "tool=exq"), new Fault(2, "tool", "exq"));
		assertFault(LEAST.replace("command=exp", "command=exp \"a"), new Fault(3, "quotes", "exp \"a"));
		assertFault(LEAST.replace("command=exp", "command=\"a\"b"), new Fault(3, "quotes", "\"a\"b"));
		assertFault(LEAST.replace("/a/*.dmp", "/a/siak.dmp"), new Fault(4, "same_file", "/a/siak.dmp"));
		assertFault(LEAST.replace("/a/*.dmp", "/a*/b.dmp"), new Fault(4, "path", "/a*/b.dmp"));
		assertFault(LEAST.replace("/a/*.dmp", "/a/"), new Fault(4, "path", "/a/"), new Fault(4, "same_file", "/a/"));
		assertFault("", new Fault(0, "missing", "kind"), new Fault(0, "missing", "files"), new Fault(0, "missing", "tool"),
				new Fault(0, "missing", "command"));
		assertEquals(List.of(new Fault(0, "name", "../x")), assertInstanceOf(Read.Wrong.class,
				DefinitionText.read("../x", LEAST, Tools.shipped())).faults());
	}

	@Test
	void eachFaultHasASentenceInBothLanguages() {
		for (String code : List.of("control", "key", "no_value", "twice", "variable", "name", "kind", "path", "folder_here",
				"same_file", "missing", "tool", "quotes", "limit", "schedule", "count", "too_large", "encoding",
				"rows")) {
			for (Locale locale : List.of(Words.INDONESIAN, Locale.ENGLISH)) {
				String said = new Fault(7, code, "").sentence(locale);
				assertEquals(true, said.contains("7") && !said.contains("{0}"), said);
			}
		}
	}

	@Test
	void noTextAtAllMakesItFail() {
		Random random = new Random(3);
		String letters = "kind=\n\"# {}stamp*/\\:.é😀\ttoolcommandfilesenv.drill0123456789";
		for (int i = 0; i < 3000; i++) {
			StringBuilder text = new StringBuilder(random.nextBoolean() ? FULL : LEAST);
			for (int j = random.nextInt(8); j >= 0; j--) {
				text.insert(random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
			}
			read(text.toString());
		}
	}
}
