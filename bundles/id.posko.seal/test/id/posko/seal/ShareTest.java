package id.posko.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two officials, each with a share that was written down by hand. */
class ShareTest {

	private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private final Identity key = Identity.make();
	private final List<Share> shares = Share.split(key);

	@AfterEach
	void forget() {
		key.close();
		shares.forEach(Share::close);
	}

	private static String text(Share share) {
		return new String(share.text());
	}

	private static Share read(String text) {
		return assertInstanceOf(ShareReading.Read.class, Share.read(text)).share();
	}

	@Test
	void bothTogetherAreTheKey() {
		Joining joined = Share.join(read(text(shares.get(0))), read(text(shares.get(1))));
		assertArrayEquals(key.text(), assertInstanceOf(Joining.Joined.class, joined).identity().text());
	}

	@Test
	void eachAloneIsMadeByChanceAndAnotherTimeDifferent() {
		List<Share> again = Share.split(key);
		assertNotEquals(text(shares.get(0)), text(again.get(0)));
		assertNotEquals(text(shares.get(1)), text(again.get(1)));
		assertEquals(new Joining.OtherSplit(), Share.join(shares.get(0), again.get(1)));
	}

	@Test
	void sharesOfTwoKeysAreNotJoined() {
		try (Identity other = Identity.make()) {
			List<Share> others = Share.split(other);
			assertEquals(new Joining.OtherKeys(shares.get(0).key(), others.get(1).key()),
					Share.join(shares.get(0), others.get(1)));
		}
		assertEquals(new Joining.SameNumber(2), Share.join(shares.get(1), shares.get(1)));
	}

	@Test
	void howItIsTypedDoesNotMatter() {
		String text = text(shares.getFirst());
		for (String typed : List.of(text.toLowerCase(Locale.ROOT), text.replaceAll("\\s", ""), text.replace(' ', '-'),
				text.replace('0', 'o').replace('1', 'l'), text.replace('0', 'O').replace('1', 'i'),
				"# Bagian 1\n\n  " + text + "\n#",
				text.replace("\n", "\r\n"), text.replace(' ', '\n'))) {
			assertEquals(text, text(read(typed)));
		}
	}

	@Test
	void everyWrongLetterIsFoundInItsGroup() {
		String text = text(shares.getLast());
		for (int i = 0; i < text.length(); i++) {
			for (char letter : LETTERS.toCharArray()) {
				if (LETTERS.indexOf(text.charAt(i)) >= 0 && letter != text.charAt(i)) {
					String typed = text.substring(0, i) + letter + text.substring(i + 1);
					assertEquals(new ShareReading.Mistyped(List.of(i / 6 + 1)), Share.read(typed), typed);
				}
			}
		}
	}

	@Test
	void lettersThatChangedPlacesAreFoundInTheirGroup() {
		String text = text(shares.getFirst());
		for (int i = 0; i < text.length(); i++) {
			for (int j = i + 1; j / 6 == i / 6 && j % 6 < 5; j++) {
				if (text.charAt(i) != text.charAt(j)) {
					char[] typed = text.toCharArray();
					typed[i] = text.charAt(j);
					typed[j] = text.charAt(i);
					assertEquals(new ShareReading.Mistyped(List.of(i / 6 + 1)), Share.read(new String(typed)));
				}
			}
		}
	}

	@Test
	void groupsThatChangedPlacesAreFound() {
		List<String> groups = List.of(text(shares.getFirst()).split("\\s"));
		for (int i = 0; i < groups.size(); i++) {
			for (int j = i + 1; j < groups.size(); j++) {
				List<String> typed = new ArrayList<>(groups);
				Collections.swap(typed, i, j);
				assertEquals(new ShareReading.Mistyped(List.of(i + 1, j + 1)), Share.read(String.join(" ", typed)));
			}
		}
	}

	@Test
	void whatIsMissingOrTooMuchIsFound() {
		List<String> groups = List.of(text(shares.getFirst()).split("\\s"));
		assertEquals(new ShareReading.Incomplete(15, 16), Share.read(String.join(" ", groups.subList(0, 15))));
		assertEquals(new ShareReading.Incomplete(0, 16), Share.read(" \n# nothing\n"));
		assertEquals(new ShareReading.Mistyped(List.of(3)), Share.read(String.join(" ", groups).replaceFirst(groups.get(2),
				groups.get(2).substring(1))));
		assertInstanceOf(ShareReading.Mistyped.class, Share.read(String.join(" ", groups.subList(1, 16))));
		assertInstanceOf(ShareReading.Mistyped.class, Share.read("AGE-SECRET-KEY-1é ؟ U"));
	}

	/** The first half of one share and the second of the other: every group is right. */
	@Test
	void halvesOfTwoSharesAreNoShare() {
		String one = text(shares.get(0));
		String other = text(shares.get(1));
		assertEquals(new ShareReading.NoShare(), Share.read(one.substring(0, 48) + other.substring(48)));
	}

	@Test
	void nothingTellsTheSecret() {
		String secret = new String(key.text());
		assertFalse(key.toString().contains(secret) || shares.toString().contains(text(shares.getFirst()).substring(20, 24)));
		key.close();
		assertNotEquals(secret, new String(key.text()));
	}
}
