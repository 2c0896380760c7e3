package academy.coldstart.grader;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import academy.coldstart.fault.Effect;
import academy.coldstart.fault.FaultRules;
import academy.coldstart.fault.PassingCall;
import academy.coldstart.fault.Strike;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.StsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class FaultsTests {

	private final TraceRecorder recorder = new TraceRecorder(1, new AccountId("111122223333"), Clock.systemUTC());

	private final FaultRules rules = new FaultRules(this.recorder, (environment) -> {
	});

	private final Run run = newRun();

	private Run newRun() {
		Aws aws = mock(Aws.class);
		given(aws.sts()).willReturn(mock(StsClient.class));
		return new Run(Setup.of(FaultsTests.class, 1), new Stack(Map.of(), new TreeMap<>()), aws, this.recorder,
				mock(EnvironmentControl.class), this.rules, Map.of("handler.py", new byte[0]));
	}

	@Test
	void meansServiceOperationAndResource() {
		on(on("dynamodb", "GetItem", "Query").resource("arn:aws:dynamodb:us-east-1:111122223333:table/orders"));

		assertThat(isStruck(call("dynamodb", "GetItem", "orders", ""))).isTrue();
		assertThat(isStruck(call("dynamodb", "Query", "invoices, orders", ""))).isTrue();
		assertThat(isStruck(call("dynamodb", "GetItem", "batch", "{\"RequestItems\":{\"orders\":[]}}"))).isTrue();
		assertThat(isStruck(call("dynamodb", "PutItem", "orders", ""))).isFalse();
		assertThat(isStruck(call("dynamodb", "GetItem", "orders-2", ""))).isFalse();
		assertThat(isStruck(call("sqs", "GetItem", "orders", ""))).isFalse();
	}

	@Test
	void tellsParametersWithTheSameLastNameApart() {
		on(on("ssm").resource("/larkspur/vat"));

		assertThat(isStruck(call("ssm", "GetParameter", "/larkspur/vat", ""))).isTrue();
		assertThat(isStruck(call("ssm", "GetParameter", "/fern/vat", ""))).isFalse();
	}

	@Test
	void meansObjectsOfABucket() {
		on(on("s3").resource("sheets"));

		assertThat(isStruck(call("s3", "GetObject", "sheets/2026/fern.pdf", ""))).isTrue();
		assertThat(isStruck(call("s3", "GetObject", "other/sheets.pdf", ""))).isFalse();
	}

	@Test
	void meansPhaseEnvironmentAndBody() {
		on(on("ssm").phase(Phase.INIT).environment("e1").mentioning("o-17").body((body) -> body.length() < 20));

		Function<Phase, PassingCall> call = (phase) -> new PassingCall("e1", phase, null, "ssm", "GetParameter", null,
				() -> "{\"Name\":\"o-17\"}");
		assertThat(isStruck(call.apply(Phase.INIT))).isTrue();
		assertThat(isStruck(call.apply(Phase.INVOKE))).isFalse();
		assertThat(isStruck(new PassingCall("e2", Phase.INIT, null, "ssm", "GetParameter", null, () -> "o-17")))
			.isFalse();
		assertThat(isStruck(new PassingCall("e1", Phase.INIT, null, "ssm", "GetParameter", null, () -> "o-18")))
			.isFalse();
	}

	@Test
	void meansCallsOfOneFunction() {
		this.recorder.record(
				new ExecutionEnvironment("e1", "charge-x1", "$LATEST", "python3.13", null, 128, 1, null, null, null));
		this.recorder.record(
				new ExecutionEnvironment("e2", "notify-x1", "$LATEST", "python3.13", null, 128, 1, null, null, null));
		on(on("ssm").function(new DeployedFunction(this.run, "charge-x1")));

		assertThat(isStruck(new PassingCall("e1", Phase.INIT, null, "ssm", "GetParameter", null, () -> ""))).isTrue();
		assertThat(isStruck(new PassingCall("e2", Phase.INIT, null, "ssm", "GetParameter", null, () -> ""))).isFalse();
		assertThat(isStruck(new PassingCall("e3", Phase.INIT, null, "ssm", "GetParameter", null, () -> ""))).isFalse();
	}

	@Test
	void meansRequestsToACompanion() {
		Companion provider = mock(Companion.class);
		given(provider.name()).willReturn("psp");
		on(this.run.faults().on(provider, "POST").resource("/charges"));

		assertThat(isStruck(call("psp", "POST", "/charges", "{}"))).isTrue();
		assertThat(isStruck(call("psp", "GET", "/charges", "{}"))).isFalse();
	}

	@Test
	void setsEveryEffect() {
		Duration second = Duration.ofSeconds(1);
		List<Effect.Decisive> effects = new ArrayList<>();
		List<Function<FaultTarget, Fault>> all = List.of(FaultTarget::throttle, FaultTarget::serverError,
				FaultTarget::unavailable, (target) -> target.error(400, "E", "m"), FaultTarget::hang,
				FaultTarget::reset, FaultTarget::dropReply, FaultTarget::killBefore, FaultTarget::killAfter,
				(target) -> target.trickle(100), (target) -> target.delay(second),
				(target) -> target.delayReply(second), (target) -> target.gather(2, second));
		for (Function<FaultTarget, Fault> one : all) {
			try (Fault fault = one.apply(on("ssm"))) {
				Effect.Decisive effect = strike(call("ssm", "GetParameter", null, "")).effect();
				if (effect != null) {
					effects.add(effect);
				}
				assertThat(fault.strikes()).isEqualTo(1);
			}
		}
		assertThat(effects).containsExactly(new Effect.Throttle(null), new Effect.ServerError(500, null),
				new Effect.ServerError(503, null), new Effect.Failure(400, "E", "m"), new Effect.Hang(),
				new Effect.Reset(Effect.Point.BEFORE), new Effect.Reset(Effect.Point.AFTER),
				new Effect.Kill(Effect.Point.BEFORE), new Effect.Kill(Effect.Point.AFTER), new Effect.Trickle(100));
	}

	@Test
	void endsWhenItIsClosed() {
		Fault fault = on("ssm").throttle();
		assertThat(fault.during(() -> isStruck(call("ssm", "GetParameter", null, "")))).isTrue();
		assertThat(isStruck(call("ssm", "GetParameter", null, ""))).isFalse();
		fault.close();
	}

	@Test
	void endsWithItsCheckAndBeforeTheNext() {
		this.run.begin("C1");
		on("ssm").throttle();
		this.run.end();
		assertThat(this.rules.isEmpty()).isTrue();
		on("ssm").throttle();
		this.run.begin("C2");
		assertThat(this.rules.isEmpty()).isTrue();
		assertThat(this.recorder.snapshot().actions()).extracting(GraderAction::check).containsExactly("C1", null);
	}

	@Test
	void aFaultThatNeverStruckIsAMissingCallOfTheLearner() {
		Fault fault = on("ssm", "GetParameter").resource("/larkspur/vat").throttle();

		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(fault::requireStruck)
			.withMessage("The function never made the calls that this check lets fail: GetParameter on /larkspur/vat.");
		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(() -> fault.await(1, Duration.ZERO));
	}

	@Test
	void aFaultThatStruckTooSeldomSaysHowManyCallsThereWere() {
		Fault fault = on("ssm", "GetParameter").skip(1).throttle();
		strike(call("ssm", "GetParameter", null, ""));

		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(fault::requireStruck)
			.withMessage("The function made only 1 of the calls that this check lets fail: GetParameter.");
	}

	@Test
	void aFaultThatShouldHaveStruckIsOurs() {
		Fault fault = on("ssm", "GetParameter").throttle();

		assertThatIllegalStateException().isThrownBy(fault::confirmStruck)
			.withMessageContaining("GetParameter saw 0 calls");
		strike(call("ssm", "GetParameter", null, ""));
		assertThat(fault.confirmStruck().requireStruck()).isSameAs(fault);
	}

	@Test
	void waitsForStrikes() {
		Fault fault = on("ssm").throttle();
		CompletableFuture<Strike> call = CompletableFuture.supplyAsync(() -> strike(call("ssm", "Get", null, "")));

		assertThat(fault.await(1, Duration.ofSeconds(20)).strikes()).isEqualTo(1);
		call.join();
	}

	@Test
	void findsTheCallsItStruck() {
		Fault fault = on("ssm").throttle();
		Strike strike = strike(call("ssm", "GetParameter", null, ""));
		this.recorder.record(new AwsCall("c1", "e1", null, Phase.INVOKE, "1", null, 1, "ssm", "GetParameter", null,
				"us-east-1", 1, 2, 400, null, null, CallOutcome.FAULTED, Body.empty(), Body.empty(), null,
				Objects.requireNonNull(strike.describe(null))));
		this.recorder.record(new AwsCall("c2", "e1", null, Phase.INVOKE, "1", null, 1, "ssm", "GetParameter", null,
				"us-east-1", 3, 4, 200, null, null, CallOutcome.FORWARDED, Body.empty(), Body.empty(), null));

		assertThat(fault.calls()).extracting(AwsCall::id).containsExactly("c1");
		assertThat(fault.seen()).isEqualTo(1);
	}

	@Test
	void aChangeMayComeFromACallWhoseReplyWasDropped() {
		on("dynamodb").dropReply();
		Strike strike = strike(call("dynamodb", "PutItem", "orders", ""));
		this.recorder.record(new AwsCall("c1", "e1", null, Phase.INVOKE, "1", null, 1, "dynamodb", "PutItem", "orders",
				"us-east-1", 1, 2, 0, null, null, CallOutcome.FAULTED, Body.empty(), Body.empty(), null,
				Objects.requireNonNull(strike.describe(200))));

		this.run.requireRecorded("dynamodb", "orders", "the item of o-17");
	}

	@Test
	void refusesRulesThatStrikeNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> on("ssm").attempts(0));
		assertThatIllegalArgumentException().isThrownBy(() -> on("ssm").times(0).throttle());
	}

	private FaultTarget on(String service, String... operations) {
		return this.run.faults().on(service, operations);
	}

	private static void on(FaultTarget target) {
		assertThat(target.throttle().strikes()).isZero();
	}

	private boolean isStruck(PassingCall call) {
		return strike(call).effect() != null;
	}

	private Strike strike(PassingCall call) {
		return this.rules.strike(call);
	}

	private static PassingCall call(String service, String operation, @Nullable String resource, String body) {
		return new PassingCall("e1", Phase.INVOKE, null, service, operation, resource, () -> body);
	}

}
