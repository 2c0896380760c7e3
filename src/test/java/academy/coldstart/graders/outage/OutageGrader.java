package academy.coldstart.graders.outage;

import java.time.Duration;
import java.util.Map;

import academy.coldstart.grader.Check;
import academy.coldstart.grader.Fault;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;
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

	private static String table(Run run) {
		return run.table("Table").name();
	}

	private static void require(boolean condition, Result result) {
		if (!condition) {
			throw LearnerFailure.because("Something else happened: %s", result.shown()).evidence(result);
		}
	}

}
