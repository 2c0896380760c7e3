package academy.coldstart.grading.pipeline;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.ExerciseKind;
import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineInfo;
import academy.coldstart.engine.EngineLease;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.engine.EngineUnavailable;
import academy.coldstart.execution.CompanionService;
import academy.coldstart.execution.Environments;
import academy.coldstart.execution.JavaCompiler;
import academy.coldstart.fault.FaultRules;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.grading.GradingProgress;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.GradingTask;
import academy.coldstart.recording.Authority;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.SdkHttpClient;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;

import static org.assertj.core.api.Assertions.assertThat;

class DefaultGradingTests {

	private static final String TEMPLATE = """
			Transform: AWS::Serverless-2016-10-31
			Resources:
			  Hello:
			    Type: AWS::Serverless::Function
			    Properties: {Runtime: python3.13, Handler: handler.handler, CodeUri: .}
			""";

	private static final ObjectProvider<JavaCompiler> NO_COMPILER = new ObjectProvider<>() {

		@Override
		public JavaCompiler getObject() {
			throw new NoSuchBeanDefinitionException(JavaCompiler.class);
		}

	};

	private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();

	private final Traces traces = new Traces();

	private Languages languages = (runtime) -> Optional.empty();

	@TempDir
	private Path directory;

	@Test
	void missingHandlerIsAProblemAndNeedsNoEngine() {
		GradeReport report = grade(noEngine(), exercise("hello-larkspur", null), Map.of("main.py", "pass"));

		assertThat(report.outcome()).isEqualTo(GradeReport.Outcome.FAILED);
		assertThat(report.score()).isZero();
		assertThat(problem(report)).extracting(Problem::stage, Problem::kind, Problem::file)
			.containsExactly("package", "handler-missing", "handler.py");
		assertThat(report.checks()).extracting(CheckResult::outcome).containsOnly(CheckResult.Outcome.BLOCKED);
		assertThat(this.events).isEmpty();
	}

	@Test
	void missingTemplateIsAProblem() {
		GradeReport report = grade(noEngine(), exercise("hello-larkspur", null), Map.of("handler.py", "pass"));

		assertThat(problem(report).kind()).isEqualTo("template-missing");
		assertThat(problem(report).file()).isEqualTo("template.yaml");
	}

	@Test
	void unsupportedResourceIsAProblemWithFileAndLine() {
		GradeReport report = grade(noEngine(), exercise("hello-larkspur", null),
				Map.of("handler.py", "pass", "template.yaml", "Resources:\n  Site:\n    Type: AWS::Amplify::App\n"));

		assertThat(report.outcome()).isEqualTo(GradeReport.Outcome.FAILED);
		assertThat(problem(report)).extracting(Problem::stage, Problem::kind, Problem::file, Problem::line)
			.containsExactly("deploy", "unsupported-resource", "template.yaml", 3);
		assertThat(problem(report).message()).contains("Site").contains("AWS::Amplify::App");
	}

	@Test
	void brokenTemplateOfTheExerciseIsNotTheLearnersFault() throws IOException {
		Files.writeString(this.directory.resolve("template.yaml"), "Resources: {}\n");

		GradeReport report = grade(noEngine(), exercise("hello-larkspur", Path.of("template.yaml")),
				Map.of("handler.py", "pass"));

		assertThat(report.outcome()).isEqualTo(GradeReport.Outcome.NOT_GRADED);
	}

	@Test
	void languageThatDoesNotWorkHereIsNotTheLearnersFault() throws IOException {
		Files.writeString(this.directory.resolve("template.yaml"), TEMPLATE);
		this.languages = (runtime) -> Optional.of("Functions with " + runtime + " cannot run here.");

		GradeReport report = grade(deadEngine(), exercise("hello-larkspur", Path.of("template.yaml")),
				Map.of("handler.py", "pass"));

		assertThat(report.outcome()).isEqualTo(GradeReport.Outcome.NOT_GRADED);
		assertThat(problem(report).kind()).isEqualTo("language-unavailable");
		assertThat(problem(report).message()).startsWith("Functions with python3.13 cannot run here.")
			.contains("no attempt was used");
	}

