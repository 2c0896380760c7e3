package academy.coldstart.grading;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

import academy.coldstart.ColdstartApplication;
import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Mistake;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.engine.container.RequiresDocker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Grades the same programs on LocalStack as a child process and in a container: the
 * verdicts have to be the same, and with {@code COLDSTART_DOCKER_TESTS=all} also what is
 * said and what the programs did. New exercises take part by themselves.
 */
@RequiresDocker
@EnabledIfEnvironmentVariable(named = "COLDSTART_DOCKER_TESTS", matches = "verdicts|all",
		disabledReason = "It takes many minutes; COLDSTART_DOCKER_TESTS=verdicts runs it")
@RealEngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParityIntegrationTests {

	private static final List<Long> SEEDS = List.of(4711L, 815L);

	private static final int MOST_TRIES = 5;

	@Autowired
	private Course course;

	@Autowired
	private Grading onHost;

	private ConfigurableApplicationContext container = new GenericApplicationContext();

	@BeforeAll
	void startContainer() {
		this.container = new SpringApplicationBuilder(ColdstartApplication.class).web(WebApplicationType.NONE)
			.lazyInitialization(true)
			.run("--coldstart.engine.mode=container", "--coldstart.grading.engine-patience=10m",
					"--spring.datasource.url=jdbc:h2:mem:parity", "--db-scheduler.enabled=false");
	}

	@AfterAll
	void stopContainer() {
		this.container.close();
	}

	// The verdict has to be the same at once. What is said about it and what happened may
	// depend on chance in either mode; but what one does in each of its tries, the other
	// has to do in one.
	@ParameterizedTest(name = "{0}")
	@MethodSource("programs")
	void bothModesAgree(Program program) throws Exception {
		Tries host = new Tries();
		Tries container = new Tries();
		for (int tries = 1; tries <= MOST_TRIES; tries++) {
			Pair pair = grade(program.task());
			assertThat(container.add(pair.container()).verdict()).isEqualTo(host.add(pair.host()).verdict());
			if (!comparesContents() || (host.isCoveredBy(container) && container.isCoveredBy(host))) {
				return;
			}
		}
		assertThat(container.missingFrom(host)).as("what the container always does and the host never did").isEmpty();
		assertThat(host.missingFrom(container)).as("what the host always does and the container never did").isEmpty();
	}

	private static boolean comparesContents() {
		return "all".equals(System.getenv("COLDSTART_DOCKER_TESTS"));
	}

	private Pair grade(GradingTask task) throws Exception {
		FutureTask<GradedRun> other = new FutureTask<>(
				() -> this.container.getBean(Grading.class).grade(task, GradingProgress.NONE));
		Thread.ofPlatform().daemon().name("container").start(other);
		Pair pair = new Pair(this.onHost.grade(task, GradingProgress.NONE), other.get());
		assertGraded(pair.host(), "host");
		assertGraded(pair.container(), "container");
		return pair;
	}

	private static void assertGraded(GradedRun run, String mode) {
		assertThat(run.report().outcome()).as("%s", run.report()).isNotEqualTo(GradeReport.Outcome.NOT_GRADED);
		assertThat(Objects.requireNonNull(run.report().engine()).mode()).isEqualTo(mode);
	}

	List<Program> programs() {
		return this.course.exercises().stream().flatMap(this::programs).toList();
	}

	private Stream<Program> programs(Exercise exercise) {
		Stream<Program> starters = exercise.languages()
			.stream()
			.sorted()
			.map((language) -> new Program(exercise, "starter " + language.id(), language,
					this.course.starter(exercise, language)));
		Set<Language> solved = EnumSet.noneOf(Language.class);
		Stream<Program> solutions = this.course.solutions(exercise)
			.stream()
			.filter((solution) -> solved.add(solution.language()))
			.map((solution) -> new Program(exercise, "solution " + solution.name(), solution.language(),
					solution.files()));
		return Stream.of(starters, solutions, mistake(exercise).stream()).flatMap((programs) -> programs);
	}

	// The one that most is said about, without failing all over. Those of other languages
	// often are about what is not waited for, and compare luck.
	private Optional<Program> mistake(Exercise exercise) {
		Language first = exercise.languages().stream().sorted().findFirst().orElseThrow();
		return this.course.mistakes(exercise)
			.stream()
			.filter((mistake) -> mistake.language() == first)
			.filter((mistake) -> mistake.fails().size() < exercise.checks().size())
			.max(Comparator.comparingInt((Mistake mistake) -> mistake.fails().size())
				.thenComparing(Mistake::name, Comparator.reverseOrder()))
			.map((mistake) -> new Program(exercise, "mistake " + mistake.name(), mistake.language(), mistake.files()));
	}

	/**
	 * The same task graded in both modes.
	 *
	 * @param host on LocalStack as a child process
	 * @param container on LocalStack in a container
	 */
	private record Pair(GradedRun host, GradedRun container) {
	}

	/**
	 * A program that both modes grade.
	 *
	 * @param exercise the exercise
	 * @param name what it is
	 * @param language its language
	 * @param files its files
	 */
	record Program(Exercise exercise, String name, Language language, SourceFiles files) {

		GradingTask task() {
			return new GradingTask(this.exercise, this.language, this.files, SEEDS);
		}

		@Override
		public String toString() {
			return this.exercise.slug() + ": " + this.name;
		}

	}

}
