package academy.coldstart.grading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * verdicts and what the programs did have to be the same. New exercises take part by
 * themselves, with so many programs that the time stays bounded.
 */
@RequiresDocker
@RealEngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParityIntegrationTests {

	private static final List<Long> SEEDS = List.of(4711L, 815L);

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

	@ParameterizedTest(name = "{0}")
	@MethodSource("programs")
	void bothModesAgree(Program program) throws Exception {
		GradingTask task = new GradingTask(program.exercise(), program.language(), program.files(), SEEDS);
		FutureTask<GradedRun> other = new FutureTask<>(
				() -> this.container.getBean(Grading.class).grade(task, GradingProgress.NONE));
		Thread.ofPlatform().daemon().name("parity").start(other);
		GradedRun host = this.onHost.grade(task, GradingProgress.NONE);
		GradedRun container = other.get();

		ComparableRun expected = ComparableRun.of(host);
		ComparableRun actual = ComparableRun.of(container);
		Path d = Files.createDirectories(Path.of("target/parity"));
		String n = program.toString().replaceAll("[^a-z0-9-]+", "_");
		Files.writeString(d.resolve(n + ".host"), String.join("\n", expected.verdict()) + "\n" + String.join("\n", expected.behavior()) + "\n");
		Files.writeString(d.resolve(n + ".container"), String.join("\n", actual.verdict()) + "\n" + String.join("\n", actual.behavior()) + "\n");
		Files.writeString(d.resolve(n + ".time"), host.report().durationMs() + " " + container.report().durationMs() + "\n");

		assertThat(Objects.requireNonNull(host.report().engine()).mode()).isEqualTo("host");
		assertThat(Objects.requireNonNull(container.report().engine()).mode()).isEqualTo("container");
		assertThat(host.report().outcome()).isNotEqualTo(GradeReport.Outcome.NOT_GRADED);
		assertThat(actual.verdict()).isEqualTo(expected.verdict());
		assertThat(actual.behavior()).isEqualTo(expected.behavior());
	}

	List<Program> programs() {
		return this.course.exercises().stream().flatMap(this::programs).toList();
	}

	private Stream<Program> programs(Exercise exercise) {
		List<Program> programs = new ArrayList<>();
		exercise.languages()
			.stream()
			.sorted()
			.forEach((language) -> programs.add(new Program(exercise, "starter " + language.id(), language,
					this.course.starter(exercise, language))));
		Map<Language, Boolean> seen = new EnumMap<>(Language.class);
		this.course.solutions(exercise)
			.stream()
			.filter((solution) -> seen.put(solution.language(), true) == null)
			.forEach((solution) -> programs
				.add(new Program(exercise, "solution " + solution.name(), solution.language(), solution.files())));
		this.course.mistakes(exercise)
			.stream()
			.filter((mistake) -> mistake.fails().size() < exercise.checks().size())
			.max(Comparator.comparingInt((Mistake mistake) -> mistake.fails().size()))
			.ifPresent((mistake) -> programs
				.add(new Program(exercise, "mistake " + mistake.name(), mistake.language(), mistake.files())));
		return programs.stream();
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

		@Override
		public String toString() {
			return this.exercise.slug() + ": " + this.name;
		}

	}

}
