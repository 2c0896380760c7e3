package academy.coldstart.course;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class CourseConfigurationTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withUserConfiguration(CourseConfiguration.class);

	@Test
	void readsTheCourseOfTheHomeFolder() {
		this.context.withPropertyValues("coldstart.home=" + Path.of("").toAbsolutePath())
			.run((context) -> assertThat(context.getBean(Course.class).exercise(new Slug("charge-once"))).isPresent());
	}

	@Test
	void doesNotStartWithABrokenCourse(@TempDir Path home) {
		this.context.withPropertyValues("coldstart.home=" + home)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(CourseProblems.class)
				.hasMessageContaining("course.yaml:1: This file does not exist."));
	}

	@Test
	void explainsWhyItDoesNotStart(@TempDir Path home) {
		CourseProblems problems = new CourseProblems(CourseCheck.check(home));
		FailureAnalysis analysis = new CourseProblemsFailureAnalyzer().analyze(problems);
		assertThat(analysis).isNotNull().satisfies((it) -> {
			assertThat(it.getDescription()).contains("facts.yaml:1: This file does not exist.");
			assertThat(it.getAction()).contains("coldstart.home");
		});
	}

}
