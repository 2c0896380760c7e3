package academy.coldstart.grading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.submission.Intake;
import academy.coldstart.trace.Trace;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Grades real submissions on the real engine.
 */
@RealEngineTest
class GradingIntegrationTests {

	private static final List<Long> SEEDS = List.of(11L, 22L);

	@Autowired
	private Course course;

	@Autowired
	private Grading grading;

	@Test
	void solutionReachesAllPoints() {
		Queue<String> heard = new ConcurrentLinkedQueue<>();
		GradedRun run = this.grading.grade(
				new GradingTask(hello(), Language.PYTHON, this.course.solutions(hello()).getFirst().files(), SEEDS),
				new GradingProgress() {

					@Override
					public void stageStarted(String stage) {
						heard.add(stage);
					}

					@Override
					public void checkFinished(CheckResult result) {
						heard.add(result.id());
					}

				});

		assertThat(run.report().outcome()).as("%s", run.report()).isEqualTo(GradeReport.Outcome.PASSED);
		assertThat(run.report().score()).isEqualTo(100);
		assertThat(run.report().problem()).isNull();
		assertThat(heard).containsExactly("package", "engine", "deploy", "check", "C1", "C2");
		assertThat(run.traces()).hasSize(2).allSatisfy(GradingIntegrationTests::isComplete);
	}

	@Test
	void wrongAnswerFailsWithItsValues() {
		GradeReport report = grade("""
				def handler(event, context):
				    print(event["orderId"], event["correlationId"])
				    return {"orderId": event["orderId"], "message": "thanks"}
				""");

		assertThat(report.outcome()).isEqualTo(GradeReport.Outcome.FAILED);
		assertThat(report.score()).isEqualTo(40);
		CheckResult wrong = report.checks().getFirst();
		assertThat(wrong.outcome()).isEqualTo(CheckResult.Outcome.FAILED);
		assertThat(wrong.message()).contains("\"thanks\"").containsPattern("Order o-\\d+ received: \\d+ items");
		assertThat(wrong.evidence()).isNotEmpty().allMatch((id) -> id.matches("s[12]:[ecla]\\d+"));
	}

	@Test
	void bundleOfAFailingSubmissionReplaysToTheSameVerdict() throws IOException {
		SourceFiles files = SourceFiles.of(Map.of("handler.py",
				"def handler(event, context):\n    return None\n".getBytes(StandardCharsets.UTF_8)));
		GradedRun then = this.grading.grade(new GradingTask(hello(), Language.PYTHON, files, SEEDS),
				GradingProgress.NONE);
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		new RunBundle(BundleManifest.of("C1", "None is an answer", then.report(), Instant.EPOCH), files, then.report(),
				RunJson.write(then.traces()))
			.write(written);

		ReceivedBundle bundle = ReceivedBundle.read(() -> new ByteArrayInputStream(written.toByteArray()));
		SourceFiles received = new Intake().read(hello(), Language.PYTHON, bundle.files()).files();
		GradeReport now = this.grading
			.grade(new GradingTask(hello(), Language.PYTHON, received, bundle.report().seeds()), GradingProgress.NONE)
			.report();

		assertThat(now.outcome()).isEqualTo(GradeReport.Outcome.FAILED);
		assertThat(now.submission().hash()).isEqualTo(bundle.report().submission().hash());
		assertThat(now.checks()).extracting(CheckResult::id, CheckResult::outcome, CheckResult::expected)
			.isEqualTo(bundle.report()
				.checks()
				.stream()
				.map((check) -> tuple(check.id(), check.outcome(), check.expected()))
				.toList());
	}

	@Test
	void interruptedGradingGivesTheEngineBack() throws InterruptedException {
		SourceFiles slow = SourceFiles.of(Map.of("handler.py",
				"import time\ndef handler(event, context):\n    time.sleep(2)\n".getBytes(StandardCharsets.UTF_8)));
		CountDownLatch checking = new CountDownLatch(1);
		Thread cancelled = new Thread(
				() -> this.grading.grade(new GradingTask(hello(), Language.PYTHON, slow, SEEDS), new GradingProgress() {

					@Override
					public void stageStarted(String stage) {
						if (stage.equals("check")) {
							checking.countDown();
						}
					}

				}));
		cancelled.start();
		checking.await();
		cancelled.interrupt();
		cancelled.join();

		GradeReport next = this.grading
			.grade(new GradingTask(hello(), Language.PYTHON, this.course.solutions(hello()).getFirst().files(), SEEDS),
					GradingProgress.NONE)
			.report();
		assertThat(next.outcome()).as("%s", next).isEqualTo(GradeReport.Outcome.PASSED);
	}

