package academy.coldstart.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Mistake;
import academy.coldstart.course.Slug;
import academy.coldstart.course.Solution;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineDoctor;
import academy.coldstart.engine.EngineLease;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.engine.Finding;
import academy.coldstart.grading.Grading;
import academy.coldstart.submission.Intake;
import academy.coldstart.submission.SubmissionFixtures;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Runs one command in an application whose course, engine and grading are the test's.
 */
final class CommandRun {

	private static final ThreadLocal<World> WORLD = new InheritableThreadLocal<>();

	private CommandRun() {
	}

	static SourceFiles files(String handler) {
		return SourceFiles.of(Map.of("handler.py", handler.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * What a command finds.
	 */
	static final class World {

		final List<Solution> solutions = new ArrayList<>();

		final List<Mistake> mistakes = new ArrayList<>();

		final List<Finding> findings = new ArrayList<>();

		final List<EngineStatus> statuses = new ArrayList<>();

		final AtomicInteger prepared = new AtomicInteger();

		final ScriptedGrading grading = new ScriptedGrading();

		final StringWriter out = new StringWriter();

		final StringWriter err = new StringWriter();

		String starter = "# C1 failed: Order o-17 was charged 3 times\n";

		int run(String... arguments) {
			WORLD.set(this);
			try {
				return Commands.execute(TestApplication.class, new PrintWriter(this.out), new PrintWriter(this.err),
						List.of(arguments));
			}
			finally {
				WORLD.remove();
			}
		}

		String out() {
			return this.out.toString();
		}

		String err() {
			return this.err.toString();
		}

		World solution(String name, String handler) {
			this.solutions.add(new Solution(name, Language.PYTHON, "Because", files(handler)));
			return this;
		}

		World mistake(String name, String handler, java.util.Set<String> fails, String message) {
			this.mistakes.add(new Mistake(name, "base", Language.PYTHON, fails, message, "A lesson", files(handler)));
			return this;
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Intake.class, EnginePreparation.class })
	static class TestApplication {

		private final World world = WORLD.get();

		@Bean
		Course course() {
			Exercise both = SubmissionFixtures.exercise();
			Exercise exercise = new Exercise(both.slug(), both.id(), both.version(), both.title(), both.lesson(),
					both.level(), both.minutes(), true, List.of(), both.kind(),
					Map.of(Language.PYTHON, java.util.Objects.requireNonNull(both.handlers().get(Language.PYTHON))),
					null, both.services(), both.checks(), both.directory());
			Exercise twoLanguages = new Exercise(new Slug("hello-larkspur"), "E00", 1, "Hello", both.lesson(), 1, 5,
					false, List.of(), both.kind(), both.handlers(), null, both.services(), both.checks(),
					both.directory());
			Course course = Mockito.mock(Course.class);
			BDDMockito.given(course.exercises()).willReturn(List.of(twoLanguages, exercise));
			BDDMockito.given(course.exercise(exercise.slug())).willReturn(Optional.of(exercise));
			BDDMockito.given(course.exercise(twoLanguages.slug())).willReturn(Optional.of(twoLanguages));
			BDDMockito.given(course.starter(exercise, Language.PYTHON)).willReturn(files(this.world.starter));
			BDDMockito.given(course.solutions(exercise)).willReturn(this.world.solutions);
			BDDMockito.given(course.mistakes(exercise)).willReturn(this.world.mistakes);
			return course;
		}

		@Bean
		Engine engine() {
			return new Engine() {

				private int asked;

				@Override
				public EngineStatus status() {
					List<EngineStatus> statuses = TestApplication.this.world.statuses;
					return (this.asked < statuses.size()) ? statuses.get(this.asked++)
							: new EngineStatus(EngineStatus.State.READY, "Ready.", List.of());
				}

				@Override
				public void prepare() {
					TestApplication.this.world.prepared.incrementAndGet();
				}

				@Override
				public EngineLease lease(java.time.Duration patience) {
					throw new UnsupportedOperationException("Commands don't lease");
				}

			};
		}

		@Bean
		EngineDoctor doctor() {
			return () -> this.world.findings;
		}

		@Bean
		Grading grading() {
			return this.world.grading;
		}

	}

}
