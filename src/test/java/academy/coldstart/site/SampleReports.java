package academy.coldstart.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import academy.coldstart.course.CheckDefinition;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports and traces such as real gradings leave behind.
 */
public final class SampleReports {

	/** The seed of the first run. */
	public static final long FIRST_SEED = 8841;

	/** The seed of the second run. */
	public static final long SECOND_SEED = 20_517;

	private static final String ORDERS = "arn:aws:dynamodb:eu-central-1:000000008841:table/Orders";

	private static final Instant STARTED = Instant.parse("2026-11-23T10:42:07.250Z");

	private SampleReports() {
	}

	/**
	 * Make the result of a check that does not hold.
	 * @param check the check
	 * @return the result, with everything a result can have
	 */
	public static CheckResult failed(CheckDefinition check) {
		return new CheckResult(check.id(), check.title(), check.gate(), 0, check.points(), Outcome.FAILED,
				"Order o-17 was charged 3 times, at 0.412 s, 0.440 s and 0.471 s. `GetItem` ran before each charge and found nothing.",
				"1 charge for order o-17", "3 charges of 49.90 EUR", FIRST_SEED,
				new CheckResult.Place("handler.py", 12), null, List.of("c12", "c14", "l5"), 812);
	}

	/**
	 * Make the result of a check that holds.
	 * @param check the check
	 * @return the result
	 */
	public static CheckResult passed(CheckDefinition check) {
		return new CheckResult(check.id(), check.title(), check.gate(), check.points(), check.points(), Outcome.PASSED,
				null, null, null, SECOND_SEED, null, null, List.of(), 633);
	}

	/**
	 * Make a report.
	 * @param exercise the exercise
	 * @param outcome the verdict
	 * @param checks the results
	 * @param problem what kept checks from running
	 * @return the report
	 */
	public static GradeReport report(Exercise exercise, GradeReport.Outcome outcome, List<CheckResult> checks,
			@Nullable Problem problem) {
		return new GradeReport(GradeReport.CONTRACT, new ExerciseVersion(exercise.slug().value(), exercise.version()),
				new Graded("9f2c4be1d07a55aa3c6f", "python", List.of("handler.py")), List.of(FIRST_SEED, SECOND_SEED),
				outcome, checks.stream().mapToInt(CheckResult::points).sum(), Exercise.PASS_MARK, 3482, STARTED,
				problem, List.of(new GradeReport.Stage("package", 0, 40)), checks,
				new EngineUsed("LocalStack", "4.14.0", "host"),
				new GradeReport.RuntimeUsed("python3.13", "Python 3.13.0"), "trace.json");
	}

	/**
	 * Make the report of a file with three errors, and two that are not kept.
	 * @param exercise the exercise
	 * @param file the file, as if it were a template
	 * @return the report
	 */
	public static GradeReport threeErrors(Exercise exercise, String file) {
		Problem problem = new Problem("deploy", "unsupported-resource",
				"The resource Dead has the type AWS::SQS::Qeue, which is unknown. Did you mean AWS::SQS::Queue?", file,
				2, null,
				List.of(new Problem.Other("invalid-template",
						"The resource Charge refers to Tabel, which does not exist.", file, 1),
						new Problem.Other("invalid-template", "The resource Orders has no Type.", file, 3)),
				2);
		return report(exercise, GradeReport.Outcome.FAILED, syntaxError(exercise).checks(), problem);
	}

	/**
	 * Make the report of code that does not compile.
	 * @param exercise the exercise
	 * @return the report
	 */
	public static GradeReport syntaxError(Exercise exercise) {
		List<CheckResult> blocked = exercise.checks()
			.stream()
			.map((check) -> new CheckResult(check.id(), check.title(), check.gate(), 0, check.points(), Outcome.BLOCKED,
					null, null, null, FIRST_SEED, null, "the function did not start", List.of(), 0))
			.toList();
		return report(exercise, GradeReport.Outcome.FAILED, blocked, new Problem("run", "syntax-error",
				"The code does not compile: line 7 of `handler.py`, missing `)`.", "handler.py", 7,
				"  File \"handler.py\", line 7\n    orders = table(\n                ^\nSyntaxError: '(' was never closed"));
	}

	/**
	 * Write {@code trace.json}.
	 * @param traces the traces
	 * @return the document
	 */
	public static String json(List<Trace> traces) {
		return JsonMapper.builder().build().writeValueAsString(new Runs(traces));
	}

	/**
	 * Make the traces of both runs.
	 * @return two traces
	 */
	public static List<Trace> traces() {
		return List.of(trace(FIRST_SEED, "000000008841", "o-17"), trace(SECOND_SEED, "000000020517", "o-402"));
	}

	/**
	 * Make a trace of a handler that charges an order several times.
	 * @param seed the seed
	 * @param account the account
	 * @param order the order's id
	 * @return the trace
	 */
	public static Trace trace(long seed, String account, String order) {
		List<AwsCall> calls = new ArrayList<>();
		List<LogLine> logs = new ArrayList<>();
		List<Invocation> invocations = new ArrayList<>();
		for (int index = 0; index < 3; index++) {
			double start = 400 + index * 30.5;
			String request = "5d1f7c0e-2b1a-4d0e-9c55-00000000000" + index;
			invocations.add(invocation(request, start, index == 0));
			logs.add(log("l" + (3 + 2 * index), request, start, LogLine.Source.PLATFORM,
					"START RequestId: " + request + " Version: $LATEST"));
			logs.add(log("l" + (4 + 2 * index), request, start + 12, LogLine.Source.STDOUT,
					"charging " + order + " 49.90 EUR"));
			calls.add(call("c" + (11 + 2 * index), request, "GetItem", start + 2, 200, null));
			calls.add(call("c" + (12 + 2 * index), request, "PutItem", start + 18, 200, null));
		}
		calls.add(call("c40", "5d1f7c0e-2b1a-4d0e-9c55-000000000002", "PutItem", 520, 400,
				"ProvisionedThroughputExceededException"));
		return new Trace(Trace.CONTRACT, seed, new AccountId(account), STARTED,
				List.of(new ExecutionEnvironment("e1", "larkspur-charge", "$LATEST", "python3.13", "3.13.0", 128, 90,
						388.0, 900.0, ExecutionEnvironment.End.SHUT_DOWN)),
				invocations, calls, logs,
				List.of(new GraderAction("a1", "C1", 350, 351, "sent order " + order + " three times")));
	}

