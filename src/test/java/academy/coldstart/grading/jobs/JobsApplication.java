package academy.coldstart.grading.jobs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import academy.coldstart.course.Course;
import academy.coldstart.course.Language;
import academy.coldstart.course.LearnerRecords;
import academy.coldstart.course.Slug;
import academy.coldstart.course.Solution;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.Gradings;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.SubmissionFixtures;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The part of the application that stores and grades, with a test's own grading, on a
 * database file.
 */
final class JobsApplication implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private JobsApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static JobsApplication start(Path directory) {
		return start(directory, "100ms");
	}

	static JobsApplication start(Path directory, String pollingInterval) {
		return start(directory, new MovableClock(), "--db-scheduler.polling-interval=" + pollingInterval);
	}

	static JobsApplication start(Path directory, MovableClock clock, String... settings) {
		List<String> all = new ArrayList<>(List.of(settings));
		Stream
			.of("--coldstart.home=" + directory, "--coldstart.grading.retry-delay=50ms",
					"--coldstart.grading.engine-retry-delay=100ms", "--db-scheduler.polling-interval=100ms",
					"--db-scheduler.heartbeat-interval=100ms", "--db-scheduler.shutdown-max-wait=300ms")
			.filter((usual) -> all.stream().noneMatch((set) -> set.startsWith(usual.substring(0, usual.indexOf('=')))))
			.toList()
			.forEach(all::add);
		return new JobsApplication(new SpringApplicationBuilder(StoredGradings.class).web(WebApplicationType.NONE)
			.initializers((context) -> context.getBeanFactory().registerSingleton("movableClock", clock))
			.run(all.toArray(new String[0])));
	}

	SubmissionId submit(String handler) {
		return submit(handler, UUID.randomUUID());
	}

	SubmissionId submit(String handler, UUID form) {
		Submission submission = this.context.getBean(Submissions.class)
			.accept(SubmissionFixtures.exercise(), "python", form, SubmissionFixtures.form(handler))
			.submission();
		return submission.id();
	}

	Gradings gradings() {
		return this.context.getBean(Gradings.class);
	}

	TestGrading grading() {
		return this.context.getBean(TestGrading.class);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	List<LearnerRecords> records() {
		return this.context.getBeanProvider(LearnerRecords.class).orderedStream().toList();
	}

	String property(String name) {
		return this.context.getEnvironment().getRequiredProperty(name);
	}

	JdbcClient jdbc() {
		return this.context.getBean(JdbcClient.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

	private static Solution reference(String handler) {
		return new Solution("a-solution", Language.PYTHON, "It is right.",
				SourceFiles.of(Map.of("handler.py", handler.getBytes(StandardCharsets.UTF_8))));
	}

	@TestConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ComponentScan(basePackages = { "academy.coldstart.submission", "academy.coldstart.grading.jobs" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = ".*Test.*|.*JobsApplication.*|.*\\.web\\..*"))
	static class StoredGradings {

		@Bean
		static Outage outage() {
			return new Outage();
		}

		@Bean
		TestGrading grading(@Value("${test.reference:pass reference}") String reference) {
			TestGrading grading = new TestGrading();
			grading.reference.set(reference + "\n");
			return grading;
		}

		@Bean
		Course course(TestGrading grading) {
			Course course = Mockito.mock(Course.class);
			BDDMockito.given(course.exercise(new Slug("charge-once")))
				.willReturn(Optional.of(SubmissionFixtures.exercise()));
			BDDMockito.given(course.exercises()).willReturn(List.of(SubmissionFixtures.exercise()));
			BDDMockito.given(course.solutions(ArgumentMatchers.any()))
				.willAnswer((call) -> List.of(reference(grading.reference.get())));
			return course;
		}

	}

}
