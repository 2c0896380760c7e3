package academy.coldstart.graders.wherefailuresgo;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import academy.coldstart.grader.Aws;
import academy.coldstart.grader.Calls;
import academy.coldstart.grader.EnvironmentControl;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Order;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.Setup;
import academy.coldstart.grader.Stack;
import academy.coldstart.grader.StackResource;
import academy.coldstart.graders.wherefailuresgo.Aftermath.Sent;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Invocation.Outcome;
import academy.coldstart.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class SlowMachineTests {

	private static final String REFUSED = "the mail service answered 422: case mb-1";

	private final TraceRecorder recorder = new TraceRecorder(1, new AccountId("111122223333"), Clock.systemUTC());

	private final Aws aws = mock(Aws.class, Mockito.RETURNS_DEEP_STUBS);

	private final Run run = new Run(Setup.of(SlowMachineTests.class, 1), stack(), this.aws, this.recorder,
			mock(EnvironmentControl.class), Map.of());

	private final Sent hopeless = new Sent(this.run.orders().next(), "r-1", "mb-1");

	private final Sent unlucky = new Sent(this.run.orders().next(), "r-2", "");

	private int age = 3600;

	@Test
	void attemptsThatTheMachineWasTooSlowForAreNotGraded() {
		timeout(15);
		attempt(this.unlucky, Outcome.FAILED, "the mail service answered 503: away");
		attempt(this.unlucky, Outcome.TIMED_OUT, "Task timed out after 15.00 seconds");

		assertThatIllegalStateException().isThrownBy(() -> new Attempts(left(false)).require())
			.withMessageContaining("although others reached the mail service");
	}

	@Test
	void attemptsThatAShortTimeoutCutAreTheLearners() {
		timeout(1);
		attempt(this.unlucky, Outcome.FAILED, "the mail service answered 503: away");
		attempt(this.unlucky, Outcome.TIMED_OUT, "Task timed out after 1.00 seconds");

		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(() -> new Attempts(left(false)).require())
			.withMessageContaining("Its Timeout is 1 s.");
	}

	@Test
	void functionThatNeverReachesTheMailServiceIsTheLearners() {
		attempt(this.hopeless, Outcome.FAILED, "Permission denied");
		attempt(this.unlucky, Outcome.FAILED, "Permission denied");

		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(() -> new Attempts(left(false)).require())
			.withMessageContaining("does not run as it was given");
	}

	@Test
	void attemptsThatNothingExplainsAreNotGraded() {
		attempt(this.hopeless, Outcome.FAILED, REFUSED);

		assertThatIllegalStateException().isThrownBy(() -> new Attempts(left(true)).require())
			.withMessageContaining("gave order " + this.hopeless.orderId() + " up after 1 attempt");
	}

	@Test
	void orderThatGotOldOnASlowMachineIsNotGraded() {
		assertThatIllegalStateException()
			.isThrownBy(() -> new Records(left(true, "EventAgeExceeded", REFUSED)).require())
			.withMessageContaining("got older than 3600 s");
	}

	@Test
	void bothReasonsAreRightWhereTheSettingsLeaveNoTime() {
		this.age = 200;

		assertThatNoException().isThrownBy(() -> new Records(left(true, "EventAgeExceeded", REFUSED)).require());
		assertThatNoException().isThrownBy(() -> new Records(left(true, "RetriesExhausted", REFUSED)).require());
		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(() -> new Attempts(left(true)).require())
			.withMessageContaining("less than a minute");
	}

	@Test
	void recordOfAnAttemptThatTheMachineWasTooSlowForIsNotGraded() {
		timeout(15);
		attempt(this.hopeless, Outcome.FAILED, REFUSED);
		attempt(this.hopeless, Outcome.TIMED_OUT, "Task timed out");

		assertThatIllegalStateException()
			.isThrownBy(() -> new Records(left(true, "RetriesExhausted", "Task timed out")).require());
	}

	@Test
	void recordThatAFunctionRobbedOfItsErrorIsTheLearners() {
		attempt(this.hopeless, Outcome.FAILED, REFUSED);

		assertThatExceptionOfType(LearnerFailure.class)
			.isThrownBy(() -> new Records(left(true, "RetriesExhausted", "unknown")).require())
			.withMessageContaining("does not tell which error it was");
	}

	@Test
	void somethingHappensAsLongAsAnEnvironmentStarts() {
		Stillness stillness = new Stillness(this.run);
		assertThat(stillness.pulse()).isEqualTo(stillness.pulse());

		this.recorder.record(environment(null));
		assertThat(stillness.pulse()).isNotEqualTo(stillness.pulse());

		this.recorder.record(environment(2.0));
		assertThat(stillness.pulse()).isEqualTo(stillness.pulse());
	}

	private static Stack stack() {
		return new Stack(Map.of(),
				new TreeMap<>(Map.of("NotifyFunction",
						new StackResource("NotifyFunction", "AWS::Lambda::Function", "notify",
								JsonMapper.shared().createObjectNode()),
						"Failures", new StackResource("Failures", "AWS::SQS::Queue", "http://localhost/1/failures",
								JsonMapper.shared().createObjectNode()))));
	}

	private void timeout(int seconds) {
		LambdaClient lambda = mock();
		given(this.aws.lambda()).willReturn(lambda);
		given(lambda
			.getFunctionConfiguration(ArgumentMatchers.<Consumer<GetFunctionConfigurationRequest.Builder>>any()))
			.willReturn(GetFunctionConfigurationResponse.builder().timeout(seconds).build());
	}

	private static ExecutionEnvironment environment(@Nullable Double initEnd) {
		return new ExecutionEnvironment("e1", "notify", "1", "java21", null, 256, 1, initEnd, null, null);
	}

	private void attempt(Sent sent, Outcome outcome, String message) {
		String error = JsonMapper.shared()
			.writeValueAsString(Map.of("errorType", "MailFailed", "errorMessage", message));
		this.recorder.record(new Invocation(sent.requestId(), "e1", "notify", false, this.recorder.now(),
				this.recorder.now(), outcome, "MailFailed", 1.0, 1L, null, null, Body.of("{}"), Body.of(error)));
	}

	private Aftermath left(boolean mailed) {
		return left(mailed, List.of());
	}

	private Aftermath left(boolean mailed, String condition, String message) {
		Order order = this.hopeless.order();
		return left(mailed,
				List.of(new Find(this.run.queue("Failures"), JsonMapper.shared()
					.valueToTree(Map.of("requestContext", Map.of("condition", condition, "approximateInvokeCount", 3),
							"requestPayload", Map.of("orderId", order.orderId()), "responsePayload",
							Map.of("errorMessage", message))))));
	}

	private Aftermath left(boolean mailed, List<Find> finds) {
		FunctionEventInvokeConfig settings = FunctionEventInvokeConfig.builder()
			.functionArn("arn:aws:lambda:us-east-1:111122223333:function:notify:live")
			.maximumRetryAttempts(2)
			.maximumEventAgeInSeconds(this.age)
			.build();
		LiveAlias live = new LiveAlias(this.run, this.run.function("NotifyFunction").qualified("live"),
				List.of(settings));
		return new Aftermath(live, this.hopeless, this.unlucky, mailed, finds, new Calls(List.of()));
	}

}