	@Test
	void raisedErrorFailsWithTheLine() {
		GradeReport report = grade("""
				def handler(event, context):
				    print(event["orderId"], event["correlationId"])
				    return event["total"]
				""");

		CheckResult wrong = report.checks().getFirst();
		assertThat(wrong.message()).contains("KeyError");
		assertThat(wrong.place()).isEqualTo(new CheckResult.Place("handler.py", 3));
	}

	@Test
	void syntaxErrorIsAProblemWithFileAndLine() {
		GradeReport report = grade("import json\n\ndef handler(event, context)\n    return 1\n");

		assertBlocked(report, "syntax-error");
		assertThat(problem(report).file()).isEqualTo("handler.py");
		assertThat(problem(report).line()).isEqualTo(3);
	}

	@Test
	void missingModuleIsAProblem() {
		GradeReport report = grade("import no_such_module\n\ndef handler(event, context):\n    return 1\n");

		assertBlocked(report, "import-failed");
		assertThat(problem(report).message()).contains("no_such_module");
	}

	@Test
	void missingFunctionIsAProblem() {
		assertBlocked(grade("def main(event, context):\n    return 1\n"), "handler-missing");
	}

	@Test
	void exitAtImportIsAProblem() {
		assertBlocked(grade("import os\n\nos._exit(7)\n"), "init-failed");
	}

	@Test
	void handlerThatNeverReturnsFails() {
		GradeReport report = grade("""
				import time

				def handler(event, context):
				    print(event["orderId"], event["correlationId"], flush=True)
				    time.sleep(60)
				""");

		assertThat(report.outcome()).isEqualTo(GradeReport.Outcome.FAILED);
		assertThat(report.checks().getFirst().message()).contains("timed out");
	}

	@Test
	void handlerThatExitsFails() {
		GradeReport report = grade("import os\n\ndef handler(event, context):\n    os._exit(3)\n");

		assertThat(report.outcome()).isEqualTo(GradeReport.Outcome.FAILED);
		assertThat(report.checks().getFirst().outcome()).isEqualTo(CheckResult.Outcome.FAILED);
	}

	@Test
	void crashOfTheEngineNeverCostsPoints() {
		GradeReport report = this.grading
			.grade(new GradingTask(hello(), Language.PYTHON, this.course.solutions(hello()).getFirst().files(), SEEDS),
					new GradingProgress() {

						@Override
						public void stageStarted(String stage) {
							if (stage.equals("check")) {
								killEngine();
							}
						}

					})
			.report();

		assertThat(report.outcome()).as("%s", report).isNotEqualTo(GradeReport.Outcome.FAILED);
		assertThat(report.checks()).extracting(CheckResult::outcome).doesNotContain(CheckResult.Outcome.FAILED);
		if (report.outcome() == GradeReport.Outcome.NOT_GRADED) {
			assertThat(problem(report).message()).contains("no attempt was used");
		}
	}

	private static void killEngine() {
		ProcessHandle.current()
			.descendants()
			.filter((process) -> process.info().commandLine().orElse("").contains("localstack"))
			.forEach(ProcessHandle::destroyForcibly);
	}

	private static void isComplete(Trace trace) {
		assertThat(trace.environments()).isNotEmpty().allSatisfy((one) -> assertThat(one.endMs()).isNotNull());
		assertThat(trace.invocations()).isNotEmpty().allSatisfy((one) -> assertThat(one.endMs()).isNotNull());
		assertThat(trace.logs()).isNotEmpty();
		assertThat(trace.actions()).isNotEmpty().allSatisfy((one) -> assertThat(one.check()).startsWith("C"));
	}

	private static void assertBlocked(GradeReport report, String kind) {
		assertThat(report.outcome()).as("%s", report).isEqualTo(GradeReport.Outcome.FAILED);
		assertThat(report.score()).isZero();
		assertThat(problem(report).stage()).isEqualTo("run");
		assertThat(problem(report).kind()).isEqualTo(kind);
		assertThat(report.checks()).extracting(CheckResult::outcome).containsOnly(CheckResult.Outcome.BLOCKED);
	}

	private GradeReport grade(String handler) {
		SourceFiles files = SourceFiles.of(Map.of("handler.py", handler.getBytes(StandardCharsets.UTF_8)));
		return this.grading.grade(new GradingTask(hello(), Language.PYTHON, files, SEEDS), GradingProgress.NONE)
			.report();
	}

	private Exercise hello() {
		return this.course.exercise(new Slug("hello-larkspur")).orElseThrow();
	}

	private static GradeReport.Problem problem(GradeReport report) {
		return Objects.requireNonNull(report.problem());
	}

}
