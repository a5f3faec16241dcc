package id.posko.probe.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import id.posko.probe.Recordings;
import id.posko.kit.DeviceKind;
import id.posko.kit.Words;
import id.posko.kit.discovery.Guess;
import id.posko.kit.discovery.Sign;

class RulesTest {

	private final Rules rules = Rules.read();

	private static List<Sign> signs(String text) {
		List<Sign> signs = new ArrayList<>();
		for (String part : text.split(" & ")) {
			String[] sides = part.split("=", 2);
			signs.add(Sign.of(Sign.Kind.valueOf(sides[0]), sides.length == 1 ? "" : sides[1]));
		}
		return signs;
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "ECHO & SYSTEM=1.3.6.1.4.1.318.1.3.27;UPS_SERVER SURE",
			"SYSTEM=1.3.6.1.4.1.3180.1;-", "SYSTEM=1.3.6.1.4.1.9.1.1208;ROUTER LIKELY", "SYSTEM=1.3.6.1.4.1.90.1;-",
			"SYSTEM=1.3.6.1.4.1.2011.2.224.1;ROUTER LIKELY", "SYSTEM=1.3.6.1.4.1.2011.6.174;UPS_SERVER SURE",
			"SYSTEM=1.3.6.1.4.1.311.1.1.3.1.1 & PORT=3389;CLIENT_PC LIKELY", "SYSTEM=1.3.6.1.4.1.311.1.1.3.1.2;AFIS_SERVER LIKELY",
			"SYSTEM=1.3.6.1.4.1.8072.3.2.10 & MIB=1.3.6.1.2.1.33;UPS_SERVER SURE",
			"SYSTEM=1.3.6.1.4.1.11.2.3.9.1 & PORT=9100;PRINTER SURE", "ECHO & PORT=9100 & PORT=515;PRINTER LIKELY",
			"PORT=554;CAMERA LIKELY", "PORT=554 & RTSP=Hikvision;CAMERA SURE", "PORT=1521 & SSH=SSH-2.0-OpenSSH_8.0;AFIS_SERVER LIKELY",
			"PORT=22 & SSH=SSH-2.0-ROSSSH;ROUTER SURE", "PORT=22 & SSH=SSH-2.0-dropbear_2020.81;MODEM WEAK",
			"PORT=22 & SSH=SSH-2.0-OpenSSH_for_Windows_9.5;CLIENT_PC LIKELY", "NUT=ups & PORT=3389;UPS_CLIENT SURE",
			"PORT=3493;UPS_CLIENT WEAK", "APCUPSD=;UPS_CLIENT SURE", "DESCRIPTION=UPS SNMP Agent;UPS_SERVER LIKELY",
			"DESCRIPTION=Linux groups upset;-", "ECHO & PLACE=1;MODEM WEAK", "ECHO;-", "PORT=80 & PORT=443;-" })
	void theSurestSignDecides(String text, String guess) {
		assertEquals(guess, rules.guess(signs(text)).map(g -> g.kind() + " " + g.confidence()).orElse("-"));
	}

	@Test
	void theEvidenceSaysWhatItMeans() {
		Guess guess = rules.guess(signs("ECHO & SYSTEM=1.3.6.1.4.1.318.1.3.27 & PORT=80")).orElseThrow();
		assertEquals(List.of("sysObjectID 1.3.6.1.4.1.318.1.3.27 = APC"),
				guess.evidence().stream().map(s -> s.sentence(Words.INDONESIAN)).toList());
	}

	/** Recordings of real UPSs: lines OID|type|value; sysObjectID and whether there is any object of UPS-MIB. */
	@Test
	void everyRecordedUpsIsGuessedToBeOne() throws IOException {
		int read = 0;
		List<String> others = new ArrayList<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(Recordings.folder(), "*.snmprec")) {
			for (Path file : files) {
				List<Sign> signs = new ArrayList<>();
				for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")) {
					String[] parts = line.split("\\|", 3);
					if (parts[0].startsWith("1.3.6.1.2.1.1.2.")) {
						signs.add(Sign.of(Sign.Kind.SYSTEM, parts[2].strip()));
					} else if (parts[0].startsWith("1.3.6.1.2.1.1.1.")) {
						signs.add(Sign.of(Sign.Kind.DESCRIPTION, parts[2].strip()));
					}
					rules.mibs().keySet().stream().filter(mib -> parts[0].startsWith(mib + "."))
							.forEach(mib -> signs.add(Sign.of(Sign.Kind.MIB, mib)));
				}
				Optional<Guess> guess = rules.guess(signs);
				if (guess.filter(g -> g.kind() == DeviceKind.UPS_SERVER).isEmpty()) {
					others.add(file.getFileName() + " " + signs.stream().limit(3).toList() + " " + guess);
				}
				read++;
			}
		}
		assertTrue(read > 0);
		assertEquals(List.of(), others);
	}
}
