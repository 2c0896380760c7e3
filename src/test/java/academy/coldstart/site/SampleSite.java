package academy.coldstart.site;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Reviews;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.grading.Gradings;
import academy.coldstart.grading.ReferenceRuns;
import academy.coldstart.grading.pipeline.Languages;
import academy.coldstart.hint.Hints;
import academy.coldstart.review.ReviewDesk;
import academy.coldstart.review.ReviewQuestions;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.Intake;
import academy.coldstart.submission.Receipt;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.SubmissionRejected;
import academy.coldstart.submission.Submissions;
import academy.coldstart.submission.Upload;
import academy.coldstart.trial.OwnEvents;
import academy.coldstart.trial.Tries;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/**
 * The pages on a real server, with test doubles behind them.
 */
final class SampleSite implements AutoCloseable {

	private static final EngineStatus READY = new EngineStatus(EngineStatus.State.READY, "LocalStack 4.14.0 is ready.",
			List.of());

	private static final String DATABASE = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
			+ "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration";

	private final ScriptedGradings gradings = new ScriptedGradings();

	private final ScriptedReferences references = new ScriptedReferences();

	private final CutEvents events = new CutEvents();

	private final Map<UUID, Submission> accepted = new ConcurrentHashMap<>();

	private final SampleDrafts drafts = new SampleDrafts();

	private final SampleTries tries = new SampleTries();

	private final SampleHints hints = new SampleHints();

	private final SampleReviews reviews = new SampleReviews();

	private final AtomicReference<EngineStatus> engine = new AtomicReference<>(READY);

	private final ServletWebServerApplicationContext context;

	private final Course course;

	SampleSite(String... settings) {
		this(new SampleCourse(), settings);
	}

