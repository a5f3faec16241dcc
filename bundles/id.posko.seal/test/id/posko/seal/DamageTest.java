package id.posko.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import com.exceptionfactory.jagged.framework.format.StandardPayloadKeyReader;

import id.posko.seal.Flaw.Damage;

/** A sealed file that is not what was sealed gives its reason and never an output file. */
class DamageTest {

	private static final int CHUNK = 65552;
	private static final int ROUNDS = Boolean.getBoolean("posko.long") ? 20_000 : 300;

	@TempDir
	Path folder;
	private Path empty;
	private final Identity key = Identity.make();
	private final Identity other = Identity.make();

	@BeforeEach
	void makeAFolder() throws IOException {
		empty = Files.createDirectory(folder.resolve("empty"));
	}

	@AfterEach
	void forget() {
		key.close();
		other.close();
	}

	private byte[] sealed(int length) throws IOException, InterruptedException {
		Path plain = Bytes.file(folder, "a", Bytes.random(length));
		Path file = Bytes.seal(plain, folder, other.recipient(), key.recipient()).file();
		byte[] sealed = Files.readAllBytes(file);
		Files.delete(file);
		return sealed;
	}

	private Flaw refused(byte[] sealed) throws IOException, InterruptedException {
		return Bytes.refused(Bytes.file(folder, "b.age", sealed), key, empty);
	}

	/** Where the sealed bytes begin: after the header and the nonce. */
	private static int payload(byte[] sealed) {
		String text = new String(sealed, StandardCharsets.ISO_8859_1);
		return text.indexOf('\n', text.indexOf("\n--- ") + 1) + 1 + 16;
	}

	@Test
	void everyCutIsSeen() throws IOException, InterruptedException {
		byte[] sealed = sealed(2 * 65536 + 100);
		int payload = payload(sealed);
		for (int length = 0; length < payload + 16; length++) {
			Flaw flaw = refused(Arrays.copyOf(sealed, length));
			if (length == 0) {
				assertEquals(new Flaw.NotSealed(), flaw);
			} else {
				assertEquals(Damage.CUT, assertInstanceOf(Flaw.Damaged.class, flaw, "cut to " + length).damage(), flaw.toString());
			}
		}
		assertEquals(new Flaw.Damaged(Damage.CUT, payload), refused(Arrays.copyOf(sealed, payload + CHUNK)));
		assertEquals(new Flaw.Damaged(Damage.CUT, payload + CHUNK), refused(Arrays.copyOf(sealed, payload + 2 * CHUNK)));
		assertEquals(new Flaw.Damaged(Damage.END, payload + 2 * CHUNK), refused(Arrays.copyOf(sealed, sealed.length - 1)));
		Random random = new Random(4);
		for (int i = 0; i < ROUNDS; i++) {
			assertEquals(Set.of(true), Set.of(EnumSet.of(Damage.CUT, Damage.END).contains(assertInstanceOf(Flaw.Damaged.class,
					refused(Arrays.copyOf(sealed, payload + random.nextInt(sealed.length - payload)))).damage())));
		}
	}

	@Test
	void everyChangedBitIsSeen() throws IOException, InterruptedException {
		byte[] sealed = sealed(65536 + 100);
		Random random = new Random(5);
		int payload = payload(sealed);
		for (int i = 0; i < ROUNDS; i++) {
			int at = i % 2 == 0 ? random.nextInt(payload) : random.nextInt(sealed.length);
			byte[] changed = sealed.clone();
			changed[at] ^= (byte) (1 << random.nextInt(8));
			Flaw flaw = refused(changed);
			if (at >= payload) {
				assertEquals(at >= payload + CHUNK ? new Flaw.Damaged(Damage.END, payload + CHUNK)
						: new Flaw.Damaged(Damage.CHANGED, payload), flaw);
			}
		}
	}

	@Test
	void aChangedChecksumOfTheHeaderIsSeen() throws IOException, InterruptedException {
		byte[] sealed = sealed(10);
		int at = payload(sealed) - 16 - 10;
		sealed[at] = (byte) (sealed[at] == 'A' ? 'B' : 'A');
		assertEquals(new Flaw.Damaged(Damage.HEADER, 0), refused(sealed));
	}

	@Test
	void whatFollowsTheEndIsSeen() throws IOException, InterruptedException {
		byte[] sealed = sealed(65536);
		assertEquals(new Flaw.Damaged(Damage.ADDED, payload(sealed)), refused(Arrays.copyOf(sealed, sealed.length + 1)));
		byte[] shorter = sealed(100);
		assertEquals(new Flaw.Damaged(Damage.END, payload(shorter)), refused(Arrays.copyOf(shorter, shorter.length + 40)));
		byte[] twice = Arrays.copyOf(shorter, shorter.length * 2);
		System.arraycopy(shorter, 0, twice, shorter.length, shorter.length);
		assertInstanceOf(Flaw.Damaged.class, refused(twice));
	}

	/** Chunks of one file in another order, left out, or twice. */
	@Test
	void chunksKeepTheirPlaces() throws IOException, InterruptedException {
		byte[] sealed = sealed(3 * 65536);
		int payload = payload(sealed);
		for (int[] order : List.of(new int[] { 1, 0, 2 }, new int[] { 0, 2 }, new int[] { 0, 0, 1, 2 }, new int[] { 2 })) {
			ByteArrayOutputStream mixed = new ByteArrayOutputStream();
			mixed.write(sealed, 0, payload);
			for (int chunk : order) {
				mixed.write(sealed, payload + chunk * CHUNK, CHUNK);
			}
			assertEquals(Damage.CHANGED, assertInstanceOf(Flaw.Damaged.class, refused(mixed.toByteArray())).damage());
		}
	}

