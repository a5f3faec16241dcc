package id.posko.probe.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Answers to challenges, by the examples of their RFCs. */
class LoginTest {

	private static final String RFC_7616 = "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s, "
			+ "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
	private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

	private static Optional<String> answer(String user, String password, String cnonce, String... challenges) {
		return Login.of(user, password.toCharArray()).answer(List.of(challenges), "GET", "/dir/index.html", 1, cnonce);
	}

	@Test
	void digestOfRfc7616() {
		String md5 = "Digest " + RFC_7616.formatted("MD5");
		String sha = "Digest " + RFC_7616.formatted("SHA-256");
		String ofMd5 = answer("Mufasa", "Circle of Life", CNONCE, md5).orElseThrow();
		assertTrue(ofMd5.contains("response=\"8ca523f5e9506fed4657c9700eebdbec\""), ofMd5);
		String ofBoth = answer("Mufasa", "Circle of Life", CNONCE, md5, sha).orElseThrow();
		assertTrue(ofBoth.contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\""), ofBoth);
		assertTrue(ofBoth.contains(", qop=auth, nc=00000001, cnonce=\"" + CNONCE + "\""), ofBoth);
		assertTrue(ofBoth.contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""), ofBoth);
	}

	@Test
	void digestOfRfc2617() {
		String answer = answer("Mufasa", "Circle Of Life", "0a4f113b", "Digest realm=\"testrealm@host.com\", "
				+ "qop=\"auth,auth-int\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"").orElseThrow();
		assertTrue(answer.contains("response=\"6629fae49393a05397450978507c4ef1\""), answer);
	}

	/** Computed with md5sum: without qop the client adds nothing of its own. */
	@Test
	void digestOfRfc2069() {
		String answer = answer("Mufasa", "CircleOfLife", "unused", "Digest realm=\"testrealm@host.com\", "
				+ "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"").orElseThrow();
		assertTrue(answer.contains("response=\"1949323746fe6a43ef61f9606e7febea\""), answer);
		assertFalse(answer.contains("qop"), answer);
	}

	@Test
	void basicOfRfc7617() {
		assertEquals(Optional.of("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
				answer("Aladdin", "open sesame", "", "Basic realm=\"WallyWorld\""));
		assertEquals(Optional.of("Basic dGVzdDoxMjPCow=="), answer("test", "123£", "", "Basic realm=\"foo\", charset=\"UTF-8\""));
	}

	@Test
	void otherWaysAreNotAnswered() {
		assertEquals(Optional.empty(), answer("a", "b", "c", "Negotiate", "NTLM x", "Bearer realm=\"x\"",
				"Digest nonce=\"x\", algorithm=SHA-512-256", "Digest realm=\"x\"", "Basic", "Basic " + "x".repeat(5000)));
	}

	@Test
	void staleIsOfDigestAlone() {
		assertTrue(Login.isStale(List.of("Digest realm=\"x\", nonce=\"y\", stale=TRUE")));
		assertFalse(Login.isStale(List.of("Digest realm=\"stale=true\", nonce=\"y\"", "Basic stale=true")));
	}

	@Test
	void passwordsAreOverwritten() {
		char[] given = "rahasia".toCharArray();
		Login login = Login.of("a", given);
		assertEquals("\0".repeat(7), new String(given));
		login.forget();
		assertEquals("[0, 0, 0, 0, 0, 0, 0]", Arrays.toString(login.password()));
	}
}
