package id.posko.health.online;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import id.posko.health.Cause;
import id.posko.health.Check;
import id.posko.health.Vantage;
import id.posko.health.counter.CounterReader;
import id.posko.health.counter.CounterRule;
import id.posko.health.counter.Schedulers;
import id.posko.kit.Fleet;
import id.posko.kit.Inventory;
import id.posko.kit.Site;

/**
 * The SOP "Pengiriman data perekaman biometrik online" as one action: all five checks at once, each from where it
 * has to be asked. Where an office has two kits, a step is as well as its worst way. Safe for any thread.
 */
@Component(service = OnlineSop.class)
public final class OnlineSop {

	private final Inventory inventory;
	private final Echoes echoes;
	private final Counting counting;
	private final InstantSource clock;

	@Activate
	public OnlineSop(@Reference Inventory inventory, @Reference(target = "(" + Check.ID + "=icmp)") Check echo,
			@Reference Vantage vantage, @Reference CounterReader reader) {
		this(inventory, new Echoes(echo, vantage), new Counting(reader, CounterRule.DEFAULT,
				InstantSource.system(), time -> TimeUnit.NANOSECONDS.sleep(time.toNanos())), InstantSource.system());
	}

	OnlineSop(Inventory inventory, Echoes echoes, Counting counting, InstantSource clock) {
		this.inventory = inventory;
		this.echoes = echoes;
		this.counting = counting;
		this.clock = clock;
	}

	/** Blocks for about half a minute at most; the office is one of the inventory. */
	public OnlineResult run(Site site) throws InterruptedException {
		return run(site, _ -> {
		});
	}

	/** @param found told of each way as soon as it was asked, on any thread; a step of two kits has two ways */
	public OnlineResult run(Site site, Consumer<StepResult> found) throws InterruptedException {
		Instant at = clock.instant();
		long start = System.nanoTime();
		List<StepResult> results = atOnce(questions(site, EnumSet.allOf(OnlineStep.class), found));
		List<StepResult> steps = new ArrayList<>();
		for (OnlineStep step : OnlineStep.values()) {
			results.stream().filter(result -> result.step() == step)
					.min(StepResult.WORST_FIRST)
					.ifPresent(steps::add);
		}
		return new OnlineResult(site.code(), site.name(), at, Duration.ofNanos(System.nanoTime() - start), steps);
	}

	/** One of the checks alone. @param found told of each of its ways as soon as it was asked, on any thread */
	public StepResult ask(Site site, OnlineStep step, Consumer<StepResult> found) throws InterruptedException {
		return atOnce(questions(site, EnumSet.of(step), found)).stream().min(StepResult.WORST_FIRST).orElseThrow();
	}

	private List<Callable<StepResult>> questions(Site site, Set<OnlineStep> steps, Consumer<StepResult> found) {
		Fleet fleet = inventory.fleet();
		List<Callable<StepResult>> asked = new ArrayList<>();
		Ways.of(fleet, site).stream().filter(way -> steps.contains(way.step())).forEach(way -> asked.add(() -> told(found,
				way.step(), way.toName(), way.remark(), () -> echoes.ask(way, site.link()))));
		if (steps.contains(OnlineStep.COUNTER)) {
			asked.add(() -> told(found, OnlineStep.COUNTER, Counting.COUNTER, Optional.empty(),
					() -> counting.ask(site.code(), Schedulers.of(fleet, site.code()))));
		}
		return asked;
	}

	private StepResult told(Consumer<StepResult> found, OnlineStep step, String to, Optional<Cause> remark,
			Callable<Measured> question) throws Exception {
		StepResult result = result(step, to, remark, question);
		found.accept(result);
		return result;
	}

	private StepResult result(OnlineStep step, String to, Optional<Cause> remark, Callable<Measured> question)
			throws Exception {
		Instant at = clock.instant();
		long start = System.nanoTime();
		Measured measured = question.call();
		List<Cause> remarks = new ArrayList<>(measured.remarks());
		remark.ifPresent(remarks::add);
		return new StepResult(step, measured.from(), to, measured.state(), measured.cause(), remarks,
				measured.evidence(), at, Duration.ofNanos(System.nanoTime() - start));
	}

	private static List<StepResult> atOnce(List<Callable<StepResult>> asked) throws InterruptedException {
		try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("posko-sop-", 1).factory())) {
			List<StepResult> results = new ArrayList<>();
			for (Future<StepResult> answer : threads.invokeAll(asked)) {
				results.add(answer.get());
			}
			return results;
		} catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
	}
}
