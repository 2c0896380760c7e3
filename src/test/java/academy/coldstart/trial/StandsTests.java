package academy.coldstart.trial;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.ExerciseKind;
import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.grading.GradingTask;
import academy.coldstart.grading.OpenStack;
import academy.coldstart.grading.OpenStacks;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Trace;
import academy.coldstart.trace.TraceRecorder;
import academy.coldstart.trial.TryOutcome.Deployed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What stays open between tries, and what ends it.
 */
class StandsTests {

	private static final Problem FAULT = new Problem("run", "engine-unreachable", "The engine did not answer.", null,
			null, null);

	private static final Trace TRACE = new TraceRecorder(1, new AccountId("000000000001"), Clock.systemUTC())
		.snapshot();

	private final List<FakeStack> opened = new CopyOnWriteArrayList<>();

	private final List<OpenStacks.Opening> next = new ArrayList<>();

	private Stands stands = stands(Duration.ofMinutes(3), 2);

	@AfterEach
	void stop() {
		this.stands.stop();
		assertThat(this.opened).allMatch((stack) -> stack.closed);
	}

	@Test
	void sameFilesNeedNothing() {
		assertThat(deployed(attempt("one", "code"))).isEqualTo(Deployed.STACK);
		assertThat(deployed(attempt("one", "code"))).isEqualTo(Deployed.NOTHING);
		assertThat(this.opened).hasSize(1);
	}

	@Test
	void otherCodeIsBroughtIn() {
		attempt("one", "code");
		assertThat(deployed(attempt("one", "other code"))).isEqualTo(Deployed.CODE);
		assertThat(deployed(attempt("one", "other code"))).isEqualTo(Deployed.NOTHING);
		assertThat(this.opened).singleElement().matches((stack) -> stack.updates == 1);
	}

	@Test
	void anotherTemplateNeedsAnotherStack() {
		attempt("one", "code");
		this.opened.getFirst().update = new OpenStack.OtherStack();
		assertThat(deployed(attempt("one", "other template"))).isEqualTo(Deployed.OTHER_STACK);
		assertThat(this.opened).extracting((stack) -> stack.closed).containsExactly(true, false);
	}

	@Test
	void filesThatCannotBeDeployedLeaveWhatIsOpen() {
		attempt("one", "code");
		this.opened.getFirst().update = new OpenStack.NotTaken(FAULT);
		assertThat(attempt("one", "broken")).isEqualTo(new TryOutcome.NotDeployed(FAULT));
		assertThat(deployed(attempt("one", "code"))).isEqualTo(Deployed.NOTHING);
	}

	@Test
	void theOneThatWasUsedLongestAgoGivesWay() {
		attempt("one", "code");
		attempt("two", "code");
		attempt("one", "code");
		attempt("three", "code");
		assertThat(this.opened).extracting((stack) -> stack.closed).containsExactly(false, true, false);
	}

	@Test
	void whatFailedToOpenTakesNoRoom() {
		for (int count = 0; count < 3; count++) {
			this.next.add(new OpenStacks.Refused(FAULT));
			assertThat(attempt("one", "code")).isEqualTo(new TryOutcome.NotDeployed(FAULT));
			this.next.add(new OpenStacks.Faulted(FAULT));
			assertThat(attempt("one", "code")).isEqualTo(new TryOutcome.Faulted(FAULT));
		}
		assertThat(deployed(attempt("one", "code"))).isEqualTo(Deployed.STACK);
	}

	@Test
	void aLostStackIsReplacedOnce() {
		attempt("one", "code");
		this.opened.getFirst().fault = "LocalStack has ended.";
		assertThat(deployed(attempt("one", "code"))).isEqualTo(Deployed.LOST_STACK);
		this.opened.getLast().answer = new OpenStack.Broken(FAULT);
		assertThat(deployed(attempt("one", "code"))).isEqualTo(Deployed.LOST_STACK);
		assertThat(this.opened).extracting((stack) -> stack.closed).containsExactly(true, true, false);
	}

