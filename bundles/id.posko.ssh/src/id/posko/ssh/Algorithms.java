package id.posko.ssh;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;

import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.DHGexSHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;

/**
 * What we agree to: the algorithms OpenSSH has had since 5.7 (servers of 2011) without those known to be broken (CBC,
 * RC4, MD5, the 1024-bit group, DSA). Nothing is logged: every outcome is given back.
 */
final class Algorithms extends DefaultConfig {

	private static final LoggerFactory SILENCE = new LoggerFactory() {

		@Override
		public Logger getLogger(String name) {
			return NOPLogger.NOP_LOGGER;
		}

		@Override
		public Logger getLogger(Class<?> clazz) {
			return NOPLogger.NOP_LOGGER;
		}
	};

	Algorithms() {
		setVersion("Posko");
	}

	/** Whatever the library wants: its own logging would bind SLF4J before that has its provider. */
	@Override
	public void setLoggerFactory(LoggerFactory wanted) {
		super.setLoggerFactory(SILENCE);
	}

	@Override
	protected void initKeyExchangeFactories() {
		setKeyExchangeFactories(List.of(new Curve25519SHA256.Factory(), new Curve25519SHA256.FactoryLibSsh(),
				new ECDHNistP.Factory256(), new ECDHNistP.Factory384(), new ECDHNistP.Factory521(),
				DHGroups.Group16SHA512(), DHGroups.Group18SHA512(), DHGroups.Group14SHA256(), new DHGexSHA256.Factory(),
				DHGroups.Group14SHA1(), new ExtInfoClientFactory()));
	}

	@Override
	protected void initKeyAlgorithms() {
		setKeyAlgorithms(List.of(KeyAlgorithms.EdDSA25519(), KeyAlgorithms.ECDSASHANistp256(),
				KeyAlgorithms.ECDSASHANistp384(), KeyAlgorithms.ECDSASHANistp521(), KeyAlgorithms.RSASHA512(),
				KeyAlgorithms.RSASHA256(), KeyAlgorithms.SSHRSA()));
	}

	@Override
	protected void initCipherFactories() {
		setCipherFactories(List.of(ChachaPolyCiphers.CHACHA_POLY_OPENSSH(), GcmCiphers.AES256GCM(),
				GcmCiphers.AES128GCM(), BlockCiphers.AES256CTR(), BlockCiphers.AES192CTR(), BlockCiphers.AES128CTR()));
	}

	@Override
	protected void initMACFactories() {
		setMACFactories(List.of(Macs.HMACSHA2256Etm(), Macs.HMACSHA2512Etm(), Macs.HMACSHA2256(), Macs.HMACSHA2512(),
				Macs.HMACSHA1Etm(), Macs.HMACSHA1()));
	}
}
