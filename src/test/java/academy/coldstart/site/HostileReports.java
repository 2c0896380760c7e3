package academy.coldstart.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import academy.coldstart.course.Exercise;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.CheckResult.Outcome;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.EngineUsed;
import academy.coldstart.grading.GradeReport.ExerciseVersion;
import academy.coldstart.grading.GradeReport.Graded;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.trace.AccessDecision;
import academy.coldstart.trace.AccessDecision.Permission;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.LogLine;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.RoleUse;
import academy.coldstart.trace.Trace;

/**
 * A report and a trace in which every text that a learner's program has a part in is
 * hostile.
 */
final class HostileReports {

	static final long SEED = 1;

	private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

	private HostileReports() {
	}

	static GradeReport report(Exercise exercise, List<String> texts) {
		List<CheckResult> checks = new ArrayList<>();
		for (String text : texts) {
			checks.add(new CheckResult("C" + checks.size() + text, text, true, 0, 1,
					OUTCOMES.get(checks.size() % OUTCOMES.size()), text, text, text, SEED,
					new CheckResult.Place(text, 1), text, List.of("l1", "c1", text), 1));
		}
		String all = String.join("\n", texts);
		return new GradeReport(GradeReport.CONTRACT, new ExerciseVersion(exercise.slug().value(), exercise.version()),
				new Graded("0123456789abcdef", "python", texts), List.of(SEED), GradeReport.Outcome.FAILED, 0, 70, 1,
				Instant.EPOCH,
				new Problem("run", all, all, texts.get(0), 1, all,
						texts.stream().map((text) -> new Problem.Other(text, text, text, 1)).toList(), 3),
				List.of(), checks, new EngineUsed(texts.get(0), texts.get(1), texts.get(2)),
				new GradeReport.RuntimeUsed(texts.get(0), texts.get(1)),
				new GradeReport.IsolationUsed(texts.get(0), texts.get(1), texts.get(2)), "trace.json");
	}

	/**
	 * Make the result of a check of the sample exercise.
	 * @param check the id of the check
	 * @param text what its texts are
	 * @return the result
	 */
	static CheckResult result(String check, String text) {
		return new CheckResult(check, text, true, 0, 1, Outcome.FAILED, text, text, text, SEED,
				new CheckResult.Place(text, 1), text, List.of(text), 1);
	}

	static Trace trace(List<String> texts) {
		List<ExecutionEnvironment> environments = new ArrayList<>();
		List<Invocation> invocations = new ArrayList<>();
		List<AwsCall> calls = new ArrayList<>();
		List<LogLine> logs = new ArrayList<>();
		List<GraderAction> actions = new ArrayList<>();
		List<RoleUse> roles = new ArrayList<>();
		for (String text : texts) {
			int number = logs.size() + 1;
			environments.add(new ExecutionEnvironment("e" + number, text, text, text, text, 128, number, number + 1.0,
					number + 2.0, ExecutionEnvironment.End.EXITED));
			invocations.add(new Invocation(text, "e" + number, text, true, number, number + 1.0,
					Invocation.Outcome.FAILED, text, 1.0, 1L, 1.0, 1L, Body.of(text), Body.of(text)));
			calls.add(new AwsCall("c" + number, "e" + number, text, Phase.INVOKE, text, text, 2, text, text, text, text,
					number, number + 1, 400, text, text, CallOutcome.FORWARDED, Body.of(text), Body.of(text), text,
					null, new AccessDecision(text, number % 2 == 0,
							List.of(new Permission(text, text, number % 2 == 0, text, text, List.of(text), text)))));
			roles.add(new RoleUse(text, List.of(new RoleUse.Grant(text, text, text, 0))));
			logs.add(new LogLine("l" + number, "e" + number, text, number, LogLine.Source.STDOUT, text));
			actions.add(new GraderAction("a" + number, "C1", number, number, text));
		}
		return new Trace(Trace.CONTRACT, SEED, new AccountId("000000000001"), Instant.EPOCH, environments, invocations,
				calls, logs, actions, roles);
	}

}