	@Test
	void aFaultRightAfterDeployingIsTold() {
		this.next.add(new OpenStacks.Opened(opened(new OpenStack.Broken(FAULT))));
		assertThat(attempt("one", "code")).isEqualTo(new TryOutcome.Faulted(FAULT));
		assertThat(this.stands.at(new TryPlace(new Slug("one"), Language.PYTHON)).isOpen()).isFalse();
	}

	@Test
	void whatAnEngineWaitsForIsClosed() {
		attempt("one", "code");
		attempt("two", "code");
		this.opened.getFirst().recalled = true;
		await().until(() -> this.opened.getFirst().closed);
		assertThat(this.opened.getLast().closed).isFalse();
	}

	@Test
	void whatNobodyUsesIsClosed() {
		this.stands.stop();
		this.stands = stands(Duration.ofMillis(1), 2);
		attempt("one", "code");
		await().until(() -> this.opened.getFirst().closed);
	}

	@Test
	void nothingIsOpenedAfterTheEnd() {
		attempt("one", "code");
		this.stands.stop();
		assertThat(this.opened.getFirst().closed).isTrue();
		assertThat(attempt("one", "code")).isEqualTo(new TryOutcome.Busy());
		assertThat(this.opened).hasSize(1);
	}

	@Test
	void triesGoOnWhenTheApplicationStartsAgain() {
		attempt("one", "code");
		this.stands.stop();
		this.stands.start();
		assertThat(deployed(attempt("one", "code"))).isEqualTo(Deployed.STACK);
		this.opened.getLast().recalled = true;
		await().until(() -> this.opened.getLast().closed);
	}

	@Test
	void startingAfreshGivesUpWhatIsOpen() {
		attempt("one", "code");
		new Tries(this.stands).startAfresh(new TryPlace(new Slug("one"), Language.PYTHON));
		assertThat(deployed(attempt("one", "code"))).isEqualTo(Deployed.STACK);
	}

	private Stands stands(Duration idle, int open) {
		Stands made = new Stands(
				(task) -> this.next.isEmpty() ? new OpenStacks.Opened(opened(null)) : this.next.removeFirst(),
				new TrialProperties(idle, open));
		made.start();
		return made;
	}

	private FakeStack opened(OpenStack.@Nullable Answer answer) {
		FakeStack stack = new FakeStack(answer);
		this.opened.add(stack);
		return stack;
	}

	private TryOutcome attempt(String exercise, String code) {
		return new Tries(this.stands).attempt(new TryOrder(exercise(exercise), Language.PYTHON,
				SourceFiles.of(Map.of("handler.py", code.getBytes(StandardCharsets.UTF_8))), "", "{}"));
	}

	private static Deployed deployed(TryOutcome outcome) {
		assertThat(outcome).isInstanceOf(TryOutcome.Invoked.class);
		return ((TryOutcome.Invoked) outcome).deployment();
	}

	private static Exercise exercise(String slug) {
		return new Exercise(new Slug(slug), "E00", 1, "Hello", new Slug("lesson"), 1, 10, false, List.of(),
				ExerciseKind.HANDLER,
				Map.of(Language.PYTHON, new HandlerLocation("handler.py", "handler.handler", "python3.13")),
				Path.of("template.yaml"), Set.of("lambda"), List.of(), Path.of("."));
	}

	private static final class FakeStack implements OpenStack {

		private OpenStack.@Nullable Answer answer;

		private OpenStack.Update update = new OpenStack.Updated();

		private volatile @Nullable String fault;

		private volatile boolean recalled;

		private volatile boolean closed;

		private int updates;

		FakeStack(OpenStack.@Nullable Answer answer) {
			this.answer = answer;
		}

		@Override
		public List<String> functions() {
			return List.of("Hello");
		}

		@Override
		public Update update(GradingTask task) {
			this.updates++;
			return this.update;
		}

		@Override
		public Answer invoke(String function, String event) {
			OpenStack.Answer set = this.answer;
			return (set != null) ? set : new Returned("r-1", "null", TRACE);
		}

		@Override
		public Optional<String> fault() {
			return Optional.ofNullable(this.fault);
		}

		@Override
		public boolean isRecalled() {
			return this.recalled;
		}

		@Override
		public void close() {
			this.closed = true;
		}

	}

}
