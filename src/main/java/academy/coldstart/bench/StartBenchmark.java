package academy.coldstart.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Measures a start with everything installed: until the first lesson can be read, until a
 * verdict is possible, and the memory of all processes when nothing happens.
 */
@Component
@Order(3)
class StartBenchmark implements Benchmark {

	private static final Duration UNTIL_IDLE = Duration.ofSeconds(5);

	private final Path installation;

	StartBenchmark(@Value("${coldstart.home}") Path installation) {
		this.installation = installation.toAbsolutePath();
	}

	@Override
	public String name() {
		return "start";
	}

	@Override
	public void measure(BenchPlan plan, Consumer<Figure> figures) throws Exception {
		List<Double> lesson = new ArrayList<>();
		List<Double> grading = new ArrayList<>();
		List<Double> memory = new ArrayList<>();
		for (int round = 0; round < Math.min(plan.rounds(), 3); round++) {
			plan.progress().accept("a start of the application");
			try (StartedApplication application = StartedApplication.start(this.installation, List.of())) {
				application.get("/lessons/vocabulary-and-lifecycle");
				lesson.add(application.seconds());
				application.awaitGrading();
				grading.add(application.seconds());
				Thread.sleep(UNTIL_IDLE);
				memory.add(application.mebibytes());
			}
		}
		Sample pages = new Sample(lesson);
		Sample verdicts = new Sample(grading);
		Sample mebibytes = new Sample(memory);
		figures.accept(Figure.atMost("start to first lesson", pages.median(), pages.text("s"), 4, "s"));
		figures
			.accept(Figure.atMost("start to first possible verdict", verdicts.median(), verdicts.text("s"), 15, "s"));
		figures.accept(
				Figure.atMost("memory of all processes, idle", mebibytes.median(), mebibytes.text("MiB"), 1144, "MiB"));
	}

}
