package academy.coldstart.execution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import academy.coldstart.execution.TestFunction.Result;
import academy.coldstart.fault.Effect;
import academy.coldstart.fault.Effect.Point;
import academy.coldstart.fault.FaultRule;
import academy.coldstart.fault.PassingCall;
import academy.coldstart.fault.Quota;
import academy.coldstart.fault.SetRule;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.InjectedFault;
import academy.coldstart.trace.InjectedFault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests to companion services that meet faults.
 */
class CompanionFaultsIntegrationTests {

	private static final String CODE = """
			import os, urllib.error, urllib.request
			def handler(event, context):
			    try:
			        url = os.environ["PSP_URL"] + "/charges"
			        with urllib.request.urlopen(url, b"charge", timeout=event) as answer:
			            return [answer.status, answer.read().decode()]
			    except urllib.error.HTTPError as problem:
			        return [problem.code, problem.read().decode()]
			    except OSError as problem:
			        return type(problem).__name__
			""";

	private final Provider provider = new Provider();

	@RegisterExtension
	private final HostExtension extension = new HostExtension(this.provider);

	@Test
	void answersInPlaceOfTheCompanion() {
		TestFunction function = function();
		set(1, new Effect.Throttle(null));
		set(1, new Effect.ServerError(503, "Back at noon"));
		set(1, new Effect.Failure(402, "card_declined", "No money"));

		assertThat(function.invoke("5").payload()).contains("[429, ", "TooManyRequests");
		assertThat(function.invoke("5").payload()).contains("[503, ", "Back at noon");
		assertThat(function.invoke("5").payload()).contains("[402, ", "card_declined", "No money");
		assertThat(function.invoke("5").payload()).isEqualTo("[200, \"charged\"]");
		assertThat(this.provider.requests).hasSize(1);
		assertThat(calls()).extracting(AwsCall::outcome)
			.containsExactly(CallOutcome.FAULTED, CallOutcome.FAULTED, CallOutcome.FAULTED, CallOutcome.FORWARDED);
	}

	@Test
	void resetsTheConnectionBeforeAndAfterTheCompanionSawIt() {
		TestFunction function = function();
		set(1, new Effect.Reset(Point.BEFORE));
		set(1, new Effect.Reset(Point.AFTER));

		assertThat(function.invoke("5").payload()).isEqualTo("\"ConnectionResetError\"");
		assertThat(this.provider.requests).isEmpty();
		assertThat(function.invoke("5").payload()).isEqualTo("\"ConnectionResetError\"");
		assertThat(this.provider.requests).hasSize(1);
		assertThat(calls()).extracting((call) -> fault(call).kind()).containsExactly(Kind.RESET, Kind.REPLY_DROPPED);
		assertThat(calls()).extracting(AwsCall::mayHaveTakenEffect).containsExactly(false, true);
	}

	@Test
	void leavesTheFunctionWithoutAnswerUntilItGivesUp() {
		TestFunction function = function();
		set(1, new Effect.Hang());

		assertThat(function.invoke("0.3").payload()).isEqualTo("\"TimeoutError\"");
		assertThat(this.provider.requests).isEmpty();
		assertThat(fault(calls().getFirst()).kind()).isEqualTo(Kind.HANG);
	}

	@Test
	void killsTheEnvironmentBeforeAndAfterTheCompanionSawIt() {
		TestFunction function = function();
		set(1, new Effect.Kill(Point.BEFORE));
		set(1, new Effect.Kill(Point.AFTER));

		assertThat(function.invoke("5").errorMessage()).endsWith("signal: killed");
		assertThat(this.provider.requests).isEmpty();
		Result second = function.invoke("5");
		assertThat(second.errorMessage()).endsWith("signal: killed");
		assertThat(this.provider.requests).hasSize(1);
		assertThat(function.invoke("5").payload()).isEqualTo("[200, \"charged\"]");
		assertThat(calls()).extracting(AwsCall::outcome)
			.containsExactly(CallOutcome.FAULTED, CallOutcome.FAULTED, CallOutcome.FORWARDED);
		assertThat(this.extension.host().trace().environments()).extracting(ExecutionEnvironment::end)
			.startsWith(ExecutionEnvironment.End.KILLED, ExecutionEnvironment.End.KILLED);
	}

	@Test
	void makesTheCompanionSlow() {
		TestFunction function = function();
		SetRule late = set(1, new Effect.Delay(Duration.ofMillis(200), Point.BEFORE));
		set(1, new Effect.Delay(Duration.ofMillis(200), Point.AFTER));
		set(1, new Effect.Trickle(20));

		assertThat(function.invoke("5").payload()).isEqualTo("[200, \"charged\"]");
		AwsCall call = calls().getFirst();
		assertThat(late.strikes()).isEqualTo(1);
		assertThat(fault(call).text())
			.isEqualTo("delayed by 200 ms, answered 200 ms late, reply sent with 20 bytes a second");
		assertThat(call.endMs() - call.startMs()).isGreaterThanOrEqualTo(400);
	}

	private TestFunction function() {
		return this.extension.host().python(CODE).started();
	}

	private SetRule set(int times, Effect effect) {
		return this.extension.host()
			.rules()
			.set(new FaultRule("charges", CompanionFaultsIntegrationTests::isCharge, new Quota(0, times, 0), effect,
					null), null);
	}

	private static boolean isCharge(PassingCall call) {
		return call.service().equals("psp") && call.operation().equals("POST") && "/charges".equals(call.resource())
				&& call.body().get().equals("charge");
	}

	private static InjectedFault fault(AwsCall call) {
		return Objects.requireNonNull(call.fault());
	}

	private List<AwsCall> calls() {
		return this.extension.host().trace().calls();
	}

	private static final class Provider implements CompanionService {

		private final List<Request> requests = new CopyOnWriteArrayList<>();

		@Override
		public String name() {
			return "psp";
		}

		@Override
		public String variable() {
			return "PSP_URL";
		}

		@Override
		public Answer answer(Request request, Caller caller) {
			this.requests.add(request);
			return new Answer(200, Map.of("Content-Type", "text/plain"), "charged");
		}

	}

}
