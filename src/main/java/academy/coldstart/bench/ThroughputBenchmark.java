package academy.coldstart.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import academy.coldstart.course.Course;
import academy.coldstart.course.Slug;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Counts verdicts in a minute with one engine and with two, each with one grading at a
 * time and with two. Takes several minutes.
 */
@Component
@Order(5)
class ThroughputBenchmark implements Benchmark {

	private static final int WARM_UP = 4;

	private static final int SUBMISSIONS = 30;

	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private final Path installation;

	private final Course course;

	ThroughputBenchmark(@Value("${coldstart.home}") Path installation, Course course) {
		this.installation = installation.toAbsolutePath();
		this.course = course;
	}

	@Override
	public String name() {
		return "throughput";
	}

	@Override
	public boolean isUsual() {
		return false;
	}

	@Override
	public void measure(BenchPlan plan, Consumer<Figure> figures) throws Exception {
		double alone = 0;
		for (Setup setup : List.of(new Setup(1, 1), new Setup(1, 2), new Setup(2, 2))) {
			plan.progress().accept("verdicts in a minute, " + setup);
			double perMinute = measure(setup);
			alone = (alone == 0) ? perMinute : alone;
			figures.accept(Figure.of("verdicts of E00 in a minute, " + setup,
					Sample.number(perMinute) + " (× " + Sample.number(perMinute / alone) + ")"));
		}
	}

	private double measure(Setup setup) throws IOException, InterruptedException {
		try (StartedApplication application = StartedApplication.start(this.installation, setup.settings())) {
			application.awaitGrading(setup.engines());
			Rush rush = Rush.of(application, this.course, new Slug("hello-larkspur"));
			secondsFor(rush, WARM_UP);
			return SUBMISSIONS / secondsFor(rush, SUBMISSIONS) * 60;
		}
	}

	private static double secondsFor(Rush rush, int submissions) throws IOException, InterruptedException {
		long begin = System.nanoTime();
		List<String> addresses = new ArrayList<>();
		for (int i = 0; i < submissions; i++) {
			addresses.add(rush.submit());
		}
		for (String address : addresses) {
			if (!rush.await(address, begin + PATIENCE.toNanos(), () -> {
			})) {
				throw new IOException("A right submission did not pass");
			}
		}
		return (System.nanoTime() - begin) / 1e9;
	}

	/**
	 * How the application is set up.
	 *
	 * @param engines how many engines
	 * @param workers how many gradings at once
	 */
	private record Setup(int engines, int workers) {

		List<String> settings() {
			return List.of("--coldstart.engine.count=" + this.engines, "--coldstart.grading.workers=" + this.workers);
		}

		@Override
		public String toString() {
			return this.engines + " engine" + ((this.engines > 1) ? "s" : "") + ", " + this.workers
					+ ((this.workers > 1) ? " gradings at once" : " grading at a time");
		}

	}

}
