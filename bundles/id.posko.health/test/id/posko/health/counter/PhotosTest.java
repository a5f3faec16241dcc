package id.posko.health.counter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import id.posko.health.counter.Photos.Keeping;

/** Pictures of counters are kept whole, once, and known by their bytes. */
class PhotosTest {

	private static final byte[] JPEG = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3 };

	@TempDir
	Path data;

	private Photos photos() {
		return new Photos(() -> data);
	}

	private Path file(String name, byte... bytes) throws IOException {
		return Files.write(data.resolve(name), bytes);
	}

	private String refusal(Path file) {
		return assertInstanceOf(Keeping.Refused.class, photos().keep(file)).cause().code();
	}

	@Test
	void aPictureIsCopiedUnderItsHash() throws IOException {
		Photo kept = assertInstanceOf(Keeping.Kept.class, photos().keep(file("Foto 1.jpeg", JPEG))).photo();
		assertEquals(kept, assertInstanceOf(Keeping.Kept.class, photos().keep(file("sama.png", JPEG))).photo());
		assertEquals(Optional.of(kept), Photo.named(kept.name()));
		assertArrayEquals(JPEG, photos().bytes(kept).orElseThrow());
		try (Stream<Path> files = Files.list(data.resolve("photos"))) {
			assertEquals(1, files.count());
		}
		Files.write(data.resolve("photos").resolve(kept.name()), new byte[] { 1 });
		assertEquals(Optional.empty(), photos().bytes(kept));
	}

	@Test
	void whatIsNoPictureIsRefused() throws IOException {
		assertEquals("photo_no_picture", refusal(file("a.jpg", (byte) 'M', (byte) 'Z', (byte) 1)));
		assertEquals("photo_no_picture", refusal(file("b.jpg")));
		assertEquals("photo_unreadable", refusal(data.resolve("none.jpg")));
		assertEquals("photo_unreadable", refusal(data));
		Path large = file("c.jpg", JPEG);
		try (RandomAccessFile grown = new RandomAccessFile(large.toFile(), "rw")) {
			grown.setLength(Photos.MOST_BYTES + 1L);
		}
		assertEquals("photo_too_large", refusal(large));
		assertEquals(Optional.empty(), Photo.named("../../posko.mv.db"));
	}
}
