package id.posko.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.osgi.service.component.annotations.Component;

import id.posko.bag.Algorithm;
import id.posko.bag.BagInfo;
import id.posko.bag.Bagged;
import id.posko.bag.Bagging;
import id.posko.bag.Flaw;
import id.posko.bag.Renewal;
import id.posko.bag.Terms;
import id.posko.bag.Verdict;
import id.posko.bag.Verification;
import id.posko.bag.Verification.Depth;
import id.posko.bag.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code posko bag create|verify|update DIR}: bags of RFC 8493, wherever they lie. Ends with 0 if the bag is what it is
 * asked to be, 1 if not, with the reasons, and 2 if there is none.
 */
@Component(service = Verb.class, property = Verb.NAME + "=bag")
public final class BagVerb implements Verb {

	private final InstantSource clock = InstantSource.system();

	@Override
	public Callable<Integer> on(Call call) {
		return new Bags(call);
	}

	@Command(name = "bag")
	final class Bags implements Callable<Integer> {

		private final Call call;

		@Spec
		private CommandSpec spec;

		private Bags(Call call) {
			this.call = call;
		}

		@Override
		public Integer call() {
			throw new ParameterException(spec.commandLine(), "no command");
		}

		@Command(name = "create")
		int create(@Parameters(paramLabel = "DIR", descriptionKey = "bag.folder") Path folder,
				@Option(names = "--to", paramLabel = "DIR", descriptionKey = "bag.to") Path to,
				@Option(names = "--algorithm", paramLabel = "NAME", split = ",", defaultValue = "sha512",
						descriptionKey = "bag.algorithm") List<String> names,
				@Option(names = "--info", paramLabel = "NAME=TEXT", descriptionKey = "bag.info") List<String> said)
				throws InterruptedException {
			List<Algorithm> algorithms = algorithms(names);
			Optional<BagInfo> info = info(said == null ? List.of() : said);
			if (algorithms.size() < names.size() || info.isEmpty()) {
				return Call.WRONG_USE;
			}
			Terms terms = new Terms(Version.V1_0, algorithms, today(), Terms.READERS);
			Bagging bagging = new Bagging(call.resolve(folder), terms, info.get(), _ -> {
			});
			return make(() -> to == null ? bagging.inPlace() : bagging.copy(call.resolve(to)), "bag.made");
		}

		@Command(name = "update")
		int update(@Parameters(paramLabel = "DIR", descriptionKey = "bag.bag") Path bag) throws InterruptedException {
			return make(() -> new Renewal(call.resolve(bag), Terms.usual(today()), _ -> {
			}).renew(), "bag.renewed");
		}

		@Command(name = "verify")
		int verify(@Parameters(paramLabel = "DIR", descriptionKey = "bag.bag") Path bag,
				@Option(names = "--quick", descriptionKey = "bag.quick") boolean quick,
				@Option(names = "--complete", descriptionKey = "bag.complete") boolean complete,
				@Option(names = "--json", descriptionKey = "json") boolean json) throws InterruptedException {
			if (quick && complete) {
				call.say("bag.one_depth");
				return Call.WRONG_USE;
			}
			Depth depth = quick ? Depth.OXUM : complete ? Depth.COMPLETE : Depth.VALID;
			try {
				Verdict verdict = new Verification(call.resolve(bag), Terms.READERS, _ -> {
				}).of(depth);
				verdict.flaws().forEach(flaw -> call.out().println(json ? json(flaw) : line(flaw)));
				call.out().println(json ? json(verdict, depth) : sum(verdict, depth));
				return exit(verdict);
			} catch (IOException e) {
				return failed(e);
			}
		}

		private LocalDate today() {
			return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
		}