	@Test
	void missingGraderIsNotTheLearnersFault() {
		GradeReport report = grade(noEngine(), exercise("no-such-exercise", null), Map.of("handler.py", "pass"));

		assertThat(report.outcome()).isEqualTo(GradeReport.Outcome.NOT_GRADED);
		assertThat(problem(report).message()).contains("There is no grader").contains("no attempt was used");
	}

	@Test
	void unavailableEngineGivesNoVerdict() throws IOException {
		Files.writeString(this.directory.resolve("template.yaml"), TEMPLATE);

		GradeReport report = grade(noEngine(), exercise("hello-larkspur", Path.of("template.yaml")),
				Map.of("handler.py", "pass"));

		assertThat(report.outcome()).isEqualTo(GradeReport.Outcome.NOT_GRADED);
		assertThat(problem(report).kind()).isEqualTo("engine-unavailable");
		assertThat(problem(report).message()).contains("Python 3.13 is missing.");
		assertThat(problem(report).raw()).isEqualTo("Install Python 3.13.");
		assertThat(report.engine()).isNull();
		assertThat(this.events).as("a lease is waited for once").hasSize(2).containsOnly("lease");
	}

	@Test
	void deadEngineGivesNoVerdictAndEverythingIsGivenBack() throws IOException {
		Files.writeString(this.directory.resolve("template.yaml"), TEMPLATE);
		Exercise exercise = exercise("hello-larkspur", Path.of("template.yaml"));

		GradedRun run = grading(deadEngine()).grade(task(exercise, List.of(11L), Map.of("handler.py", "pass")),
				GradingProgress.NONE);

		assertThat(run.report().outcome()).isEqualTo(GradeReport.Outcome.NOT_GRADED);
		assertThat(problem(run.report()).kind()).isEqualTo("engine-unreachable");
		assertThat(run.report().engine()).isEqualTo(new GradeReport.EngineUsed("LocalStack", "4.14.0", "host"));
		assertThat(run.traces()).hasSize(1);
		assertThat(this.events).containsExactly("lease", "proxy 000000000001", "admit 000000000001",
				"dismiss 000000000001", "forget 000000000001", "return 000000000001", "lease", "proxy 000000000002",
				"admit 000000000002", "dismiss 000000000002", "forget 000000000002", "return 000000000002");
		assertThat(this.traces.find(new AccountId("000000000001"))).isEmpty();
	}

	@Test
	void stagesAreAnnouncedOnce() throws IOException {
		Files.writeString(this.directory.resolve("template.yaml"), TEMPLATE);
		ConcurrentLinkedQueue<String> stages = new ConcurrentLinkedQueue<>();

		GradedRun run = grading(deadEngine()).grade(task(exercise("hello-larkspur", Path.of("template.yaml")),
				List.of(11L, 22L), Map.of("handler.py", "pass")), new GradingProgress() {

					@Override
					public void stageStarted(String stage) {
						stages.add(stage);
					}

				});

		assertThat(stages).containsExactly("package", "engine", "deploy", GradingState.REPEATING);
		assertThat(run.report().stages()).extracting(GradeReport.Stage::name)
			.containsExactly("package", "engine", "deploy");
	}

	private GradeReport grade(Engine engine, Exercise exercise, Map<String, String> files) {
		return grading(engine).grade(task(exercise, List.of(11L, 22L), files), GradingProgress.NONE).report();
	}

	private static GradingTask task(Exercise exercise, List<Long> seeds, Map<String, String> files) {
		TreeMap<String, byte[]> contents = new TreeMap<>();
		files.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
		return new GradingTask(exercise, Language.PYTHON, new SourceFiles(contents), seeds);
	}

