package academy.coldstart.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

/**
 * Lets functions compute without end beside one that has to answer in time.
 */
@Component
final class NoiseDrill implements Drill {

	private static final int FEWEST_LOOPS = 4;

	/** Longer than all honest invocations take. */
	private static final int LOOP_SECONDS = 120;

	private static final String BEGINNING = "the loop begins";

	private static final int INVOCATIONS = 20;

	private static final String HONEST = "def handler(event, context):\n    return sum(n * n for n in range(event))\n";

	private static final String EVENT = "500000";

	private static final String ANSWER = "41666541666750000";

	@Override
	public String name() {
		return "noise";
	}

	@Override
	public Finding run(AttackCase attack, Site site) throws InterruptedException {
		List<DeployedFunction> all = new ArrayList<>();
		try {
			int loops = Math.max(FEWEST_LOOPS, Runtime.getRuntime().availableProcessors());
			List<CompletableFuture<FunctionAnswer>> noise = makeNoise(loops, attack, site, all);
			DeployedFunction function = site.deploy(HONEST, run(1));
			all.add(function);
			function.startOrFail();
			return late(function).or(() -> ended(noise))
				.map(Finding::escaped)
				.orElseGet(
						() -> attack.asExpected(INVOCATIONS + " invocations beside " + loops + " loops were in time"));
		}
		finally {
			all.forEach(DeployedFunction::close);
		}
	}

	private static FunctionRun run(int timeout) {
		return new FunctionRun("app.py", 0, timeout, 0, 0, Map.of(), Expectation.ANY);
	}

	private static List<CompletableFuture<FunctionAnswer>> makeNoise(int loops, AttackCase attack, Site site,
			List<DeployedFunction> all) throws InterruptedException {
		long before = begun(site);
		List<CompletableFuture<FunctionAnswer>> noise = new ArrayList<>();
		for (int i = 0; i < loops; i++) {
			DeployedFunction neighbour = site.deploy(attack.file("app.py"), run(LOOP_SECONDS));
			all.add(neighbour);
			neighbour.startOrFail();
			noise.add(CompletableFuture.supplyAsync(() -> neighbour.invoke("now"),
					(task) -> Thread.ofVirtual().start(task)));
		}
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LOOP_SECONDS);
		while (begun(site) < before + loops && ended(noise).isEmpty() && System.nanoTime() < end) {
			Thread.sleep(10);
		}
		if (begun(site) < before + loops) {
			throw new IllegalStateException("The loops did not begin: " + ended(noise).orElse("nobody knows why"));
		}
		return noise;
	}

	private static long begun(Site site) {
		return site.trace().logs().stream().filter((line) -> line.text().contains(BEGINNING)).count();
	}

	private static Optional<String> late(DeployedFunction function) {
		for (int i = 0; i < INVOCATIONS; i++) {
			FunctionAnswer answer = function.invoke(Integer.valueOf(EVENT));
			if (!answer.payload().equals(ANSWER)) {
				return Optional.of("invocation " + (i + 1) + " ended with " + answer.text());
			}
		}
		return Optional.empty();
	}

	private static Optional<String> ended(List<CompletableFuture<FunctionAnswer>> noise) {
		return noise.stream()
			.filter(CompletableFuture::isDone)
			.findFirst()
			.map((each) -> "a loop ended early" + (each.isCompletedExceptionally() ? ", with a fault of the platform"
					: " with " + each.join().text()));
	}

}