		private List<Algorithm> algorithms(List<String> names) {
			List<Algorithm> algorithms = new ArrayList<>();
			for (String name : names) {
				Algorithm.of(name.toLowerCase(Locale.ROOT).replace("-", "")).filter(is -> !is.isWeak() && !algorithms.contains(is))
						.ifPresentOrElse(algorithms::add, () -> call.say("bag.bad_algorithm", name));
			}
			return algorithms;
		}

		private Optional<BagInfo> info(List<String> said) {
			List<BagInfo.Field> fields = new ArrayList<>();
			for (String field : said) {
				String label = field.substring(0, Math.max(0, field.indexOf('='))).strip();
				if (BagInfo.Field.isLabel(label)) {
					fields.add(BagInfo.Field.of(label, field.substring(field.indexOf('=') + 1)));
				} else {
					call.say("bag.bad_info", field);
				}
			}
			return fields.size() < said.size() ? Optional.empty() : Optional.of(new BagInfo(fields));
		}

		/** What makes or renews a bag. */
		private interface Making {

			Bagged run() throws IOException, InterruptedException;
		}

		private int make(Making making, String done) throws InterruptedException {
			try {
				return switch (making.run()) {
				case Bagged.Made(Verdict verdict) -> {
					verdict.flaws().forEach(flaw -> call.out().println(line(flaw)));
					call.out().println(call.words().say(done, verdict.files(), verdict.octets()));
					yield Call.WELL;
				}
				case Bagged.Unchanged(Verdict verdict) -> {
					call.out().println(call.words().say("bag.unchanged", verdict.files(), verdict.octets()));
					yield Call.WELL;
				}
				case Bagged.Refused(Verdict verdict) -> {
					verdict.flaws().forEach(flaw -> call.out().println(line(flaw)));
					call.say("bag.refused");
					yield exit(verdict) == Call.WRONG_USE ? Call.WRONG_USE : Call.NOT_WELL;
				}
				};
			} catch (IOException e) {
				return failed(e);
			}
		}

		private int failed(IOException e) {
			call.say("bag.failed", e.toString());
			return Call.NOT_WELL;
		}

		private int exit(Verdict verdict) {
			return !verdict.isBag() ? Call.WRONG_USE : verdict.isComplete() ? Call.WELL : Call.NOT_WELL;
		}

		private String line(Flaw flaw) {
			return call.words().say("bag.weight." + flaw.weight(), flaw.sentence(call.locale()).replaceAll("\\p{Cntrl}", "·"));
		}

		private JsonLine json(Flaw flaw) {
			return new JsonLine().put("flaw", code(flaw.kind())).put("weight", code(flaw.weight())).put("file", flaw.file())
					.put("line", flaw.line() == 0 ? null : flaw.line()).put("arguments", flaw.arguments())
					.put("sentence", flaw.sentence(call.locale()));
		}

		private String sum(Verdict verdict, Depth depth) {
			String sum = call.words().say(!verdict.isBag() ? "bag.none" : verdict.isComplete() ? "bag.is." + depth : "bag.is_not",
					verdict.files(), verdict.octets(), verdict.count(Flaw.Weight.INVALID),
					verdict.count(Flaw.Weight.INCOMPLETE), verdict.count(Flaw.Weight.WARNING));
			long more = verdict.counts().values().stream().mapToLong(Long::longValue).sum() - verdict.flaws().size();
			return more == 0 ? sum : call.words().say("bag.more", more) + "\n" + sum;
		}

		private JsonLine json(Verdict verdict, Depth depth) {
			JsonLine counts = new JsonLine();
			verdict.counts().forEach((kind, count) -> counts.put(code(kind), count));
			return new JsonLine().put("depth", code(depth)).put("bag", verdict.isBag()).put("complete", verdict.isComplete())
					.put("valid", depth == Depth.VALID ? verdict.isValid() : null).put("files", verdict.files())
					.put("octets", verdict.octets()).put("flaws", counts);
		}

		private static String code(Enum<?> constant) {
			return constant.name().toLowerCase(Locale.ROOT);
		}
	}
}
