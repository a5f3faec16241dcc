package id.posko.bag;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes a bag's tag files fit its payload again, after files were changed, added or removed: manifests, tag manifests,
 * Payload-Oxum, Bagging-Date; all else that bag-info.txt and other tag files say stays. A manifest with a weak hash goes;
 * where no other is left, the terms say which hashes the new ones have. A bag older than 0.97 becomes one of RFC 8493.
 * Every file is read once. Blocks; ends by interrupt at once, and then, or cut off by a kill before all is read, the bag
 * is as it was. To be used once.
 */
public final class Renewal {

	/** What no new manifest mends. */
	private static final Set<Flaw.Kind> HOPELESS = EnumSet.of(Flaw.Kind.NO_BAG, Flaw.Kind.NO_DECLARATION,
			Flaw.Kind.BAD_DECLARATION, Flaw.Kind.UNKNOWN_VERSION, Flaw.Kind.UNKNOWN_ENCODING, Flaw.Kind.WRONG_ENCODING,
			Flaw.Kind.LONG_LINE, Flaw.Kind.BAD_INFO, Flaw.Kind.NO_PAYLOAD, Flaw.Kind.NO_MANIFEST, Flaw.Kind.NOT_A_FILE,
			Flaw.Kind.UNREADABLE, Flaw.Kind.CHANGED, Flaw.Kind.TO_BE_FETCHED);

	private final Path bag;
	private final Terms terms;
	private final Consumer<Progress> progress;
	private final Staging staging;
	private final Flaws flaws = new Flaws();
	private Optional<Rewriting> rewriting = Optional.empty();

	/** @param progress told while files are read, on any thread */
	public Renewal(Path bag, Terms terms, Consumer<Progress> progress) {
		this.bag = bag;
		this.terms = terms;
		this.progress = progress;
		staging = new Staging(bag);
	}

	/** What a verification reads becomes the new manifests. */
	private final class Rewriting implements Verification.Companion {

		private Declaration old;
		private List<Integer> places;
		private TagWriter tags;

		@Override
		public List<Algorithm> begin(Declaration declaration, List<Algorithm> listed) throws IOException {
			old = declaration;
			List<Algorithm> strong = listed.stream().filter(Predicate.not(Algorithm::isWeak)).toList();
			List<Algorithm> written = strong.isEmpty() ? terms.algorithms() : strong;
			List<Algorithm> all = Stream.concat(listed.stream(), written.stream()).distinct().toList();
			places = written.stream().map(all::indexOf).toList();
			Version version = declaration.version().isWritten() ? declaration.version() : Version.V1_0;
			Charset encoding = declaration.encoding().canEncode() ? declaration.encoding() : StandardCharsets.UTF_8;
			tags = new TagWriter(staging.begin(false), new Declaration(version, encoding), written);
			rewriting = Optional.of(this);
			return all.subList(listed.size(), all.size());
		}

		@Override
		public void file(String name, long octets, byte[][] hashes) throws IOException {
			if (!tags.list(name, octets, places.stream().map(place -> hashes[place]).toArray(byte[][]::new))) {
				flaws.add(Flaw.Kind.BAD_NAME, name, 0);
			}
		}

		private void finish() throws IOException, InterruptedException {
			BagInfo info = BagInfo.read(old.version().infoFile(), new TagFile(bag, flaws), old, flaws);
			tags.finish(info.with(BagInfo.DATE, terms.date().toString()), others());
		}

		/** Tag files that somebody else put there. */
		private Map<String, Path> others() throws IOException, InterruptedException {
			Map<String, Path> others = new TreeMap<>();
			Set<String> ours = Set.of(BagPath.PAYLOAD, Declaration.FILE, Version.V0_93.infoFile(), Version.V1_0.infoFile());
			new Tree(bag, "", name -> ours.contains(name) || Manifests.isManifest(name) || Staging.isOne(name), flaws)
					.walk((file, name, _) -> {
						if (BagPath.encoded(name, old.version()).isPresent()) {
							others.put(name, file);
						} else {
							flaws.add(Flaw.Kind.BAD_NAME, name, 0);
						}
					});
			return others;
		}
	}

	/**
	 * Cut off by a kill, it leaves either the bag as it was, or one that is gone on with when this is called again and that
	 * is no complete bag until then.
	 *
	 * @throws IOException if the tag files can not be written or moved
	 */
	public Bagged renew() throws IOException, InterruptedException {
		boolean isCommitted = false;
		try {
			if (Files.isDirectory(bag)) {
				staging.resume();
			}
			Verdict verdict = new Verification(bag, terms.readers(), progress, Optional.of(new Rewriting()))
					.of(Verification.Depth.VALID);
			if (rewriting.isEmpty() || verdict.counts().keySet().stream().anyMatch(HOPELESS::contains)) {
				return new Bagged.Refused(verdict);
			}
			if (verdict.isValid() && !verdict.counts().containsKey(Flaw.Kind.WEAK)) {
				return new Bagged.Unchanged(verdict);
			}
			rewriting.get().finish();
			if (flaws.has(Flaw.Weight.INVALID)) {
				return new Bagged.Refused(flaws.verdict(0, 0, false));
			}
			isCommitted = true;
			staging.commit();
			return new Bagged.Made(verdict);
		} catch (CharacterCodingException _) { // an encoding that has not even the letters of a manifest
			flaws.add(Flaw.Kind.UNKNOWN_ENCODING, Declaration.FILE, 2, rewriting.orElseThrow().old.encoding().name());
			return new Bagged.Refused(flaws.verdict(0, 0, false));
		} catch (ClosedByInterruptException _) {
			Thread.interrupted();
			throw new InterruptedException();
		} finally {
			end(isCommitted);
		}
	}

	private void end(boolean isCommitted) throws IOException {
		if (rewriting.isPresent()) {
			rewriting.get().tags.close();
		}
		if (!isCommitted && rewriting.isPresent()) {
			staging.cancel();
		}
	}
}
