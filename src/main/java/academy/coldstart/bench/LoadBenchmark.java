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
 * Hands in 300 submissions within a minute through the pages of a real application, waits
 * for all verdicts, and reads pages meanwhile. Takes several minutes.
 */
@Component
@Order(4)
class LoadBenchmark implements Benchmark {

	private static final int SUBMISSIONS = 300;

	private static final Duration WITHIN = Duration.ofSeconds(60);

	private static final Duration PATIENCE = Duration.ofMinutes(30);

	private final Path installation;

	private final Course course;

	LoadBenchmark(@Value("${coldstart.home}") Path installation, Course course) {
		this.installation = installation.toAbsolutePath();
		this.course = course;
	}

	@Override
	public String name() {
		return "load";
	}

	@Override
	public boolean isUsual() {
		return false;
	}

	@Override
	public void measure(BenchPlan plan, Consumer<Figure> figures) throws Exception {
		try (StartedApplication application = StartedApplication.start(this.installation, List.of())) {
			application.awaitGrading();
			measure(plan, Rush.of(application, this.course, new Slug("hello-larkspur"))).forEach(figures);
		}
	}

	private static List<Figure> measure(BenchPlan plan, Rush rush) throws IOException, InterruptedException {
		plan.progress().accept(SUBMISSIONS + " submissions in " + WITHIN.toSeconds() + " s");
		long begin = System.nanoTime();
		List<String> addresses = new ArrayList<>();
		List<Double> accepted = new ArrayList<>();
		List<Double> pages = new ArrayList<>();
		for (int i = 0; i < SUBMISSIONS; i++) {
			long due = begin + WITHIN.toNanos() * i / SUBMISSIONS;
			Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
			pages.add(rush.readPage());
			long sent = System.nanoTime();
			addresses.add(rush.submit());
			accepted.add((System.nanoTime() - sent) / 1e6);
		}
		plan.progress().accept("their verdicts");
		int passed = 0;
		for (String address : addresses) {
			passed += rush.await(address, begin + PATIENCE.toNanos(), () -> pages.add(rush.readPage())) ? 1 : 0;
		}
		Sample page = new Sample(pages);
		Sample queued = new Sample(accepted);
		return List.of(
				new Figure(SUBMISSIONS + " submissions in 60 s",
						passed + " graded as they should, all after " + Sample.number((System.nanoTime() - begin) / 1e9)
								+ " s",
						"all", passed == SUBMISSIONS),
				Figure.atMost("pages meanwhile, p95", page.percentile(95), Sample.number(page.percentile(95)) + " ms",
						500, "ms"),
				Figure.atMost("submission to queued, p95", queued.percentile(95),
						Sample.number(queued.percentile(95)) + " ms", 500, "ms"));
	}

}
