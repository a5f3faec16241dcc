package id.posko.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Bytes as text that people type: groups of four letters or digits (Crockford's base 32: no I, L, O, U) and a fifth
 * that checks them. The fifth is the value of a polynomial over GF(32) that begins with the group's number, so that one
 * wrong letter, two that changed places, and two groups that changed places are found, and where.
 */
final class Groups {

	/** Groups of a share. */
	static final int COUNT = Share.LENGTH * 8 / 20;
	private static final int LETTERS = 4;
	private static final int IN_LINE = 4;
	private static final int BITS = 5;
	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	/** x^5 + x^2 + 1. */
	private static final int FIELD = 0b100101;

	private Groups() {
	}

	static char[] text(byte[] bytes) {
		char[] text = new char[COUNT * (LETTERS + 2)];
		int at = 0;
		for (int group = 0; group < COUNT; group++) {
			int[] values = new int[LETTERS];
			for (int i = 0; i < LETTERS; i++) {
				values[i] = value(bytes, (group * LETTERS + i) * BITS);
				text[at++] = ALPHABET.charAt(values[i]);
			}
			text[at++] = ALPHABET.charAt(check(group + 1, values));
			text[at++] = group % IN_LINE == IN_LINE - 1 ? '\n' : ' ';
		}
		return text;
	}

	/** Five bits from this one on. */
	private static int value(byte[] bytes, int bit) {
		int value = 0;
		for (int i = bit; i < bit + BITS; i++) {
			value = value << 1 | bytes[i / 8] >> 7 - i % 8 & 1;
		}
		return value;
	}

	private static int check(int number, int[] values) {
		int check = number;
		for (int value : values) {
			int doubled = (check ^ value) << 1;
			check = doubled >= 32 ? doubled ^ FIELD : doubled;
		}
		return check;
	}

	/** Small letters are large ones; I and L are 1, O is 0. */
	static List<String> typed(CharSequence text) {
		List<String> groups = new ArrayList<>();
		for (String line : text.toString().split("\\R")) {
			if (!line.startsWith("#")) {
				String plain = line.strip().toUpperCase(Locale.ROOT).replace('I', '1').replace('L', '1').replace('O', '0');
				groups.addAll(Arrays.stream(plain.split("[\\s-]+")).filter(group -> !group.isEmpty()).toList());
			}
		}
		return groups.size() == 1 && groups.getFirst().length() == COUNT * (LETTERS + 1)
				? List.of(groups.getFirst().split("(?<=\\G.{" + (LETTERS + 1) + "})")) : groups;
	}

	/** The numbers, from 1 on, of those that are not typed rightly. */
	static List<Integer> wrong(List<String> groups) {
		return IntStream.rangeClosed(1, groups.size()).filter(number -> !isRight(number, groups.get(number - 1))).boxed()
				.toList();
	}

	private static boolean isRight(int number, String group) {
		return group.length() == LETTERS + 1 && group.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)
				&& check(number % 32, values(group)) == ALPHABET.indexOf(group.charAt(LETTERS));
	}

	private static int[] values(String group) {
		return group.chars().limit(LETTERS).map(ALPHABET::indexOf).toArray();
	}

	/** @param groups as many as there have to be, all of them right */
	static byte[] bytes(List<String> groups) {
		byte[] bytes = new byte[Share.LENGTH];
		int bit = 0;
		for (String group : groups) {
			for (int value : values(group)) {
				for (int i = BITS - 1; i >= 0; i--, bit++) {
					bytes[bit / 8] |= (byte) ((value >> i & 1) << 7 - bit % 8);
				}
			}
		}
		return bytes;
	}
}
