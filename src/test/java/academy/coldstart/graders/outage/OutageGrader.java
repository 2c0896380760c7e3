package academy.coldstart.graders.outage;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.Check;
import academy.coldstart.grader.Fault;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Phase;
import org.junit.jupiter.api.Timeout;

/**
 * Lets the calls of a function fail in every way, and looks at what it notices.
 */
class OutageGrader {

	@Check("C1")
	@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void throttlingBeyondRetriesFailsOneInvocation(Run run) {
		run.faults().on("dynamodb", "PutItem").unavailable();
		try (Fault fault = run.faults().on("ssm", "GetParameter").beyondRetries().times(1).throttle()) {
			Result first = run.function().invoke(Map.of("do", "read"), "asked for the parameter");
			fault.requireStruck();
			require(first.errorMessage().contains("ThrottlingException"), first);
			require(fault.strikes() > 1 && fault.calls().count() == fault.strikes(), first);
			require(fault.calls().logical().count() == 1, first);
			require(run.function()
				.invoke(Map.of("do", "read"), "asked again")
				.requireSuccess()
				.payload()
				.equals("\"19\""), first);
		}
	}

	@Check("C2")
	void aRuleOfAnotherCheckStrikesNothing(Run run) {
		try (Fault fault = run.faults().on("dynamodb").resource(table(run)).delay(Duration.ofMillis(400))) {
			Result result = run.function().invoke(Map.of("do", "write", "id", "o-1"), "wrote o-1").requireSuccess();
			fault.confirmStruck();
			require(result.endMs() - result.startMs() >= 400 && fault.strikes() == 1, result);
		}
		require(run.table("Table").itemsMentioning("o-1").size() == 1,
				run.function().invoke(Map.of("do", "write", "id", "o-2"), "wrote o-2"));
	}

	@Check("C3")
	void aDroppedReplyIsRepeatedAlthoughTheItemIsThere(Run run) {
		Fault lost = run.faults().on("dynamodb", "PutItem").mentioning("o-3").times(1).dropReply();
		Result result = lost.during(() -> write(run, "o-3")).requireSuccess();
		lost.confirmStruck();
		Calls puts = result.calls().operation("PutItem");
		require(puts.count() == 2 && puts.logical().count() == 1, result);
		AwsCall first = puts.list().getFirst();
		require(!first.succeeded() && first.mayHaveTakenEffect(), result);
		require(run.table("Table").itemsMentioning("o-3").size() == 1, result);
	}

	@Check("C4")
	void aKilledEnvironmentLeavesWhatTheServiceHadDone(Run run) {
		Result before = run.faults()
			.on("dynamodb", "PutItem")
			.function(run.function())
			.times(1)
			.killBefore()
			.during(() -> write(run, "o-4"));
		require(before.errorMessage().contains("signal: killed"), before);
		require(run.table("Table").itemsMentioning("o-4").isEmpty(), before);
		Fault crash = run.faults().on("dynamodb", "PutItem").phase(Phase.INVOKE).times(1).killAfter();
		Result after = crash.during(() -> write(run, "o-4"));
		require(after.errorMessage().contains("signal: killed"), after);
		require(run.table("Table").itemsMentioning("o-4").size() == 1, after);
		run.requireRecorded("dynamodb", table(run), "the item o-4");
		require(!Objects.equals(write(run, "o-5").requireSuccess().environment(), after.environment()), after);
	}

	@Check("C5")
	void aFaultThatNeverStruckIsTheLearnersFailure(Run run) {
		Fault never = run.faults().on("dynamodb", "DeleteItem").throttle();
		write(run, "o-6").requireSuccess();
		never.requireStruck();
	}

	private static Result write(Run run, String id) {
		return run.function().invoke(Map.of("do", "write", "id", id), "wrote " + id);
	}

	private static String table(Run run) {
		return run.table("Table").name();
	}

	private static void require(boolean condition, Result result) {
		if (!condition) {
			throw LearnerFailure.because("Something else happened: %s", result.shown()).evidence(result);
		}
	}

}