	SampleSite(Course course, String... settings) {
		this.course = course;
		this.context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Application.class)
			.initializers((application) -> application.getBeanFactory().registerSingleton("site", this))
			.run(Stream
				.concat(Stream.of("--server.port=0", "--spring.main.banner-mode=off",
						"--spring.autoconfigure.exclude=" + DATABASE), Stream.of(settings))
				.toArray(String[]::new));
	}

	String address() {
		return "http://localhost:" + Objects.requireNonNull(this.context.getWebServer()).getPort();
	}

	ScriptedGradings gradings() {
		return this.gradings;
	}

	ScriptedReferences references() {
		return this.references;
	}

	CutEvents events() {
		return this.events;
	}

	Exercise chargeOnce() {
		return this.context.getBean(Course.class).exercise(SampleCourse.CHARGE_ONCE).orElseThrow();
	}

	SampleHints hints() {
		return this.hints;
	}

	SampleReviews reviews() {
		return this.reviews;
	}

	void engine(EngineStatus status) {
		this.engine.set(status);
	}

	void engineReady() {
		this.engine.set(READY);
	}

	/**
	 * Hand work in without a browser.
	 * @return the id of the submission, which waits
	 */
	SubmissionId submit() {
		return accept(chargeOnce(), "python", UUID.randomUUID(),
				new Upload.Form(Map.of("handler.py", SampleCourse.STARTER)))
			.submission()
			.id();
	}

	/**
	 * Hand hostile files in and have them graded into a hostile report.
	 * @param texts the texts
	 * @return the id of the submission
	 */
	SubmissionId submit(List<String> texts) {
		String code = String.join("\n", texts);
		SourceFiles files = SourceFiles.of(texts.stream()
			.limit(12)
			.collect(Collectors.toMap((text) -> text, (text) -> code.getBytes(StandardCharsets.UTF_8))));
		Submission submission = new Submission(SubmissionId.create(), SampleCourse.CHARGE_ONCE, Language.PYTHON, files,
				"0123456789abcdef", Instant.now());
		this.accepted.put(UUID.randomUUID(), submission);
		this.gradings.queue(submission.id(), SampleCourse.CHARGE_ONCE, 0);
		this.gradings.finish(submission.id(), HostileReports.report(chargeOnce(), texts),
				SampleReports.json(List.of(HostileReports.trace(texts))));
		this.gradings.endState(submission.id(), SampleStates.hostile(HostileReports.SEED, texts));
		return submission.id();
	}

	int accepted() {
		return this.accepted.size();
	}

	/**
	 * Return all mappings of controllers and of the actuator.
	 * @return method and pattern of each, such as {@code GET /lessons/{slug}}
	 */
	Set<String> mappings() {
		Set<String> mappings = new TreeSet<>();
		this.context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
			.values()
			.forEach((source) -> source.getHandlerMethods()
				.keySet()
				.forEach((mapping) -> mapping.getPatternValues()
					.forEach((pattern) -> mappings.add(method(mapping) + owner(source) + pattern))));
		return mappings;
	}

	/**
	 * Return what answers requests beside controllers.
	 * @return name and addresses of each servlet
	 */
	List<String> servlets() {
		return Objects.requireNonNull(this.context.getServletContext())
			.getServletRegistrations()
			.values()
			.stream()
			.filter((servlet) -> !servlet.getMappings().isEmpty())
			.map((servlet) -> servlet.getName() + " " + String.join(" ", servlet.getMappings()))
			.toList();
	}

	/**
	 * Return the addresses that other handlers, such as those of files, are mapped to.
	 * @return the patterns
	 */
	Set<String> files() {
		return this.context.getBeansOfType(AbstractUrlHandlerMapping.class)
			.values()
			.stream()
			.flatMap((source) -> source.getHandlerMap().keySet().stream())
			.collect(Collectors.toSet());
	}

	private static String method(RequestMappingInfo mapping) {
		return mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST) ? "POST " : "GET ";
	}

	private static String owner(RequestMappingInfoHandlerMapping source) {
		return source.getClass().getPackageName().contains(".actuate.") ? "actuator " : "";
	}

	@Override
	public void close() {
		this.context.close();
	}

	private Receipt accept(Exercise exercise, String language, UUID form, Upload upload) {
		if (!(upload instanceof Upload.Form typed)) {
			throw new SubmissionRejected("archive-broken",
					"The archive cannot be read: its directory is missing. Pack it again.");
		}
		if (!typed.texts().containsKey("handler.py")) {
			new Intake().read(exercise, Language.find(language).orElseThrow(), upload);
		}
		if (typed.texts().values().stream().allMatch(String::isBlank)) {
			throw new SubmissionRejected("empty", "handler.py is empty. Write the handler, or start over.");
		}
		Submission earlier = this.accepted.get(form);
		if (earlier != null) {
			return new Receipt(earlier, List.of(), true);
		}
		String code = typed.texts().values().iterator().next();
		Submission submission = new Submission(SubmissionId.create(), exercise.slug(),
				Language.find(language).orElseThrow(), SampleCourse.files("handler.py", code), "9f2c4be1d07a",
				Instant.now());
		this.accepted.put(form, submission);
		this.gradings.queue(submission.id(), exercise.slug(), 2);
		return new Receipt(submission, List.of(), false);
	}

	private Submissions submissions() {
		Submissions submissions = Mockito.mock(Submissions.class);
		given(submissions.accept(any(), any(), any(), any())).willAnswer(
				(call) -> accept(call.getArgument(0), call.getArgument(1), call.getArgument(2), call.getArgument(3)));
		given(submissions.find(any())).willAnswer((call) -> find(call.getArgument(0)));
		given(submissions.count(any())).willAnswer((call) -> this.gradings.history(call.getArgument(0), 0).size());
		given(submissions.number(any())).willAnswer((call) -> number(call.getArgument(0)));
		given(submissions.latest(any(), any())).willAnswer((call) -> latest(call.getArgument(0), call.getArgument(1)));
		return submissions;
	}

	private Optional<Submission> find(SubmissionId id) {
		return this.accepted.values().stream().filter((submission) -> submission.id().equals(id)).findFirst();
	}

	private int number(SubmissionId id) {
		List<SubmissionId> all = this.gradings.history(SampleCourse.CHARGE_ONCE, 0)
			.stream()
			.map((state) -> state.submission())
			.toList();
		return all.size() - all.indexOf(id);
	}

	private Optional<Submission> latest(Slug exercise, Language language) {
		return this.accepted.values()
			.stream()
			.filter((submission) -> submission.exercise().equals(exercise) && submission.language() == language)
			.max(Comparator.comparing(Submission::receivedAt));
	}

	private Engine engineDouble() {
		Engine stub = Mockito.mock(Engine.class);
		given(stub.status()).willAnswer((call) -> this.engine.get());
		return stub;
	}

	/**
	 * The part of the application that has pages. It carries no stereotype, so that other
	 * tests do not find it.
	 */
	@EnableAutoConfiguration
	@ComponentScan(
			basePackages = { "academy.coldstart.ui", "academy.coldstart.simulator", "academy.coldstart.course.web",
					"academy.coldstart.submission.web", "academy.coldstart.grading.web", "academy.coldstart.parity.web",
					"academy.coldstart.project", "academy.coldstart.progress", "academy.coldstart.review.web",
					"academy.coldstart.trial.web", "academy.coldstart.search" },
			excludeFilters = @ComponentScan.Filter(TestConfiguration.class))
	static class Application {

		@Bean
		Course course(SampleSite site) {
			return site.course;
		}

		@Bean
		Gradings gradings(SampleSite site) {
			return site.gradings;
		}

		@Bean
		ReferenceRuns references(SampleSite site) {
			return site.references;
		}

		@Bean
		LearnerProgress learnerProgress(SampleSite site) {
			return site.gradings::attempts;
		}

		@Bean
		Submissions submissions(SampleSite site) {
			return site.submissions();
		}

		@Bean
		Drafts drafts(SampleSite site) {
			return site.drafts.asDrafts();
		}

		@Bean
		Hints hints(SampleSite site) {
			return site.hints.asHints();
		}

		@Bean
		Reviews reviews(SampleSite site) {
			return site.reviews;
		}

		@Bean
		ReviewDesk reviewDesk(SampleSite site) {
			return site.reviews.asDesk(site.drafts);
		}

		@Bean
		ReviewQuestions reviewQuestions(SampleSite site) {
			return site.reviews.asQuestions(site.course);
		}

		@Bean
		Intake intake() {
			return new Intake();
		}

		@Bean
		Tries tries(SampleSite site) {
			return site.tries.asTries();
		}

		@Bean
		OwnEvents ownEvents(SampleSite site) {
			return site.tries.asOwnEvents();
		}

		@Bean
		CutEvents cutEvents(SampleSite site) {
			return site.events;
		}

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		TransactionOperations transactions() {
			return TransactionOperations.withoutTransaction();
		}

		@Bean
		Languages languages() {
			return (runtime) -> Optional.empty();
		}

		@Bean
		Engine engine(SampleSite site) {
			return site.engineDouble();
		}

	}

}