	/** As the testkit of C2SP's CCTV has them: made with the file's own key, so that every tag is right. */
	@Test
	void aLastChunkThatIsEmptyIsRefusedUnlessItIsTheOnlyOne()
			throws IOException, InterruptedException, GeneralSecurityException {
		assertEquals(Damage.CHANGED, assertInstanceOf(Flaw.Damaged.class, refused(chunks(65536, 0))).damage());
		assertEquals(Damage.END, assertInstanceOf(Flaw.Damaged.class, refused(chunks(100, 5))).damage());
		assertEquals(new Unsealing.Opened(folder.resolve("zero"), 0),
				Bytes.unseal(Bytes.file(folder, "c.age", chunks(0)), key, folder.resolve("zero")));
		assertEquals(new Unsealing.Opened(folder.resolve("two"), 65541),
				Bytes.unseal(Bytes.file(folder, "d.age", chunks(65536, 5)), key, folder.resolve("two")));
	}

	private byte[] chunks(int... lengths) throws IOException, InterruptedException, GeneralSecurityException {
		byte[] sealed = sealed(10);
		CipherKey payloadKey = new StandardPayloadKeyReader().getPayloadKey(ByteBuffer.wrap(sealed), List.of(key.reader()));
		ByteArrayOutputStream made = new ByteArrayOutputStream();
		made.write(sealed, 0, payload(sealed));
		for (int i = 0; i < lengths.length; i++) {
			byte[] nonce = new byte[12];
			nonce[10] = (byte) i;
			nonce[11] = (byte) (i == lengths.length - 1 ? 1 : 0);
			Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
			cipher.init(Cipher.ENCRYPT_MODE, payloadKey, new IvParameterSpec(nonce));
			made.write(cipher.doFinal(new byte[lengths[i]]));
		}
		return made.toByteArray();
	}

	/** The seal is right, what is in it says that it was compressed here, and is not. */
	@Test
	void brokenCompressionIsNoGarbage() throws IOException, InterruptedException {
		byte[] text = HexFormat.of().formatHex(Bytes.random(1_500_000)).getBytes(StandardCharsets.UTF_8);
		Path sealed = Bytes.seal(Bytes.file(folder, "t", text), folder, key.recipient()).file();
		Path plain = folder.resolve("t.gz");
		byte[] gzip;
		try (Unsealed in = new Unsealed(Files.newByteChannel(sealed), Opener.of(key))) {
			gzip = in.readAllBytes();
		}
		gzip[gzip.length / 2] ^= 1;
		Path folderAgain = Files.createDirectory(folder.resolve("again"));
		Path again = Bytes.seal(Files.write(plain, gzip), folderAgain, key.recipient()).file();
		assertEquals(Damage.CHANGED, assertInstanceOf(Flaw.Damaged.class, Bytes.refused(again, key, empty)).damage());
	}

	/** GZIPInputStream takes a fault where another member begins for the end. */
	@Test
	void aFaultIsSaidAgainHoweverOftenItIsRead() throws IOException, InterruptedException {
		byte[] sealed = sealed(65536 + 100);
		sealed[sealed.length - 1] ^= 1;
		try (Unsealed plain = new Unsealed(Channels.newChannel(new ByteArrayInputStream(sealed)), Opener.of(key))) {
			assertEquals(65536, plain.readNBytes(65536).length);
			for (int i = 0; i < 3; i++) {
				assertThrows(BadSeal.class, plain::read);
				assertThrows(BadSeal.class, plain::available);
			}
		}
	}

	/** Every chunk of a file of many members, so that faults fall on their beginnings, ends and middles. */
	@Test
	void damagedCompressionIsSeenInEveryChunk() throws IOException, InterruptedException {
		byte[] text = HexFormat.of().formatHex(Bytes.random(2_600_000)).getBytes(StandardCharsets.UTF_8);
		byte[] sealed = Files.readAllBytes(Bytes.seal(Bytes.file(folder, "t", text), folder, key.recipient()).file());
		for (int at = payload(sealed); at < sealed.length; at += CHUNK) {
			byte[] changed = sealed.clone();
			changed[at] ^= 1;
			assertInstanceOf(Flaw.Damaged.class, refused(changed));
			assertInstanceOf(Flaw.Damaged.class, refused(Arrays.copyOf(sealed, at)));
		}
	}

	@Test
	void whatIsNoSealedFileIsSaidSo() throws IOException, InterruptedException {
		for (String text : List.of("", "age", "PK\u0003\u0004", "age-encryption.org/v1", "age-encryption.org/v1 \n",
				"\n".repeat(100_000))) {
			Flaw flaw = refused(text.getBytes(StandardCharsets.ISO_8859_1));
			assertTrue(flaw instanceof Flaw.NotSealed
					|| flaw instanceof Flaw.Damaged(Damage damage, long _) && damage == Damage.CUT, text + flaw);
		}
		assertEquals(new Flaw.NotSealed(), refused(Bytes.random(200_000)));
		assertEquals(new Flaw.Unsupported(List.of("v2")),
				refused("age-encryption.org/v2\n-> x\n".getBytes(StandardCharsets.US_ASCII)));
		assertInstanceOf(Flaw.Damaged.class, refused(("age-encryption.org/v1\n" + "-> X25519 a\n\n".repeat(9000))
				.getBytes(StandardCharsets.US_ASCII)));
	}

	@Test
	void anotherKeyOpensNothing() throws IOException, InterruptedException {
		Path file = Bytes.seal(Bytes.file(folder, "a", Bytes.random(9)), folder, other.recipient()).file();
		assertEquals(new Flaw.WrongKey(), Bytes.refused(file, key, empty));
	}
}
