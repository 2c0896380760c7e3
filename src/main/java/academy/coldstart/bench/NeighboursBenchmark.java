package academy.coldstart.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import academy.coldstart.course.Course;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Hands in right programs and reads pages, first alone and then while the submissions of
 * somebody else attack: processes, memory, output, files and processors without end.
 * Takes several minutes and needs a sandbox.
 */
@Component
@Order(7)
class NeighboursBenchmark implements Benchmark {

	private static final Slug EXERCISE = new Slug("hello-larkspur");

	private static final List<String> ATTACKS = List.of("c01-fork-bomb/app.py", "c04-heap/fast.py",
			"c10-output/lines.py", "c07-many-files/files.py", "c11-busy-loop/app.py");

	private static final int WARM_UP = 2;

	private static final int HONEST = 15;

	private static final Duration PATIENCE = Duration.ofMinutes(20);

	private final Path installation;

	private final Course course;

	NeighboursBenchmark(@Value("${coldstart.home}") Path installation, Course course) {
		this.installation = installation.toAbsolutePath();
		this.course = course;
	}

	@Override
	public String name() {
		return "neighbours";
	}

	@Override
	public boolean isUsual() {
		return false;
	}

	@Override
	public void measure(BenchPlan plan, Consumer<Figure> figures) throws Exception {
		try (StartedApplication application = StartedApplication.start(this.installation,
				List.of("--coldstart.isolation.mode=sandbox", "--coldstart.grading.workers=2"))) {
			application.awaitGrading();
			Rush honest = Rush.of(application, this.course, EXERCISE);
			Visit.of(honest, WARM_UP);
			plan.progress().accept("honest submissions alone");
			Visit alone = Visit.of(honest, HONEST);
			plan.progress().accept("honest submissions beside attacks");
			Visit attacked = besideAttacks(honest);
			report(alone, attacked).forEach(figures);
		}
	}

	private static List<Figure> report(Visit alone, Visit attacked) {
		double before = alone.pages().percentile(95);
		double after = attacked.pages().percentile(95);
		return List.of(Figure.of("pages while honest submissions are graded, p95", Sample.number(before) + " ms"),
				Figure.atMost("pages beside attacks ÷ pages without, p95", after / before,
						Sample.number(after / before) + " (" + Sample.number(after) + " ms)", 2, ""),
				new Figure("honest verdicts beside attacks",
						attacked.passed() + " of " + HONEST + " right, without " + alone.passed(), "all",
						attacked.passed() == HONEST && alone.passed() == HONEST),
				Figure.of("honest verdict beside attacks ÷ without",
						Sample.number(attacked.verdicts().median() / alone.verdicts().median())));
	}

	// One attack after the other, from before the first honest submission until after the
	// last.
	private Visit besideAttacks(Rush honest) throws Exception {
		AtomicBoolean over = new AtomicBoolean();
		List<Exception> failures = new ArrayList<>();
		Thread attacker = Thread.ofVirtual().start(() -> {
			try {
				for (int next = 0; !over.get(); next = (next + 1) % ATTACKS.size()) {
					Rush attack = attack(honest, ATTACKS.get(next));
					attack.await(attack.submit(), System.nanoTime() + PATIENCE.toNanos(), () -> {
					});
				}
			}
			catch (IOException | InterruptedException ex) {
				failures.add(ex);
			}
		});
		Visit visit = Visit.of(honest, HONEST);
		over.set(true);
		attacker.join();
		if (!failures.isEmpty()) {
			throw failures.getFirst();
		}
		return visit;
	}

	private Rush attack(Rush honest, String program) throws IOException {
		String file = Objects.requireNonNull(honest.exercise().handlers().get(Language.PYTHON)).file();
		byte[] code = Files.readAllBytes(this.installation.resolve("attacks").resolve(program));
		return new Rush(honest.application(), honest.exercise(),
				honest.files().with(SourceFiles.of(Map.of(file, code))));
	}

	/**
	 * What somebody saw who handed in programs and read pages.
	 *
	 * @param passed how many verdicts were right
	 * @param verdicts how long each took, in seconds
	 * @param pages how long each page took, in milliseconds
	 */
	private record Visit(int passed, Sample verdicts, Sample pages) {

		static Visit of(Rush honest, int submissions) throws IOException, InterruptedException {
			int passed = 0;
			List<Double> verdicts = new ArrayList<>();
			List<Double> pages = new ArrayList<>();
			for (int i = 0; i < submissions; i++) {
				long begin = System.nanoTime();
				passed += honest.await(honest.submit(), begin + PATIENCE.toNanos(), () -> pages.add(honest.readPage()))
						? 1 : 0;
				verdicts.add((System.nanoTime() - begin) / 1e9);
				pages.add(honest.readPage());
			}
			return new Visit(passed, new Sample(verdicts), new Sample(pages));
		}

	}

}