	/**
	 * Make a trace of the solution that every other handler is compared with: one of
	 * three invocations puts and updates the order, the others are refused.
	 * @param seed the seed
	 * @return the trace, with something in everything that may give a solution away
	 */
	public static Trace reference(long seed) {
		Trace sample = trace(seed, "000000009999", "o-17");
		List<AwsCall> calls = new ArrayList<>();
		calls.add(secret("r0", null, Phase.INIT, "ssm", "GetParameter", 200, null));
		for (Invocation invocation : sample.invocations()) {
			boolean first = calls.size() == 1;
			calls.add(secret("r" + calls.size(), invocation.requestId(), Phase.INVOKE, "dynamodb", "PutItem",
					first ? 200 : 400, first ? null : "ConditionalCheckFailedException"));
			if (first) {
				calls.add(secret("r2", invocation.requestId(), Phase.INVOKE, "dynamodb", "UpdateItem", 200, null));
			}
		}
		return new Trace(Trace.CONTRACT, seed, sample.account(), STARTED, sample.environments(), sample.invocations(),
				calls, List.of(log("r-log", sample.invocations().getFirst().requestId(), 410, LogLine.Source.STDOUT,
						"secret-log claims o-17")),
				List.of());
	}

	private static AwsCall secret(String id, @Nullable String request, Phase phase, String service, String operation,
			int status, @Nullable String error) {
		double start = 410 + 7 * Integer.parseInt(id.substring(1));
		return new AwsCall(id, "e1", request, phase, "secret-connection", null, 1, service, operation,
				"secret-resource", "eu-central-1", start, start + 4.2, status, error, "secret-message",
				CallOutcome.FORWARDED, Body.of("{\"ConditionExpression\":\"secret-condition\"}"),
				Body.of("{\"secret\":\"answer\"}"), "handler.py:42 secret_frame");
	}

	/**
	 * Make a trace in which the role decides: one grant is used, one is not, and one call
	 * is denied.
	 * @param trace the trace
	 * @return the same calls, decided
	 */
	public static Trace decided(Trace trace) {
		List<AwsCall> calls = trace.calls()
			.stream()
			.map((call) -> decided(call, call.operation().equals("GetItem")))
			.toList();
		return new Trace(trace.contract(), trace.seed(), trace.account(), trace.startedAt(), trace.environments(),
				trace.invocations(), calls, trace.logs(), trace.actions(),
				List.of(new RoleUse("larkspur-charge-role",
						List.of(new RoleUse.Grant("Orders, Read", "dynamodb:GetItem", ORDERS, 3),
								new RoleUse.Grant("Orders, Everything", "s3:*", "*", 0)))));
	}

	private static AwsCall decided(AwsCall call, boolean allowed) {
		Permission permission = allowed
				? new Permission("dynamodb:" + call.operation(), ORDERS, true, "Orders, Read", "", List.of(), null)
				: new Permission("dynamodb:" + call.operation(), ORDERS, false, null,
						"because no identity-based policy allows the dynamodb:PutItem action",
						List.of("The statement `Read` names the resource, but not the action."),
						"{\n  \"Effect\": \"Allow\",\n  \"Action\": \"dynamodb:PutItem\",\n  \"Resource\": \"" + ORDERS
								+ "\"\n}");
		return new AwsCall(call.id(), call.environment(), call.invocation(), call.phase(), call.connection(),
				call.sdkInvocationId(), call.attempt(), call.service(), call.operation(), call.resource(),
				call.region(), call.startMs(), call.endMs(), call.status(), call.errorCode(), call.errorMessage(),
				call.outcome(), call.request(), call.response(), call.frame(), null,
				new AccessDecision("arn:aws:sts::000000008841:assumed-role/larkspur-charge-role/larkspur-charge",
						allowed, List.of(permission)));
	}

	private static Invocation invocation(String request, double start, boolean cold) {
		return new Invocation(request, "e1", "arn:aws:lambda:eu-central-1:000000008841:function:larkspur-charge", cold,
				start, start + 28, Invocation.Outcome.SUCCEEDED, null, 27.4, 28L, cold ? 298.0 : null, 71L,
				Body.of("{}"), Body.of("{\"batchItemFailures\":[]}"));
	}

	private static LogLine log(String id, String request, double at, LogLine.Source source, String text) {
		return new LogLine(id, "e1", request, at, source, text);
	}

	private static AwsCall call(String id, String request, String operation, double start, int status,
			@Nullable String error) {
		return new AwsCall(id, "e1", request, Phase.INVOKE, "1", null, 1, "dynamodb", operation, "Orders",
				"eu-central-1", start, start + 4.2, status, error, null,
				(error != null) ? CallOutcome.FAULTED : CallOutcome.FORWARDED, Body.empty(), Body.empty(), null);
	}

	private record Runs(List<Trace> runs) {
	}

}