	private DefaultGrading grading(Engine engine) {
		GradingProperties properties = new GradingProperties(Duration.ofSeconds(1), Duration.ofSeconds(10));
		SdkHttpClient http = new GradingConfiguration().graderHttpClient();
		Accounts accounts = new Accounts(this.traces, environments(), recording(), Clock.systemUTC());
		Packaging packaging = new Packaging(new JavaCompiling(NO_COMPILER, new CompiledSources(), engine, properties));
		return new DefaultGrading(new Platform(engine, accounts, http, properties, this.languages), packaging,
				new NoIsolation(), Clock.systemUTC());
	}

	private Exercise exercise(String slug, @Nullable Path template) {
		return new Exercise(new Slug(slug), "E00", 1, "Hello", new Slug("lesson"), 1, 10, false, List.of(),
				ExerciseKind.BOTH,
				Map.of(Language.PYTHON, new HandlerLocation("handler.py", "handler.handler", "python3.13")), template,
				Set.of("lambda"), List.of(check("C1", 60, true), check("C2", 40, false)), this.directory);
	}

	private static CheckDefinition check(String id, int points, boolean gate) {
		return new CheckDefinition(id, "It works.", points, gate, CheckDefinition.Visibility.VISIBLE,
				List.of("a", "b", "c"));
	}

	private static Problem problem(GradeReport report) {
		return Objects.requireNonNull(report.problem());
	}

	private Engine noEngine() {
		return new FakeEngine(() -> {
			this.events.add("lease");
			throw new EngineUnavailable(new EngineStatus(EngineStatus.State.UNAVAILABLE, "Python 3.13 is missing.",
					List.of("Install Python 3.13.")));
		});
	}

	private Engine deadEngine() {
		AtomicInteger accounts = new AtomicInteger();
		return new FakeEngine(() -> {
			this.events.add("lease");
			return new FakeLease("%012d".formatted(accounts.incrementAndGet()), this.events);
		});
	}

	private Environments environments() {
		return new Environments() {

			@Override
			public void admit(AccountId account, List<CompanionService> companions, FaultRules rules) {
				DefaultGradingTests.this.events.add("admit " + account);
			}

			@Override
			public void kill(AccountId account, String environment) {
			}

			@Override
			public void renew(AccountId account, String function) {
			}

			@Override
			public Optional<String> fault() {
				return Optional.empty();
			}

			@Override
			public void dismiss(AccountId account) {
				DefaultGradingTests.this.events.add("dismiss " + account);
			}

		};
	}

	private CallRecording recording() {
		return new CallRecording() {

			@Override
			public void admit(AccountId account, URI engine, FaultRules rules, @Nullable Authority authority) {
				DefaultGradingTests.this.events.add("proxy " + account);
			}

			@Override
			public List<String> faults(AccountId account) {
				return List.of();
			}

			@Override
			public Optional<String> doubt(AccountId account) {
				return Optional.empty();
			}

			@Override
			public void dismiss(AccountId account) {
				DefaultGradingTests.this.events.add("forget " + account);
			}

		};
	}

	private record FakeEngine(Supplier<EngineLease> leases) implements Engine {

		@Override
		public EngineStatus status() {
			return new EngineStatus(EngineStatus.State.READY, "Ready.", List.of());
		}

		@Override
		public void prepare() {
		}

		@Override
		public EngineLease lease(Duration patience) {
			return this.leases.get();
		}

	}

	private record FakeLease(String account, ConcurrentLinkedQueue<String> events) implements EngineLease {

		@Override
		public URI endpoint() {
			return URI.create("http://127.0.0.1:1");
		}

		@Override
		public EngineInfo info() {
			return new EngineInfo("LocalStack", "4.14.0", "host");
		}

		@Override
		public Optional<String> fault() {
			return Optional.empty();
		}

		@Override
		public void close() {
			this.events.add("return " + this.account);
		}

	}

}
