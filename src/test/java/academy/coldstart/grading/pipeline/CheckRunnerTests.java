package academy.coldstart.grading.pipeline;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import academy.coldstart.grader.Aws;
import academy.coldstart.grader.Check;
import academy.coldstart.grader.CheckBlocked;
import academy.coldstart.grader.Companion;
import academy.coldstart.grader.EnvironmentControl;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Place;
import academy.coldstart.grader.Prepare;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.Setup;
import academy.coldstart.grader.Stack;
import academy.coldstart.grading.CheckResult.Outcome;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.TraceRecorder;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.SdkHttpClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class CheckRunnerTests {

	private static final AccountId ACCOUNT = new AccountId("111122223333");

	private final CheckRunner runner = new CheckRunner(Duration.ofSeconds(30), new Abandonment());

	@Test
	void reportsPassedChecksInTheOrderOfTheirIds() {
		List<SeedCheck> results = results(PassingTestCase.class);

		assertThat(results).extracting(SeedCheck::id).containsExactly("C1", "C2", "C10");
		assertThat(results).extracting(SeedCheck::outcome).containsOnly(Outcome.PASSED);
	}

	@Test
	void reportsFailureWithItsValues() {
		SeedCheck failed = only(FailingTestCase.class);

		assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
		assertThat(failed.message()).isEqualTo("Order o-17 was charged 3 times.");
		assertThat(failed.expected()).isEqualTo("1 charge");
		assertThat(failed.observed()).isEqualTo("3 charges");
		assertThat(failed.evidence()).containsExactly("c1", "c2");
		assertThat(failed.place()).isEqualTo(new Place("handler.py", 12));
	}

	@Test
	void reportsEveryOtherExceptionAsOurs() {
		List<SeedCheck> results = results(BrokenTestCase.class);

		assertThat(results).extracting(SeedCheck::outcome).containsOnly(Outcome.ERRORED);
		assertThat(results.getFirst().message()).isEqualTo("IllegalStateException: no idea.");
	}

	@Test
	void reportsBlockedCheckWithTheStepInTheWay() {
		SeedCheck blocked = only(BlockedTestCase.class);

		assertThat(blocked.outcome()).isEqualTo(Outcome.BLOCKED);
		assertThat(blocked.blockedBy()).isEqualTo("C1");
		assertThat(blocked.message()).isEqualTo("There is no order to look at.");
	}

	@Test
	void checkThatRunsAloneMeetsNothingOfTheOthers() {
		Run run = run(InterleavedTestCase.class, 1);
		run.limitTo("C1");

		List<SeedCheck> results = this.runner.run(InterleavedTestCase.class, run, Optional::empty, (result) -> {
		});

		assertThat(results).extracting(SeedCheck::outcome).containsExactly(Outcome.PASSED, Outcome.BLOCKED);
		assertThat(run.trace().trace().actions()).extracting(GraderAction::check, GraderAction::text)
			.containsExactly(Tuple.tuple("C1", "sent ten orders"), Tuple.tuple("C1", "looked for the mails"));
	}

	@Test
	void reportsCheckThatTakesTooLongAsOurs() {
		List<SeedCheck> results = results(SlowTestCase.class);

		assertThat(results).extracting(SeedCheck::outcome).containsExactly(Outcome.ERRORED, Outcome.PASSED);
		assertThat(results.getFirst().message()).contains("TimeoutException");
	}

	@Test
	void reportsChecksAfterTheDeadlineAsOurs() {
		List<SeedCheck> results = new CheckRunner(Duration.ZERO, new Abandonment()).run(WaitingTestCase.class,
				run(WaitingTestCase.class, 1), Optional::empty, (result) -> {
				});

		assertThat(results).extracting(SeedCheck::outcome).contains(Outcome.ERRORED).doesNotContain(Outcome.FAILED);
		assertThat(results).hasSize(2);
	}

	@Test
	void beginsNoCheckThatNobodyWaitsFor() {
		Abandonment abandonment = new Abandonment();
		CheckRunner abandoned = new CheckRunner(Duration.ofSeconds(30), abandonment);

		List<SeedCheck> results = abandoned.run(PassingTestCase.class, run(PassingTestCase.class, 1), Optional::empty,
				(first) -> abandonment.declare());

		assertThat(results).extracting(SeedCheck::outcome)
			.containsExactly(Outcome.PASSED, Outcome.ERRORED, Outcome.ERRORED);
	}

	@Test
	void reportsBrokenHookAsOurs() {
		assertThat(only(BrokenHookTestCase.class).outcome()).isEqualTo(Outcome.ERRORED);
	}

	@Test
	void believesNoFailureWhileThePlatformIsDown() {
		List<SeedCheck> results = this.runner.run(FailingTestCase.class, run(FailingTestCase.class, 1),
				() -> Optional.of(new IllegalStateException("engine is gone")), (result) -> {
				});

		assertThat(results).extracting(SeedCheck::outcome).containsExactly(Outcome.ERRORED);
	}

	@Test
	void tellsEveryResultAsItComes() {
		List<SeedCheck> heard = Collections.synchronizedList(new ArrayList<>());

		this.runner.run(PassingTestCase.class, run(PassingTestCase.class, 1), Optional::empty, heard::add);

		assertThat(heard).extracting(SeedCheck::id).containsExactly("C1", "C2", "C10");
	}

	@Test
	void recordsActionsUnderTheirCheck() {
		Run run = run(ActingTestCase.class, 1);

		this.runner.run(ActingTestCase.class, run, Optional::empty, (result) -> {
		});

		assertThat(run.trace().trace().actions()).extracting(GraderAction::check, GraderAction::text)
			.containsExactly(Tuple.tuple("C1", "sent order o-17 twice"));
	}

	@Test
	void letsNoFaultLeakIntoTheNextCheck() {
		List<SeedCheck> results = results(LeakingTestCase.class);

		assertThat(results).extracting(SeedCheck::outcome).containsExactly(Outcome.FAILED, Outcome.PASSED);
	}

	@Test
	void givesCompanionsAndParametersOfThePrepareMethod() {
		Run run = run(CompanionTestCase.class, 7);

		List<SeedCheck> results = this.runner.run(CompanionTestCase.class, run, Optional::empty, (result) -> {
		});

		assertThat(results).extracting(SeedCheck::outcome).containsExactly(Outcome.PASSED);
		assertThat(Setup.of(CompanionTestCase.class, 7).parameters()).containsEntry("Seconds", "2");
	}

	@Test
	void keepsParallelRunsApart() {
		List<List<SeedCheck>> results = List.of(1L, 2L)
			.stream()
			.map((seed) -> supply(() -> results(ParallelTestCase.class, seed)))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();

		assertThat(results.getFirst()).extracting(SeedCheck::message).containsExactly("seed 1");
		assertThat(results.getLast()).extracting(SeedCheck::message).containsExactly("seed 2");
	}

	private static <T> CompletableFuture<T> supply(Supplier<T> task) {
		return CompletableFuture.supplyAsync(task, (work) -> Thread.ofPlatform().daemon().start(work));
	}

	private SeedCheck only(Class<?> grader) {
		List<SeedCheck> results = results(grader);
		assertThat(results).hasSize(1);
		return results.getFirst();
	}

	private List<SeedCheck> results(Class<?> grader) {
		return results(grader, 1);
	}

	private List<SeedCheck> results(Class<?> grader, long seed) {
		return this.runner.run(grader, run(grader, seed), Optional::empty, (result) -> {
		});
	}

	private static Run run(Class<?> grader, long seed) {
		return new Run(Setup.of(grader, seed), new Stack(Map.of(), new TreeMap<>()),
				new Aws(URI.create("http://127.0.0.1:1"), ACCOUNT.value(), mock(SdkHttpClient.class)),
				new TraceRecorder(seed, ACCOUNT, Clock.systemUTC()), mock(EnvironmentControl.class),
				Map.of("handler.py", new byte[0]));
	}

	static class PassingTestCase {

		@Check("C10")
		void last(Run run) {
			assertThat(run.seed()).isEqualTo(1);
		}

		@Check("C2")
		void second() {
		}

		@Check("C1")
		void first() {
		}

	}

	static class FailingTestCase {

		@Check("C1")
		void charges() {
			throw LearnerFailure.because("Order %s was charged %d times.", "o-17", 3)
				.expected("1 charge")
				.observed("%d charges", 3)
				.evidence(List.of("c1", "c2"))
				.at(new Place("handler.py", 12));
		}

	}

	static class BrokenTestCase {

		@Check("C1")
		void breaks() {
			throw new IllegalStateException("no idea");
		}

		@Check("C2")
		void assertsOtherwise() {
			assertThat(1).isEqualTo(2);
		}

	}

	static class BlockedTestCase {

		@Check("C2")
		void isBlocked() {
			throw new CheckBlocked("C1", "There is no order to look at.");
		}

	}

	static class SlowTestCase {

		@Check("C1")
		@Timeout(value = 50, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
		void neverEnds() throws InterruptedException {
			new CountDownLatch(1).await();
		}

		@Check("C2")
		void runsAnyway() {
		}

	}

	static class WaitingTestCase {

		@Check("C1")
		@Timeout(value = 200, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
		void takesTime() throws InterruptedException {
			new CountDownLatch(1).await();
		}

		@Check("C2")
		void isNotReached() {
		}

	}

	static class BrokenHookTestCase {

		@BeforeEach
		void breaks() {
			throw new IllegalStateException("hook");
		}

		@Check("C1")
		void neverRuns() {
		}

	}

	static class ActingTestCase {

		@Check("C1")
		void acts(Run run) {
			run.act("sent order o-17 twice", () -> "done");
		}

	}

	/** Plays the scene of another check while its own goes on. */
	static class InterleavedTestCase {

		@Check("C1")
		void plays(Run run) {
			run.act("sent ten orders", () -> "done");
			run.during("C2", () -> run.act("sent a batch", () -> "done"));
			run.act("looked for the mails", () -> "done");
		}

		@Check("C2")
		void looks(Run run) {
			run.act("looked at the answer", () -> "done");
		}

	}

	static class LeakingTestCase {

		@Check("C1")
		void failsWithAFaultLeft(Run run) {
			run.faults().on("ssm").hang();
			assertThat(run.faults().isEmpty()).isFalse();
			throw LearnerFailure.because("It failed.");
		}

		@Check("C2")
		void seesThatTheFaultHasEnded(Run run) {
			assertThat(run.faults().isEmpty()).isTrue();
		}

	}

	static class CompanionTestCase {

		@Prepare
		static void prepare(Setup setup) {
			setup.parameter("Seconds", "2");
			setup.companion(new Echo(setup.seed()));
		}

		@Check("C1")
		void knowsItsCompanion(Run run, Echo echo) {
			assertThat(echo.seed()).isEqualTo(run.seed());
		}

	}

	static class ParallelTestCase {

		private static final CyclicBarrier BOTH = new CyclicBarrier(2);

		@Check("C1")
		void meetsTheOther(Run run) throws Exception {
			BOTH.await(10, TimeUnit.SECONDS);
			throw LearnerFailure.because("seed " + run.seed());
		}

	}

	record Echo(long seed) implements Companion {

		@Override
		public String name() {
			return "echo";
		}

		@Override
		public String variable() {
			return "ECHO_URL";
		}

		@Override
		public Answer answer(Request request, Caller caller) {
			return new Answer(200, Map.of(), request.body());
		}

	}

}
